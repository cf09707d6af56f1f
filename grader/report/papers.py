"""Read what the graded notebooks of a module hold: mistakes, failures, tasks not begun, repairs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import orjson
from nbformat.notebooknode import NotebookNode

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.notebook import exercise_cells, read
from grader.course.outcome import Outcome
from grader.course.term import Course
from grader.course.text import first_line
from grader.feedback.findings import State
from grader.feedback.misconceptions import sources
from grader.feedback.redact import finding, sentences
from workbench.cells import grade_id, grading, is_answer

# Nothing to tell, or another part of the report does: a task that is not written, an endless cell.
TOLD_ELSEWHERE = (State.PASSED, State.UNWRITTEN, State.TIMEOUT)


@dataclass(frozen=True)
class Failed:
    """A failed test.

    Args:
        task: its exercise.
        sentence: the misconception that it names; empty if it names none.
        read: the section that teaches it.
        what: what else is known of the failure.
        points: of the test.
    """

    task: str
    sentence: str
    read: str
    what: str
    points: float


@dataclass
class Paper:
    """One student's graded notebook.

    Args:
        outcome: of its grading.
        answers: exercise -> what the student wrote.
        untouched: the exercises whose answer is that of the release, or is missing.
        findings: its failed tests.
        repairs: a line for each kind of repair.
    """

    outcome: Outcome
    answers: dict[str, str] = field(default_factory=dict)
    untouched: set[str] = field(default_factory=set)
    findings: list[Failed] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)


class Reader:
    """Reads the graded notebooks of a module.

    Raises:
        CourseError: if the module is not released.
    """

    def __init__(self, course: Course, module: Module) -> None:
        self._course, self._module = course, module
        if not course.release(module).is_file():
            raise CourseError(
                f"{module.id} is not released: run `make release MODULE={module.name}`."
            )
        blank = read(course.release(module))
        self.given = answers(blank)
        self._sources = sources(course.book(module))

    def paper(self, outcome: Outcome) -> Paper:
        """Return what the graded notebook of a student holds; nothing if there is none."""
        path = self._course.autograded(outcome.student, self._module) / f"{self._module.name}.ipynb"
        notebook = _load(path)
        if notebook is None:
            return Paper(outcome)
        written = answers(notebook)
        repairs = notebook.metadata.get("tinytorch", {}).get("notes", [])
        return Paper(
            outcome,
            written,
            untouched(written, self.given),
            [
                each
                for name, cell in exercise_cells(notebook)
                for each in self._findings(name, cell)
            ],
            [first_line(str(note), 300) for note in repairs],
        )

    def _findings(self, task: str, cell: NotebookNode) -> list[Failed]:
        """Return what a test found: nothing if it passed."""
        if cell.cell_type != "code" or not grading(cell).get("grade"):
            return []
        found = finding(cell, sentences(cell, self._sources))
        if found.state in TOLD_ELSEWHERE:
            return []
        raised = f"the code raised {found.kind}" if found.kind else "a check failed"
        points = float(grading(cell).get("points") or 0)
        return [Failed(task, found.likely, found.read, found.title or raised, points)]


def answers(notebook: NotebookNode) -> dict[str, str]:
    """Return exercise -> the text of its answer cell."""
    return {grade_id(cell) or "": cell.source for cell in notebook.cells if is_answer(cell)}


def untouched(written: Mapping[str, str], given: Mapping[str, str]) -> set[str]:
    """Return the exercises whose answer is empty, missing or that of the release."""
    return {
        name
        for name, source in given.items()
        if written.get(name, "").strip() in ("", source.strip())
    }


def _load(path: Path) -> NotebookNode | None:
    """Return a graded notebook, None if there is none."""
    try:
        # The grader wrote it, so it is not checked again, which takes most of the time.
        content = orjson.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValueError:
        raise CourseError(f"{path} is damaged: grade this student again.") from None
    return nbformat.from_dict(content)
