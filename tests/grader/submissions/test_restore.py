"""A submission is restored after its release: tests and locked cells are the gradebook's."""

import nbformat
import pytest
from kit import cell_of, hand_in

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.submissions.intake import Refusal, Submission
from grader.submissions.restore import _unique_id, read_restored, reference_cells


def restored(course: Course, module: Module) -> Submission | Refusal:
    release, references = read(course.release(module)), reference_cells(course, module)
    return read_restored(course, module, "ada", release, references)


def test_only_the_answers_of_a_submission_stay(
    fresh_term: Course, module: Module, work: bytes
) -> None:
    book = nbformat.reads(work.decode(), as_version=4)
    references = reference_cells(fresh_term, module)
    name = next(name for name, cell in references.items() if cell.points and cell.locked)
    test = cell_of(book, name)
    test.source, test.metadata.nbgrader.points = "1000", 1000
    test.metadata["tinytorch"] = {"raised": "test"}
    answer = cell_of(book, "relu")
    answer.outputs = [nbformat.v4.new_output("stream", text="forged")]
    book.metadata["tinytorch"] = {"seed": 1}
    hand_in(fresh_term, module, "ada", book)
    found = restored(fresh_term, module)
    assert isinstance(found, Submission)
    cell = cell_of(found.notebook, name)
    assert cell.source == references[name].source
    assert cell.metadata.nbgrader.points == references[name].points
    assert set(cell.metadata) <= {"nbgrader", "tags"}
    assert cell_of(found.notebook, "relu").source == answer.source
    assert cell_of(found.notebook, "relu").outputs == []
    assert "seed" not in found.notebook.metadata["tinytorch"]


def test_what_cannot_be_read_is_refused(fresh_term: Course, module: Module) -> None:
    hand_in(fresh_term, module, "ada", "{broken")
    found = restored(fresh_term, module)
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
