"""A submission is restored after its release: tests and locked cells are the gradebook's."""

import json

import pytest
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.files import write_text
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.restore import _unique_id, read_restored
from grader.submissions.intake import Refusal
from workbench.cells import grade_id


def cell_of(book: NotebookNode, name: str) -> NotebookNode:
    return next(cell for cell in book.cells if grade_id(cell) == name)


def test_only_the_answers_of_a_submission_stay(three: tuple[Course, Module]) -> None:
    course, module = three
    path = course.submitted("ada", module) / f"{module.name}.ipynb"
    book = read(path)
    tests = CompiledTests.prepare(course, module)
    name = next(iter(tests.cells))
    test = cell_of(book, name)
    test.source, test.metadata.nbgrader.points = "1000", 1000
    test.metadata["tinytorch"] = {"raised": "test"}
    answer = cell_of(book, "relu")
    answer.outputs = [{"output_type": "stream", "name": "stdout", "text": "forged"}]
    book.metadata["tinytorch"] = {"seed": 1}
    write_text(path, json.dumps(book))
    found = read_restored(tests, "ada")
    assert not isinstance(found, Refusal)
    restored = cell_of(found.notebook, name)
    assert restored.source == tests.references[name].source
    assert restored.metadata.nbgrader.points == tests.references[name].points
    assert set(restored.metadata) <= {"nbgrader", "tags"}
    assert cell_of(found.notebook, "relu").source == answer.source
    assert cell_of(found.notebook, "relu").outputs == []
    assert "seed" not in found.notebook.metadata["tinytorch"]


def test_what_cannot_be_read_is_refused(three: tuple[Course, Module]) -> None:
    course, module = three
    tests = CompiledTests.prepare(course, module)
    write_text(course.submitted("ada", module) / f"{module.name}.ipynb", "{broken")
    found = read_restored(tests, "ada")
    assert isinstance(found, Refusal) and found.verdict == "unreadable"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("good-1", "good-1"),
        ("taken", "cell-3"),
        ("a b", "cell-3"),
        (None, "cell-3"),
        ("", "cell-3"),
    ],
)
def test_the_id_of_a_cell_is_kept_if_it_is_valid_and_unique(name: object, expected: str) -> None:
    seen = {"taken"}
    assert _unique_id(name, 3, seen) == expected
    assert _unique_id(None, 3, {"cell-3"}) == "cell-3-x"
