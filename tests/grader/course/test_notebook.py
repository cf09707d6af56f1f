"""Exercises: a solution cell and the graded cells after it."""

from pathlib import Path

import pytest
from kit import code, given, graded, notebook, solution, write_notebook, written
from nbformat import v3
from nbformat.notebooknode import NotebookNode

from grader.course.notebook import exercise_cells, exercises, is_hidden, read
from grader.course.term import Course
from workbench.cells import grade_id, grading, is_answer


def two_exercises() -> NotebookNode:
    return notebook(
        given("given-imports"),
        solution("linear"),
        graded("check-linear", 0, hidden=False),
        code("a student's own cell"),
        graded("test-linear", 3),
        graded("test-linear-bias", 1),
        written("why", 4),
        solution("dropout"),
        graded("test-dropout", 2),
    )


def test_graded_cells_belong_to_the_solution_before_them() -> None:
    linear, why, dropout = exercises(two_exercises())
    assert (linear.name, linear.tests) == (
        "linear",
        {"check-linear": 0, "test-linear": 3, "test-linear-bias": 1},
    )
    assert (dropout.name, dropout.tests, dropout.points) == ("dropout", {"test-dropout": 2}, 2)
    assert linear.points == 4
    assert (why.name, why.tests) == ("why", {"why": 4})


def test_a_written_answer_is_graded_by_hand_and_nothing_else_is() -> None:
    assert {each.name: each.manual for each in exercises(two_exercises())} == {
        "linear": False,
        "why": True,
        "dropout": False,
    }


def test_every_solution_and_graded_cell_comes_with_its_exercise() -> None:
    found = [(name, grade_id(cell)) for name, cell in exercise_cells(two_exercises())]
    assert found[:3] == [
        ("linear", "linear"),
        ("linear", "check-linear"),
        ("linear", "test-linear"),
    ]
    assert found[-1] == ("dropout", "test-dropout")
    assert len(found) == 7


def test_a_test_before_any_solution_belongs_to_no_exercise() -> None:
    assert exercises(notebook(graded("test-early", 1), solution("late")))[0].name == ""


def test_a_release_has_the_exercises_of_its_source(term: Course) -> None:
    for module in term.manifest.modules:
        assert exercises(read(term.release(module))) == exercises(read(term.source(module)))


def test_hidden_and_answer_cells_are_told_apart() -> None:
    assert is_hidden(graded("test-x", 1))
    assert not is_hidden(graded("check-x", 0, hidden=False))
    assert is_answer(solution("x"))
    assert not is_answer(given("y"))


@pytest.mark.parametrize("mark", ["lost", ["list"], None, {"grade_id": ["x"]}, {"grade_id": 7}])
def test_grading_metadata_of_the_wrong_type_is_none(mark: object) -> None:
    cell = code("x = 1")
    cell.metadata["nbgrader"] = mark
    assert not grading(cell).get("grade")
    assert grade_id(cell) is None
    assert not is_answer(cell)


def test_an_old_notebook_is_read_in_the_newest_format(tmp_path: Path) -> None:
    old = v3.new_notebook(worksheets=[v3.new_worksheet(cells=[v3.new_code_cell(input="x = 1")])])
    path = tmp_path / "old.ipynb"
    path.write_text(v3.writes_json(old), encoding="utf-8")
    book = read(path)
    assert (book.nbformat, book.cells[0].source) == (4, "x = 1")
    assert read(write_notebook(tmp_path / "new.ipynb", book)).cells[0].source == "x = 1"
