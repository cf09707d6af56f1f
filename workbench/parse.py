"""A submitted notebook's bytes, understood as data: of all that may stand in them only what counts is kept.

That is each cell's type, text, id and grade_id, and the pictures of its text. Outputs, tags, kernel specs and whatever
else a file may carry decide nothing and go no further, so no later step meets them.
"""

import base64
import binascii
import codecs
import itertools
import json
import re
from collections.abc import Callable
from typing import Any, TypeGuard

import nbformat
from nbformat.notebooknode import NotebookNode

from workbench.text import valid

MINOR = 5  # of notebook format 4: what everything is read as
SCHEMA = 3  # of nbgrader's metadata
CELL_TYPES = ("code", "markdown", "raw")
PICTURES = ("image/png", "image/jpeg", "image/gif")
CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
MERGE = re.compile(
    r"^[ \t]*(<{7}|>{7})(?: |$).*", re.MULTILINE
)  # what a merge that was not resolved leaves
DIGITS = 18  # of a number; no number that counts has more


class Unreadable(ValueError):
    """Why bytes are no notebook that can be graded, as the rest of a line that begins with the file's name."""


def parse(
    data: bytes, most_cells: int, loads: Callable[[bytes], Any] = json.loads
) -> tuple[NotebookNode, list[str]]:
    """The notebook in `data` and what was forgiven in it.

    Args:
        data, most_cells: the file, and how many cells it may have.
        loads: a reader of JSON that is faster than Python's; what it refuses is given to Python's.

    Raises:
        Unreadable: if it is none, or has more than `most_cells` cells.
    """
    notes: list[str] = []
    if data.startswith(codecs.BOM_UTF8):
        data = data.removeprefix(codecs.BOM_UTF8)
        notes.append("began with a byte order mark")
    content = _json(data, loads)
    version = _version(content)
    if version < (4, MINOR):
        notes.append(f"notebook format {version[0]}.{version[1]}, read as 4.{MINOR}")
    cells = _cells(content, most_cells)
    if version[0] == 3:
        cells = _from_version_3(cells)
    notes += _schemas(cells)
    return NotebookNode(
        cells=_kept(cells), metadata=NotebookNode(), nbformat=4, nbformat_minor=MINOR
    ), notes


def _json(data: bytes, loads: Callable[[bytes], Any]) -> dict[str, Any]:
    try:
        content = loads(data)
    except (ValueError, RecursionError):
        content = _python_json(data)
    if (
        not isinstance(content, dict)
        or "nbformat" not in content
        or not {"cells", "worksheets"} & content.keys()
    ):
        raise Unreadable("is JSON, but not a notebook: it has no cells")
    return content


def _python_json(data: bytes) -> Any:
    """What Python's own reader makes of it, which knows NaN, numbers of any length and what is wrong with the rest."""
    try:
        return json.loads(data.decode("utf-8"), parse_int=_number)
    except UnicodeDecodeError:
        raise Unreadable("is not UTF-8 text; save it again from Jupyter") from None
    except (RecursionError, MemoryError):
        raise Unreadable("is not a notebook: it is nested too deeply") from None
    except ValueError as error:
        mark = merge_mark(data.decode("utf-8"))
        raise Unreadable(f"is not a notebook: {mark or error}") from None


def merge_mark(text: str) -> str | None:
    """Where a merge has left its marks in a text, and what to do; None if it has not."""
    found = MERGE.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    return (
        f"in line {line} a merge has left its marks ({found[0].strip()[:40]}); open the file as text, keep one side of "
        "each place and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
    )


def _number(text: str) -> float:
    return int(text) if len(text) <= DIGITS else float("inf")


def _version(content: dict[str, Any]) -> tuple[int, int]:
    major, minor = content["nbformat"], content.get("nbformat_minor", 0)
    if type(major) is not int or type(minor) is not int or minor < 0:
        raise Unreadable("is damaged: its notebook format is no number")
    if major not in (3, 4):
        raise Unreadable(
            f"has notebook format {major}, and only 3 and 4 can be read; save it again from Jupyter"
        )
    if not isinstance(content.get("metadata"), dict):
        raise Unreadable("is damaged: it has no metadata")
    return major, minor


def _cells(content: dict[str, Any], most: int) -> list[dict[str, Any]]:
    """The cells, all of them dictionaries with metadata."""
    if content["nbformat"] == 4:
        cells = content.get("cells")
    else:
        sheets = content.get("worksheets")
        if not isinstance(sheets, list) or not all(isinstance(sheet, dict) for sheet in sheets):
            raise Unreadable("is damaged: its worksheets are no list")
        lists = [sheet.get("cells", []) for sheet in sheets]
        known = all(isinstance(each, list) for each in lists)
        cells = list(itertools.chain.from_iterable(lists)) if known else None
    if not isinstance(cells, list):
        raise Unreadable("is damaged: its cells are no list")
    if len(cells) > most:
        raise Unreadable(
            f"has {len(cells):,} cells, more than {most:,}; delete what is not needed and hand it in again"
        )
    for number, cell in enumerate(cells, start=1):
        if not isinstance(cell, dict):
            raise Unreadable(f"is damaged: cell {number} is none")
        if not isinstance(cell.get("metadata", None if content["nbformat"] == 4 else {}), dict):
            raise Unreadable(f"is damaged: cell {number} has no metadata")
    return cells


