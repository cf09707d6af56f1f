"""The exercises of a module as its source notebook tells them: which test cells belong to which solution cell."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from grader.course.term import ROOT
from grader.errors import CourseError
from workbench.parse import merge_mark

HIDDEN_BEGIN = "### BEGIN HIDDEN TESTS"
HIDDEN_END = "### END HIDDEN TESTS"
MARKER = re.compile(r"^[ \t]*### (BEGIN|END) SOLUTION[ \t]*\n?", re.MULTILINE)
NOT_GRADED = "skip-execution"  # nbclient's own tag for a cell that it passes over


@dataclass
class Exercise:
    """One solution cell and the graded cells that follow it, up to the next solution cell."""

    name: str
    manual: bool
    tests: dict[str, float] = field(default_factory=dict)  # grade_id -> points

    @property
    def points(self) -> float:
        return sum(self.tests.values())


def read(path: Path) -> NotebookNode:
    """The notebook at `path`, in the newest version 4 format.

    Raises:
        CourseError: if it is damaged, with the place.
    """
    try:
        return nbformat.read(path, as_version=4)
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
    ):  # what nbformat raises for damage of many kinds
        raise CourseError(damage(path)) from None


def damage(path: Path) -> str:
    """What is wrong with a notebook that cannot be read: where, and what to do."""
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    text = path.read_text(encoding="utf-8", errors="replace")
    if mark := merge_mark(text):
        return f"{shown}: {_cell_at(text)}{mark}."
    try:
        json.loads(text)
        why = "it has no cells, or none of a known form"
    except ValueError as error:
        why = str(error)
    return f"{shown} is no notebook: {why}. Correct it as text, or take the last commit's with git restore {shown}."


def _cell_at(text: str) -> str:
    """The cell in which a merge has left its first mark, `cell 12 (linear), `."""
    before = text[: text.index("<<<<<<<")] if "<<<<<<<" in text else text[: text.index(">>>>>>>")]
    begun = before.rfind('"cell_type":')
    if begun < 0:
        return ""
    name = re.findall(r'"grade_id": "([^"]*)"', before[begun:])
    number = before.count('"cell_type":')
    return f"cell {number} ({name[0]}), " if name else f"cell {number}, "


def grading(cell: NotebookNode) -> NotebookNode:
    """The cell's nbgrader metadata, empty if it has none or what stands there is none."""
    mark = cell["metadata"].get(
        "nbgrader"
    )  # as an item: a NotebookNode takes five times as long for an attribute
    return mark if isinstance(mark, NotebookNode) else NotebookNode()


def grade_id(cell: NotebookNode) -> str | None:
    mark = cell["metadata"].get("nbgrader")
    name = mark.get("grade_id") if isinstance(mark, NotebookNode) else None
    return name if isinstance(name, str) else None


def is_run(cell: NotebookNode) -> bool:
    """Whether the cell is run when a submission is graded."""
    return (
        cell.cell_type == "code"
        and bool(cell.source.strip())
        and NOT_GRADED not in cell.metadata.get("tags", [])
    )


def is_hidden(cell: NotebookNode) -> bool:
    """Whether the cell holds hidden tests."""
    return HIDDEN_BEGIN in cell.source


def is_answer(cell: NotebookNode) -> bool:
    """Whether the cell is a student's to write: a solution cell."""
    return bool(grading(cell).get("solution"))


def exercise_cells(notebook: NotebookNode) -> Iterator[tuple[str, NotebookNode]]:
    """Every solution and graded cell, with the name of the exercise that it belongs to."""
    current = ""
    for cell in notebook.cells:
        if is_answer(cell):
            current = grade_id(cell) or ""
        if is_answer(cell) or grading(cell).get("grade"):
            yield current, cell


def exercises(notebook: NotebookNode) -> list[Exercise]:
    """The exercises of a source or release notebook, in its order. A written answer is an exercise of its own."""
    found: dict[str, Exercise] = {}
    for name, cell in exercise_cells(notebook):
        exercise = found.setdefault(name, Exercise(name, manual=False))
        if grading(cell).get("grade"):
            exercise.tests[grading(cell).grade_id] = float(grading(cell).points)
            exercise.manual = exercise.manual or is_answer(cell)
    return list(found.values())
