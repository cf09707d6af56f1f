"""A term for attacks: each test module hands its own in, beside an honest neighbour, and has them graded at once."""

import json
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import nbformat
import pytest
import yaml
from nbformat.notebooknode import NotebookNode

from grader.answers import solutions, submission
from grader.batch import grade
from grader.course import ROOT, Course
from grader.exercises import grading, read
from grader.files import write_text
from grader.manifest import Module
from grader.release import release
from grader.verdict import Outcome

NEIGHBOUR = "zz-neighbour"
FULL = 88.0
LIMITS = {"cell_seconds": 2, "submission_seconds": 12, "notebook_megabytes": 10, "memory_megabytes": 512}


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

    def shown(self, student: str) -> str:
        """Everything that the student's cells put out."""
        path = self.course.autograded(student, self.module) / f"{self.module.name}.ipynb"
        cells = read(path).cells if path.is_file() else []
        return json.dumps(
            [cell.outputs for cell in cells if cell.cell_type == "code" and not grading(cell).get("grade")]
        )


Made = str | NotebookNode | Callable[[NotebookNode], str | NotebookNode] | Mapping[str, str]


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Class]:
    """The module's ATTACKS and an honest neighbour, graded in one batch of two at a time."""
    root = tmp_path_factory.mktemp("course")
    manifest = yaml.safe_load((ROOT / "nbs_config.yml").read_text(encoding="utf-8"))
    manifest["limits"] = LIMITS
    (root / "nbs_config.yml").write_text(yaml.safe_dump(manifest), encoding="utf-8")
    for part in ("modules", "tinytorch"):
        (root / part).symlink_to(ROOT / part)
    course = Course(root, root / "term")
    module = course.manifest.module("layers")
    release(course, module)
    blank = read(course.release(module))
    _hand_in(course, module, NEIGHBOUR, submission(blank, solutions(course, module)))
    attacks: Mapping[str, Made] = request.module.ATTACKS
    for name, made in attacks.items():
        _hand_in(course, module, name, _made(blank, made))
    prepare = getattr(request.module, "prepare", None)
    if prepare is not None:
        prepare(course, module)
    outcomes: dict[str, Outcome] = {}
    begin = time.monotonic()
    students = course.students(module)
    grade(course, module, students, jobs=2, engine="wall", report=lambda each: outcomes.update({each.student: each}))
    yield Class(course, module, outcomes, time.monotonic() - begin)
    shutil.rmtree(root / "term", ignore_errors=True)


def _made(blank: NotebookNode, made: Made) -> str | NotebookNode:
    """An attack is the code of the first answer cell, of several, or a whole file."""
    if isinstance(made, str):
        return submission(blank, {"layer": made})
    if isinstance(made, Mapping) and not isinstance(made, NotebookNode):
        return submission(blank, made)
    if callable(made):
        return made(nbformat.reads(nbformat.writes(blank), as_version=4))
    return made


def _hand_in(course: Course, module: Module, student: str, book: str | NotebookNode) -> None:
    path = course.submitted(student, module) / f"{module.name}.ipynb"
    text = book if isinstance(book, str) else nbformat.writes(book)
    write_text(path, text)
