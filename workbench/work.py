"""A student's notebook beside its release while it is repaired, and what is asked of single cells."""

import ast
import re
from dataclasses import dataclass, field

from nbformat.notebooknode import NotebookNode

from workbench.notebook import mark, name

NOT_GRADED = "skip-execution"  # nbclient's own tag for a cell that it passes over
LONGEST = 50_000  # characters of a cell that are parsed; nobody writes so much into one
DEFINED = re.compile(
    r"^(?:class|(?:async )?def) (\w+)|^([A-Za-z_]\w*) *(?::[^=\n]+)?=(?!=)", re.MULTILINE
)

Notes = dict[str, list[str]]  # what was repaired -> the grade_ids of the cells


@dataclass
class Work:
    """What the repair works on.

    Args:
        cells: the student's cells, in their order; the list is changed in place.
        given: the cells of the release.
        matched: place of a cell in the release -> the student's cell that stands for it.
        notes: what was repaired.
    """

    cells: list[NotebookNode]
    given: list[NotebookNode]
    matched: dict[int, NotebookNode] = field(default_factory=dict)
    notes: Notes = field(default_factory=dict)

    def note(self, what: str, cell: NotebookNode) -> None:
        """Add a released cell to what is told."""
        called = label(cell)
        if called not in self.notes.setdefault(what, []):
            self.notes[what].append(called)

    def loose(self) -> list[NotebookNode]:
        """The student's cells that stand for none of the release."""
        taken = {id(cell) for cell in self.matched.values()}
        return [cell for cell in self.cells if id(cell) not in taken]

    def place(self, cell: NotebookNode) -> int:
        """Where a student's cell stands."""
        return next(number for number, each in enumerate(self.cells) if each is cell)

    def gap(self, index: int) -> list[NotebookNode]:
        """The loose cells around the place of a released cell, up to its matched neighbours."""
        before = max((known for known in self.matched if known < index), default=None)
        after = min((known for known in self.matched if known > index), default=None)
        begin = 0 if before is None else self.place(self.matched[before]) + 1
        end = len(self.cells) if after is None else self.place(self.matched[after])
        loose = {id(cell) for cell in self.loose()}
        return [cell for cell in self.cells[begin:end] if id(cell) in loose]

    def remove(self, cell: NotebookNode) -> None:
        """Take a student's cell out."""
        del self.cells[self.place(cell)]


def label(cell: NotebookNode) -> str:
    """How a released cell is called in a note: its grade_id, or how it begins."""
    return name(cell) or repr(cell["source"].strip().split("\n", 1)[0][:40])


def is_answer(cell: NotebookNode) -> bool:
    """Whether a released cell is a student's to write."""
    return bool(mark(cell).get("solution"))


def is_written(cell: NotebookNode) -> bool:
    """Whether a released cell is for an answer in words, which a person marks."""
    return is_answer(cell) and cell["cell_type"] == "markdown"


def is_needed(cell: NotebookNode) -> bool:
    """Whether a released cell is code that grading runs."""
    return (
        cell["cell_type"] == "code"
        and bool(cell["source"].strip())
        and NOT_GRADED not in cell["metadata"].get("tags", [])
    )


def is_untouched(cell: NotebookNode, original: NotebookNode) -> bool:
    """Whether a cell is empty, or as it was given."""
    text = cell["source"].strip()
    return not text or text == original["source"].strip()


def defined(source: str) -> set[str]:
    """The functions, classes and variables that a cell's text makes at its left margin."""
    return {function or variable for function, variable in DEFINED.findall(source)}


def is_python(source: str) -> bool:
    """Whether a text is Python as it stands; a text that is too long to be looked at is none."""
    if len(source) > LONGEST:
        return False
    try:
        ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
