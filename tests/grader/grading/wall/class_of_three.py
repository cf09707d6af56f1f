"""A term in which three students have handed in 02_activations, and how to grade it."""

from pathlib import Path

import nbformat

from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Outcome
from grader.course.term import ROOT, Course
from grader.grading.batch import grade
from grader.library.answers import solutions, submission
from grader.release.make import release


def make_class(folder: Path) -> tuple[Course, Module]:
    """A term in which 02_activations is released and three students have handed it in."""
    course = Course(ROOT, folder)
    module = course.manifest.module("activations")
    release(course, module)
    blank = read(course.release(module))
    right = solutions(course, module)
    for student, answers in (("ada", right), ("ben", right), ("cay", {})):
        text = nbformat.writes(submission(blank, answers))
        write_text(course.submitted(student, module) / f"{module.name}.ipynb", text)
    return course, module


def run(course: Course, module: Module, students: list[str] | None = None) -> dict[str, Outcome]:
    """Grade `students`, by default all of them; student -> outcome."""
    found: list[Outcome] = []
    chosen = students if students is not None else course.students(module)
    grade(course, module, chosen, engine="wall", report=found.append)
    return {each.student: each for each in found}


def score(course: Course, module: Module, student: str) -> float:
    """The student's score in the gradebook."""
    with course.gradebook() as gradebook:
        return float(gradebook.find_submission(module.id, student).score)
