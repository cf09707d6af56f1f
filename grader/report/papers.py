"""Read what the graded notebooks of a module hold: mistakes, failures, tasks not begun, repairs."""

import builtins
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import orjson
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import exercise_cells, grade_id, grading, is_answer, read
from grader.course.outcome import Outcome
from grader.course.term import Course
from grader.errors import CourseError
from grader.feedback.misconceptions import sources
from grader.feedback.redact import CHECK_ERRORS, sentences
from grader.feedback.sentences import Sentences, Source
from grader.grading.conclude import errors
from grader.text import first_line
from workbench.execute import TIMEOUT

# Another part of the report tells these: a task that is not written, a cell that never ends.
TOLD_ELSEWHERE = ("NotImplementedError", TIMEOUT)


@dataclass(frozen=True)
class Finding:
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
    findings: list[Finding] = field(default_factory=list)
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
        self._sources = [_once(each) for each in sources(course.book(module))]

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

    def _findings(self, task: str, cell: NotebookNode) -> list[Finding]:
        """Return what a test found: nothing if it passed."""
        found = errors(cell)
        if not grading(cell).get("grade") or not found or found[0].ename in TOLD_ELSEWHERE:
            return []
        lines = sentences(cell, self._sources)
        told = dict(
            line.split(": ", 1) for line in lines if line.startswith(("likely: ", "read: "))
        )
        what = lines[0] if lines and not lines[0].startswith(("likely: ", "read: ")) else ""
        points = float(grading(cell).get("points") or 0)
        return [
            Finding(
                task,
                told.get("likely", ""),
                told.get("read", ""),
                what or _raised(found[0].ename),
                points,
            )
        ]


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


def _raised(name: str) -> str:
    """Return what is known of an error from its name."""
    if name in CHECK_ERRORS:
        return "a check failed"
    known = getattr(builtins, name, None)
    # The name of a class of the student's own could say who they are.
    own = not (isinstance(known, type) and issubclass(known, BaseException))
    return f"the code raised {'an error' if own else name}"


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


def _once(source: Source) -> Source:
    """Return a source that reads each test once, since a class fails the same ones."""
    known: dict[str, list[Sentences]] = {}

    def of_cell(cell: NotebookNode) -> list[Sentences]:
        if cell.source not in known:
            known[cell.source] = source(cell)
        return known[cell.source]

    return of_cell
