"""What the tests of collecting start from; `module` is each file's own."""

import nbformat
import pytest
from kit import answered

from grader.course.manifest import Module
from grader.course.term import Course


@pytest.fixture
def work(fresh_term: Course, module: Module) -> bytes:
    return nbformat.writes(answered(fresh_term, module)).encode("utf-8")
