"""Fixtures that several test modules share."""

import shutil
from pathlib import Path

import pytest

from grader.course.term import ROOT, Course
from grader.release.make import release

pytest_plugins = ["no_skips"]


@pytest.fixture(scope="session")
def term(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A term with every module of this course released and nothing handed in; do not change it."""
    course = Course(ROOT, tmp_path_factory.mktemp("term"))
    for module in course.manifest.modules:
        release(course, module)
    assert course.seed
    return course


@pytest.fixture
def fresh_term(term: Course, tmp_path: Path) -> Course:
    """A copy of `term` of the test's own."""
    shutil.copytree(term.folder, tmp_path / "term")
    return Course(ROOT, tmp_path / "term")
