"""Read the written answers of one question: from the graded notebooks, marks from the gradebook."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import orjson
from nbgrader.api import Gradebook

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.feedback.tasks import Task, tasks_of
from grader.gradebook.manual_marks import Mark, marks_of
from workbench.cells import grade_id, is_written

Attachments = dict[str, dict[str, str]]  # name -> type -> data, as a notebook has them


@dataclass(frozen=True)
class Question:
    """A written question of a module, its released text, and its most points."""

    module: Module
    task: Task
    blank: str
    points: float


@dataclass(frozen=True)
class Answer:
    """What one student wrote, the pictures in it, and the mark that a reader gave."""

    student: str
    text: str
    attachments: Attachments
    mark: Mark

    @property
    def waiting(self) -> bool:
        """Whether it is still to be graded."""
        return self.mark.waiting


@dataclass(frozen=True)
class Answers:
    """The answers to one question.

    Args:
        given: those with text, in the order of the students' ids.
        empty: those that are blank or were left as released.
        absent: ids of students whose notebook has no such cell, or cannot be read.
    """

    given: list[Answer]
    empty: list[Answer]
    absent: list[str]


def questions(course: Course) -> Iterator[Question]:
    """Yield the written questions of the modules that are released."""
    for module in course.manifest.modules:
        release = course.release(module)
        if release.is_file():
            yield from _questions(course, module.id, release.stat().st_mtime_ns)


def question(course: Course, module: str, name: str) -> Question:
    """Return a question by its module's id and its grade_id.

    Raises:
        CourseError: if there is none, or its module is not released.
    """
    for each in questions(course):
        if (each.module.id, each.task.name) == (module, name):
            return each
    raise CourseError(f"{module} has no written question {name}, or is not released.")


@lru_cache(maxsize=32)
def _questions(course: Course, module_id: str, changed: int) -> list[Question]:
    """Return a module's questions; read anew when its release has changed."""
    module = course.manifest.module(module_id)
    tasks = {task.name: task for task in tasks_of(course.source(module)) if task.manual}
    return [
        Question(module, tasks[name], cell["source"].strip(), module.points[name])
        for cell in read(course.release(module)).cells
        if is_written(cell) and (name := grade_id(cell) or "") in tasks
    ]


def answers(course: Course, gradebook: Gradebook, asked: Question) -> Answers:
    """Return the answers of everybody whose submission was graded.

    Raises:
        CourseError: if the gradebook cannot be read.
    """
    found = Answers([], [], [])
    for student, mark in marks_of(gradebook, asked.module, asked.task.name).items():
        path = course.autograded(student, asked.module) / f"{asked.module.name}.ipynb"
        written = _written(path, asked.task.name)
        if written is None:
            found.absent.append(student)
            continue
        text, attachments = written
        blank = text.strip() in ("", asked.blank)
        answer = Answer(student, text.strip(), attachments, mark)
        (found.empty if blank else found.given).append(answer)
    return found


def _written(path: Path, name: str) -> tuple[str, Attachments] | None:
    """Return the text and pictures of a cell; None if there is no such cell."""
    try:
        return _written_cells(path, path.stat().st_mtime_ns).get(name)
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=4096)
def _written_cells(path: Path, changed: int) -> dict[str, tuple[str, Attachments]]:
    """Return the written answers of a notebook; read anew when the file has changed."""
    found = {}
    # As plain JSON: the grader wrote this file, and nbformat takes twenty times as long.
    for cell in orjson.loads(path.read_bytes())["cells"]:
        grading = cell["metadata"].get("nbgrader", {})
        if cell["cell_type"] == "markdown" and grading.get("solution"):
            source = cell["source"]
            text = source if isinstance(source, str) else "".join(source)
            found[grading["grade_id"]] = text, cell.get("attachments") or {}
    return found