def _from_version_3(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cells as nbformat brings them to version 4; they are given to it without their outputs."""
    kept = []
    for number, cell in enumerate(cells, start=1):
        kind = cell.get("cell_type")
        field = "input" if kind == "code" else "source"
        mark = cell.get("metadata", {}).get("nbgrader")
        metadata = {"nbgrader": mark} if isinstance(mark, dict) and _depth_is_one(mark) else {}
        copy = {"cell_type": kind, field: _text(cell.get(field), number), "metadata": metadata}
        if kind == "code":
            copy |= {"language": "python", "collapsed": False, "outputs": []}
        elif kind == "heading":
            level = cell.get("level")
            copy["level"] = level if type(level) is int and 1 <= level <= 6 else 1
        elif kind not in ("markdown", "html", "raw"):
            raise Unreadable(f"is damaged: cell {number} is of no known type")
        kept.append(copy)
    old = {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": ""},
        "worksheets": [{"cells": kept, "metadata": {}}],
    }
    found: list[dict[str, Any]] = nbformat.convert(nbformat.from_dict(old), 4).cells
    return found


def _depth_is_one(mark: dict[str, Any]) -> bool:
    return not any(isinstance(value, dict | list) for value in mark.values())


def _schemas(cells: list[dict[str, Any]]) -> list[str]:
    """A note on nbgrader's metadata of another version than today's; what stands in it is the release's anyway."""
    marks = [cell["metadata"].get("nbgrader") for cell in cells]
    versions = [mark.get("schema_version", 0) for mark in marks if isinstance(mark, dict) and mark]
    found = {
        str(each)[:20] if isinstance(each, int | float | str) else type(each).__name__
        for each in versions
    }
    old = sorted(found & {str(number) for number in range(SCHEMA)})
    strange = sorted(found - {str(number) for number in range(SCHEMA + 1)})
    notes = [f"nbgrader metadata of version {', '.join(old)}, read as {SCHEMA}"] if old else []
    if strange:
        notes.append(
            f"nbgrader metadata of an unknown version ({', '.join(strange[:3])}), replaced by the release's"
        )
    return notes


def _kept(cells: list[dict[str, Any]]) -> list[NotebookNode]:
    taken = {name for cell in cells if isinstance(name := cell.get("id"), str)}
    seen: set[str] = set()
    return [_cell(cell, number, taken, seen) for number, cell in enumerate(cells, start=1)]


def _cell(cell: dict[str, Any], number: int, taken: set[str], seen: set[str]) -> NotebookNode:
    kind = cell.get("cell_type")
    if kind not in CELL_TYPES:
        raise Unreadable(f"is damaged: cell {number} is of no known type")
    name = cell.get("id")
    if not isinstance(name, str) or not CELL_ID.fullmatch(name) or name in seen:
        name = f"unnamed-{number}"
        while name in taken:
            name += "-x"
    seen.add(name)
    mark = cell["metadata"].get("nbgrader")
    grade_id = mark.get("grade_id") if isinstance(mark, dict) else None
    good = isinstance(grade_id, str) and len(grade_id) <= 200
    metadata = (
        NotebookNode(nbgrader=NotebookNode(grade_id=grade_id, schema_version=SCHEMA))
        if good
        else NotebookNode()
    )
    more: dict[str, Any] = {}
    if kind == "code":
        more = {"outputs": [], "execution_count": None}
    elif pictures := _pictures(cell.get("attachments")):
        more = {"attachments": pictures}
    return NotebookNode(
        cell_type=kind, metadata=metadata, source=_text(cell.get("source"), number), id=name, **more
    )


def _text(source: object, number: int) -> str:
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        raise Unreadable(f"is damaged: cell {number} has no text")
    return valid(source)


def _pictures(attachments: object) -> NotebookNode:
    """Of what is attached to a text only its pictures."""
    found = NotebookNode()
    for name, formats in attachments.items() if isinstance(attachments, dict) else ():
        if isinstance(formats, dict) and name.isprintable():
            kept = NotebookNode(
                {kind: formats[kind] for kind in PICTURES if is_picture(formats.get(kind))}
            )
            if kept:
                found[name] = kept
    return found


def is_picture(text: object) -> TypeGuard[str]:
    """Whether `text` is base64, as a picture in a notebook is."""
    if not isinstance(text, str) or not text:
        return False
    try:
        base64.b64decode(text.replace("\n", ""), validate=True)
    except (binascii.Error, ValueError):
        return False
    return True
