"""What the tests of collecting start from."""

import nbformat
import pytest
from kit import answered

from grader.course.manifest import Module
from grader.course.term import Course


@pytest.fixture
def module(fresh_term: Course) -> Module:
    return fresh_term.manifest.module("layers")


@pytest.fixture
def work(fresh_term: Course, module: Module) -> bytes:
    return nbformat.writes(answered(fresh_term, module)).encode("utf-8")
