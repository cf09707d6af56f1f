"""Read notebooks and their nbgrader metadata: cells, exercises and the tests of each exercise."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from grader.course.errors import CourseError
from grader.course.term import ROOT
from workbench.cells import grade_id, grading, is_answer
from workbench.parse import conflict_marker

HIDDEN_BEGIN = "### BEGIN HIDDEN TESTS"
HIDDEN_END = "### END HIDDEN TESTS"
MARKER = re.compile(r"^[ \t]*### (BEGIN|END) SOLUTION[ \t]*\n?", re.MULTILINE)


@dataclass
class Exercise:
    """One solution cell and the graded cells that follow it, up to the next solution cell."""

    name: str
    manual: bool
    tests: dict[str, float] = field(default_factory=dict)  # grade_id -> points

    @property
    def points(self) -> float:
        """The points of all its tests together."""
        return sum(self.tests.values())


def read(path: Path) -> NotebookNode:
    """Return the notebook at `path` in the newest format of version 4.

    Raises:
        CourseError: if it is damaged; the message says where.
    """
    try:
        return nbformat.read(path, as_version=4)
    # nbformat raises any of these for a damaged notebook.
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CourseError(damage(path)) from None


def damage(path: Path) -> str:
    """Say what is wrong with a notebook that cannot be read, where, and what to do."""
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    text = path.read_text(encoding="utf-8", errors="replace")
    if conflict := conflict_marker(text):
        return f"{shown}: {_cell_at(text)}{conflict}."
    try:
        json.loads(text)
        why = "it has no cells of a known type"
    except ValueError as error:
        why = str(error)
    fix = f"Fix it in a text editor, or restore the last commit with git restore {shown}."
    return f"{shown} is not a valid notebook: {why}. {fix}"


def _cell_at(text: str) -> str:
    """Return the cell with the first conflict marker, as `cell 12 (linear), `."""
    before = text[: text.index("<<<<<<<")] if "<<<<<<<" in text else text[: text.index(">>>>>>>")]
    begun = before.rfind('"cell_type":')
    if begun < 0:
        return ""
    name = re.findall(r'"grade_id": "([^"]*)"', before[begun:])
    number = before.count('"cell_type":')
    return f"cell {number} ({name[0]}), " if name else f"cell {number}, "


def is_hidden(cell: NotebookNode) -> bool:
    """Return whether the cell holds hidden tests."""
    return HIDDEN_BEGIN in cell.source


def exercise_cells(notebook: NotebookNode) -> Iterator[tuple[str, NotebookNode]]:
    """Yield each solution or graded cell with the name of its exercise."""
    current = ""
    for cell in notebook.cells:
        if is_answer(cell):
            current = grade_id(cell) or ""
        if is_answer(cell) or grading(cell).get("grade"):
            yield current, cell


def exercises(notebook: NotebookNode) -> list[Exercise]:
    """Return the exercises of a source or release notebook, in order.

    An answer that is graded by hand is an exercise of its own.
    """
    found: dict[str, Exercise] = {}
    for name, cell in exercise_cells(notebook):
        exercise = found.setdefault(name, Exercise(name, manual=False))
        if grading(cell).get("grade"):
            exercise.tests[grading(cell).grade_id] = float(grading(cell).points)
            exercise.manual = exercise.manual or is_answer(cell)
    return list(found.values())
