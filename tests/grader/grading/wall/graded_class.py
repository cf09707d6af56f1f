"""A class that has been graded behind the wall, for the tests that attack it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import nbformat
from nbformat.notebooknode import NotebookNode

from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Outcome
from grader.course.term import Course
from workbench.cells import grading

NEIGHBOUR = "zz-neighbour"
FULL = 88.0
LIMITS = {
    "cell_seconds": 2,
    "submission_seconds": 12,
    "notebook_megabytes": 10,
    "memory_megabytes": 512,
}


@dataclass
class Class:
    """A batch that has been graded."""

    course: Course
    module: Module
    outcomes: dict[str, Outcome]
    seconds: float

    def points(self, student: str) -> float:
        with self.course.gradebook() as gradebook:
            book = gradebook.find_submission_notebook(self.module.name, self.module.id, student)
            return float(sum(grade.auto_score or 0 for grade in book.grades))

    def gained(self, student: str) -> set[str]:
        """The test cells that gave points."""
        with self.course.gradebook() as gradebook:
            book = gradebook.find_submission_notebook(self.module.name, self.module.id, student)
            return {grade.name for grade in book.grades if grade.auto_score}

    def check_neighbour(self) -> None:
        """The honest one in the same batch has full marks."""
        assert self.points(NEIGHBOUR) == FULL
        assert self.outcomes[NEIGHBOUR].verdict == "ok"

    def shown(self, student: str) -> str:
        """Everything that the student's cells put out."""
        path = self.course.autograded(student, self.module) / f"{self.module.name}.ipynb"
        cells = read(path).cells if path.is_file() else []
        return json.dumps(
            [
                cell.outputs
                for cell in cells
                if cell.cell_type == "code" and not grading(cell).get("grade")
            ]
        )


Made = str | NotebookNode | Callable[[NotebookNode], str | NotebookNode] | Mapping[str, str]


def hand_in(course: Course, module: Module, student: str, book: str | NotebookNode) -> None:
    """Put a notebook, or a text in its place, where a student's submission lies."""
    path = course.submitted(student, module) / f"{module.name}.ipynb"
    text = book if isinstance(book, str) else nbformat.writes(book)
    write_text(path, text)
