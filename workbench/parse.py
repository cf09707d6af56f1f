"""Parse the bytes of a submitted notebook, and keep only what counts.

That is each cell's type, text, id and grade_id, and the pictures of its text. Outputs, tags,
kernel names and everything else in the file have no effect on grading, so they are dropped here
and no later step has to deal with them.
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

MINOR = 5  # notebooks are read as version 4.5 of the format
SCHEMA = 3  # the version of nbgrader's metadata
CELL_TYPES = ("code", "markdown", "raw")
PICTURES = ("image/png", "image/jpeg", "image/gif")
CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
MERGE = re.compile(r"^[ \t]*(<{7}|>{7})(?: |$).*", re.MULTILINE)  # Git's conflict markers
DIGITS = 18  # a longer integer is read as infinity: int() refuses very long ones, and none counts


class Unreadable(ValueError):
    """Raised for an unreadable notebook; the message follows the file's name."""


def parse(
    data: bytes, most_cells: int, loads: Callable[[bytes], Any] = json.loads
) -> tuple[NotebookNode, list[str]]:
    """Parse a notebook file.

    Args:
        data: the content of the file.
        most_cells: the highest number of cells.
        loads: a JSON parser faster than Python's; what it rejects is given to Python's.

    Returns:
        The notebook, and notes on what was tolerated.

    Raises:
        Unreadable: if it is not a notebook, or has more than `most_cells` cells.
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
    notes += _schema_notes(cells)
    notebook = NotebookNode(
        cells=_clean(cells), metadata=NotebookNode(), nbformat=4, nbformat_minor=MINOR
    )
    return notebook, notes


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
    """The content, parsed by Python: it accepts NaN and long integers, and locates an error."""
    try:
        return json.loads(data.decode("utf-8"), parse_int=_number)
    except UnicodeDecodeError:
        raise Unreadable("is not UTF-8 text; save it again from Jupyter") from None
    except (RecursionError, MemoryError):
        raise Unreadable("is not a notebook: it is nested too deeply") from None
    except ValueError as error:
        conflict = conflict_marker(data.decode("utf-8"))
        raise Unreadable(f"is not a notebook: {conflict or error}") from None


def conflict_marker(text: str) -> str | None:
    """Where a merge has left conflict markers in a text, and what to do; None if nowhere."""
    found = MERGE.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    return (
        f"line {line} is a merge conflict marker ({found[0].strip()[:40]}); open the file as text, "
        "keep one side of each conflict and delete the lines that begin with <<<<<<<, ======= and "
        ">>>>>>>"
    )


def _number(text: str) -> float:
    return int(text) if len(text) <= DIGITS else float("inf")


def _version(content: dict[str, Any]) -> tuple[int, int]:
    """The version of the notebook format, major and minor."""
    major, minor = content["nbformat"], content.get("nbformat_minor", 0)
    # Not isinstance: true is a number for Python.
    if type(major) is not int or type(minor) is not int or minor < 0:
        raise Unreadable("is damaged: its notebook format is not a number")
    if major not in (3, 4):
        raise Unreadable(
            f"has notebook format {major}, and only 3 and 4 can be read; save it again from Jupyter"
        )
    if not isinstance(content.get("metadata"), dict):
        raise Unreadable("is damaged: it has no metadata")
    return major, minor


def _cells(content: dict[str, Any], most: int) -> list[dict[str, Any]]:
    """The cells, all of them dictionaries with metadata."""
    cells = _cell_list(content)
    if not isinstance(cells, list):
        raise Unreadable("is damaged: 'cells' is not a list")
    if len(cells) > most:
        raise Unreadable(
            f"has {len(cells):,} cells, more than {most:,}; "
            "delete what is not needed and hand it in again"
        )
    # Version 3 allows a cell without metadata.
    default: dict[str, Any] | None = None if content["nbformat"] == 4 else {}
    for number, cell in enumerate(cells, start=1):
        if not isinstance(cell, dict):
            raise Unreadable(f"is damaged: cell {number} is not a JSON object")
        if not isinstance(cell.get("metadata", default), dict):
            raise Unreadable(f"is damaged: cell {number} has no metadata")
    return cells


def _cell_list(content: dict[str, Any]) -> Any:
    """What is in the place of the cells; version 3 divides them among worksheets."""
    if content["nbformat"] == 4:
        return content.get("cells")
    sheets = content.get("worksheets")
    if not isinstance(sheets, list) or not all(isinstance(sheet, dict) for sheet in sheets):
        raise Unreadable("is damaged: 'worksheets' is not a list")
    lists = [sheet.get("cells", []) for sheet in sheets]
    if not all(isinstance(each, list) for each in lists):
        return None
    return list(itertools.chain.from_iterable(lists))


def _from_version_3(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cells of format 3, converted to format 4 by nbformat."""
    kept = []
    for number, cell in enumerate(cells, start=1):
        kind = cell.get("cell_type")
        field = "input" if kind == "code" else "source"
        grading = cell.get("metadata", {}).get("nbgrader")
        flat = isinstance(grading, dict) and _is_flat(grading)
        # Without outputs and other metadata: nbformat fails on damage that we do not need to see.
        copy = {
            "cell_type": kind,
            field: _text(cell.get(field), number),
            "metadata": {"nbgrader": grading} if flat else {},
        }
        if kind == "code":
            copy |= {"language": "python", "collapsed": False, "outputs": []}
        elif kind == "heading":
            level = cell.get("level")
            copy["level"] = level if type(level) is int and 1 <= level <= 6 else 1
        elif kind not in ("markdown", "html", "raw"):
            raise Unreadable(f"is damaged: cell {number} has an unknown type")
        kept.append(copy)
    old = {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": ""},
        "worksheets": [{"cells": kept, "metadata": {}}],
    }
    found: list[dict[str, Any]] = nbformat.convert(nbformat.from_dict(old), 4).cells
    return found


