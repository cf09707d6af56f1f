"""What the tests of the roster start from."""

from pathlib import Path

import pytest

from grader.course.manifest import Module
from grader.course.term import ROOT, Course


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(ROOT, tmp_path / "term")


@pytest.fixture
def module(course: Course) -> Module:
    return course.manifest.module("layers")
