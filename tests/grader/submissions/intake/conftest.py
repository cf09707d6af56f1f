"""A small course, and a notebook that ada has handed in for it."""

from pathlib import Path

import pytest
from kit import code, graded, hand_in, notebook, small_course, solution
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.term import Course


@pytest.fixture
def book() -> NotebookNode:
    return notebook(solution("answer"), graded("test-answer", 2), code("print(answer)"))


@pytest.fixture
def course(tmp_path: Path, book: NotebookNode) -> Course:
    return small_course(tmp_path, book, points={"answer": 2})[0]


@pytest.fixture
def module(course: Course) -> Module:
    return course.manifest.modules[0]


@pytest.fixture
def path(course: Course, module: Module, book: NotebookNode) -> Path:
    return hand_in(course, module, "ada", book)
