"""Look at what was handed in before anything is run: is there a notebook of the right name, and can it be read?"""

import hashlib
import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import nbformat.reader
from nbformat.notebooknode import NotebookNode
from nbformat.v4.rwbase import rejoin_lines

from grader.course import Course
from grader.manifest import Module
from grader.verdict import Verdict


@dataclass(frozen=True)
class Refusal:
    """Why a submission cannot be graded, in a line for the grades."""

    verdict: Verdict
    note: str


def refuse(course: Course, student: str, module: Module) -> Refusal | None:
    """The reason why a submission cannot be graded, or None if it can."""
    found = open_submission(course, student, module)
    return found if isinstance(found, Refusal) else None


def open_submission(course: Course, student: str, module: Module) -> NotebookNode | Refusal:
    """The notebook that was handed in, or the reason why it cannot be graded."""
    path = course.submitted(student, module) / f"{module.name}.ipynb"
    if any(character in student for character in "*?["):
        return Refusal(Verdict.UNREADABLE, f"{student!r} cannot be a student's name: rename the folder without * ? [")
    if not os.path.lexists(path):
        return Refusal(Verdict.MISSING, _what_is_there(path))
    if not stat.S_ISREG(path.lstat().st_mode):
        return Refusal(Verdict.UNREADABLE, f"{path.name} is a link or no ordinary file; hand in the notebook itself")
    limit = course.manifest.limits.notebook_megabytes
    if path.stat().st_size > limit * 1024 * 1024:
        size = path.stat().st_size / (1024 * 1024)
        note = f"{path.name} has {size:.0f} MB, more than {limit} MB; clear its outputs and hand it in again"
        return Refusal(Verdict.UNREADABLE, note)
    return _notebook(path)


def fingerprint(course: Course, student: str, module: Module) -> str:
    """A short name for what was handed in and what it was graded with; the same means: nothing to do."""
    digest = hashlib.sha256()
    for path in (course.submitted(student, module) / f"{module.name}.ipynb", course.source(module)):
        digest.update(path.read_bytes() if path.is_file() else b"-")
    return digest.hexdigest()[:16]


def _what_is_there(path: Path) -> str:
    others = sorted(other.name for other in path.parent.glob("*") if other.suffix == ".ipynb")
    if others:
        return f"{path.name} is missing; there is {others[0]!r}: rename it to {path.name} and grade again"
    return f"{path.name} is missing"


def _notebook(path: Path) -> NotebookNode | Refusal:
    try:
        content = json.loads(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError:
        return Refusal(Verdict.UNREADABLE, f"{path.name} is not UTF-8 text; save it again from Jupyter")
    except (ValueError, RecursionError) as error:
        return Refusal(Verdict.UNREADABLE, f"{path.name} is not a notebook: {_plain(error)}")
    if not isinstance(content, dict) or "cells" not in content or "nbformat" not in content:
        return Refusal(Verdict.UNREADABLE, f"{path.name} is JSON, but not a notebook: it has no cells")
    try:
        json.dumps(content, ensure_ascii=False).encode()  # half a character, as a broken editor leaves it, fails here
        notebook = nbformat.convert(_read(content), 4)
        kept = [cell.get("metadata", NotebookNode()) for cell in notebook.cells]
        for cell in notebook.cells:
            if isinstance(cell.get("metadata"), NotebookNode):
                cell.metadata = NotebookNode()  # whatever it held: the release's metadata is what counts
        nbformat.validate(notebook)
        for cell, metadata in zip(notebook.cells, kept, strict=True):
            cell.metadata = metadata
    except Exception as error:  # nbformat raises errors of many types for many kinds of damage
        return Refusal(Verdict.UNREADABLE, f"{path.name} is damaged: {_plain(error)}")
    return notebook


def _read(content: dict[str, Any]) -> NotebookNode:
    """What nbformat makes of a notebook's JSON: the lines of a cell joined."""
    if content["nbformat"] == 4:
        return rejoin_lines(nbformat.from_dict(content))
    return nbformat.reader.reads(json.dumps(content))


def _plain(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:150] or type(error).__name__
