"""nbgrader's own commands, run where nbgrader_config.py lies, do what ours do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from kit import marks

from grader.course.manifest import Module
from grader.course.package import write_package
from grader.course.term import ROOT, Course
from grader.gradebook.grades import write_csv

STUDENTS = ["complete", "wrong", "lost_metadata", "shadows"]


def nbgrader(course: Course, *arguments: str) -> str:
    """Run a command of nbgrader's on a term and return what it logged."""
    environment = {**os.environ, "COURSE": str(course.folder)}
    command = [sys.executable, "-m", "nbgrader", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def by_nbgrader(
    term: Course, a_class: Course, module: Module, tmp_path_factory: pytest.TempPathFactory
) -> Course:
    """A part of the class, graded by nbgrader's own autograde in a term of its own."""
    course = Course(ROOT, tmp_path_factory.mktemp("stock") / "term")
    copy_tree(term.folder, course.folder)
    for student in STUDENTS:
        copy_tree(a_class.submitted(student, module), course.submitted(student, module))
    write_package(course, module)
    nbgrader(course, "autograde", module.id)
    return course


def copy_tree(source: Path, target: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file():
            copied = target / path.relative_to(source)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(path.read_bytes())


@pytest.mark.parametrize("student", STUDENTS)
def test_autograde_gives_the_marks_that_ours_gives(
    by_nbgrader: Course, a_class: Course, module: Module, student: str
) -> None:
    assert marks(by_nbgrader, module, student) == marks(a_class, module, student)


def test_export_writes_the_file_that_ours_writes(graded_before: Course) -> None:
    ours = write_csv(graded_before).read_text(encoding="utf-8")
    (graded_before.folder / "grades.csv").unlink()
    nbgrader(graded_before, "export")
    assert (graded_before.folder / "grades.csv").read_text(encoding="utf-8") == ours


def test_generate_assignment_makes_the_release_that_ours_makes(
    fresh_term: Course, module: Module
) -> None:
    ours = fresh_term.release(module).read_bytes()
    fresh_term.release(module).unlink()
    nbgrader(fresh_term, "generate_assignment", module.id, "--force")
    assert fresh_term.release(module).read_bytes() == ours