def _is_flat(grading: dict[str, Any]) -> bool:
    return not any(isinstance(value, dict | list) for value in grading.values())


def _schema_notes(cells: list[dict[str, Any]]) -> list[str]:
    """Notes on nbgrader metadata of another version; the repair takes the release's anyway."""
    found = [cell["metadata"].get("nbgrader") for cell in cells]
    versions = [each.get("schema_version", 0) for each in found if isinstance(each, dict) and each]
    names = {
        str(each)[:20] if isinstance(each, int | float | str) else type(each).__name__
        for each in versions
    }
    old = sorted(names & {str(number) for number in range(SCHEMA)})
    unknown = sorted(names - {str(number) for number in range(SCHEMA + 1)})
    notes = [f"nbgrader metadata of version {', '.join(old)}, read as {SCHEMA}"] if old else []
    if unknown:
        shown = ", ".join(unknown[:3])
        notes.append(
            f"nbgrader metadata of an unknown version ({shown}), replaced by the release's"
        )
    return notes


def _clean(cells: list[dict[str, Any]]) -> list[NotebookNode]:
    """The cells with nothing but what counts, each with an id of its own."""
    taken = {cell_id for cell in cells if isinstance(cell_id := cell.get("id"), str)}
    seen: set[str] = set()
    return [_cell(cell, number, taken, seen) for number, cell in enumerate(cells, start=1)]


def _cell(cell: dict[str, Any], number: int, taken: set[str], seen: set[str]) -> NotebookNode:
    kind = cell.get("cell_type")
    if kind not in CELL_TYPES:
        raise Unreadable(f"is damaged: cell {number} has an unknown type")
    cell_id = cell.get("id")
    if not isinstance(cell_id, str) or not CELL_ID.fullmatch(cell_id) or cell_id in seen:
        cell_id = f"unnamed-{number}"
        # A student's cell may already have this id.
        while cell_id in taken:
            cell_id += "-x"
    seen.add(cell_id)
    grading = cell["metadata"].get("nbgrader")
    grade_id = grading.get("grade_id") if isinstance(grading, dict) else None
    metadata = NotebookNode()
    if isinstance(grade_id, str) and len(grade_id) <= 200:
        metadata.nbgrader = NotebookNode(grade_id=grade_id, schema_version=SCHEMA)
    more: dict[str, Any] = {}
    if kind == "code":
        more = {"outputs": [], "execution_count": None}
    elif pictures := _pictures(cell.get("attachments")):
        more = {"attachments": pictures}
    source = _text(cell.get("source"), number)
    return NotebookNode(cell_type=kind, metadata=metadata, source=source, id=cell_id, **more)


def _text(source: object, number: int) -> str:
    """The text of cell `number`: a string, or in the file also a list of lines."""
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        raise Unreadable(f"is damaged: cell {number} has no text")
    return valid(source)


def _pictures(attachments: object) -> NotebookNode:
    """The pictures among the attachments of a text cell."""
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
    """Whether `text` is base64, the encoding of pictures in a notebook."""
    if not isinstance(text, str) or not text:
        return False
    try:
        # Base64 may be wrapped in lines; without `validate`, foreign characters are skipped.
        base64.b64decode(text.replace("\n", ""), validate=True)
    except (binascii.Error, ValueError):
        return False
    return True
