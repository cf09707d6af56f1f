"""The gradebook's cells follow the source, with or without submissions; scores stay with cells."""

import csv
import sqlite3
from pathlib import Path

import pytest
from kit import given, graded, notebook, small_course, solution, written
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.term import Course
from grader.release import cells as cells_module
from grader.release.cells import cells_of, enter_cells, entered_cells

CELLS = [given("given"), solution("linear"), graded("test-linear", 3), written("why", 2)]
STUDENTS = ("ada", "ben")


def enter(course: Course, module: Module, *cells: NotebookNode) -> list[str]:
    return enter_cells(course, module, cells_of(notebook(*cells)), "{}")


@pytest.fixture
def term(tmp_path: Path) -> tuple[Course, Module]:
    """A term with two submissions, each with a mark and a comment for `why` given by hand."""
    course, module = small_course(
        tmp_path, notebook(*CELLS), points={"linear": 3, "why": 2}, manual=["why"]
    )
    course.folder.mkdir()
    enter(course, module, *CELLS)
    with course.gradebook() as gradebook:
        for student in STUDENTS:
            gradebook.update_or_create_student(student)
            gradebook.update_or_create_submission(module.id, student)
            gradebook.find_grade("test-linear", module.name, module.id, student).auto_score = 3
            gradebook.find_grade("why", module.name, module.id, student).manual_score = 1.5
            gradebook.find_comment(
                "why", module.name, module.id, student
            ).manual_comment = "Nearly."
        gradebook.db.commit()
    return course, module


def scores(course: Course, module: Module, student: str) -> dict[str, float]:
    with course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, student)
        return {each.name: each.score for each in book.grades}


def comments(course: Course, module: Module, student: str) -> dict[str, str | None]:
    with course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, student)
        return {each.name: each.manual_comment for each in book.comments}


def most(course: Course, module: Module) -> tuple[float, float]:
    """The maximum of the assignment, and that of a submission."""
    with course.gradebook() as gradebook:
        submission = gradebook.find_submission(module.id, "ada")
        return gradebook.find_assignment(module.id).max_score, submission.max_score


def test_what_is_entered_is_what_is_found(term: tuple[Course, Module]) -> None:
    found = sorted(entered_cells(*term), key=lambda cell: cell.name)
    assert found == sorted(cells_of(notebook(*CELLS)), key=lambda cell: cell.name)
    assert [cell.points for cell in found] == [None, None, 3.0, 2.0]


def test_a_gradebook_that_does_not_know_the_module_holds_no_cells(tmp_path: Path) -> None:
    course, module = small_course(tmp_path, notebook(*CELLS), points={"linear": 3})
    course.folder.mkdir()
    assert entered_cells(course, module) == []


def test_entering_the_same_again_changes_nothing(term: tuple[Course, Module]) -> None:
    before = scores(*term, "ada"), comments(*term, "ada")
    assert enter(*term, *CELLS) == []
    assert (scores(*term, "ada"), comments(*term, "ada")) == before


def test_new_points_change_the_maximum_and_no_mark(term: tuple[Course, Module]) -> None:
    enter(*term, *CELLS[:2], graded("test-linear", 1), written("why", 1))
    assert most(*term) == (2, 2)
    assert scores(*term, "ada") == {"test-linear": 3, "why": 1.5}


def test_new_cells_are_there_for_those_who_have_handed_in(term: tuple[Course, Module]) -> None:
    assert enter(*term, *CELLS, graded("test-more", 4), written("how", 2)) == []
    assert most(*term) == (11, 11)
    for student in STUDENTS:
        assert scores(*term, student) == {"test-linear": 3, "why": 1.5, "test-more": 0, "how": 0}
        assert comments(*term, student) == {"linear": None, "why": "Nearly.", "how": None}


def test_a_test_that_is_gone_takes_its_marks_along(term: tuple[Course, Module]) -> None:
    assert enter(*term, *CELLS[:2], CELLS[3]) == []
    assert most(*term) == (2, 2)
    assert scores(*term, "ada") == {"why": 1.5}
    assert {cell.name for cell in entered_cells(*term)} == {"given", "linear", "why"}


def test_marks_and_comments_of_a_person_are_kept_in_a_file_when_their_cell_is_renamed(
    term: tuple[Course, Module],
) -> None:
    course, module = term
    (line,) = enter(course, module, *CELLS[:3], written("reason", 2))
    assert line.startswith(
        "why was removed from the notebook: its 4 scores and comments given by hand are saved in "
    )
    assert scores(course, module, "ada") == {"test-linear": 3, "reason": 0}
    enter(course, module, *CELLS)
    with course.gradebook() as gradebook:
        gradebook.find_grade("test-linear", module.name, module.id, "ben").manual_score = 2
        gradebook.db.commit()
    enter(course, module, *CELLS[:2], CELLS[3])
    with (course.folder / "dropped_marks.csv").open(encoding="utf-8", newline="") as file:
        rows = [tuple(row.values()) for row in csv.DictReader(file)]
    assert rows == [
        ("01_small", "ada", "why", "1.5", ""),
        ("01_small", "ben", "why", "1.5", ""),
        ("01_small", "ada", "why", "", "Nearly."),
        ("01_small", "ben", "why", "", "Nearly."),
        ("01_small", "ben", "test-linear", "2.0", ""),
    ]


def test_a_test_that_becomes_an_answer_in_words_and_back_keeps_its_mark(
    term: tuple[Course, Module],
) -> None:
    enter(*term, *CELLS[:2], written("test-linear", 3), CELLS[3])
    assert scores(*term, "ada") == {"test-linear": 3, "why": 1.5}
    assert comments(*term, "ada")["test-linear"] is None
    enter(*term, *CELLS)
    assert scores(*term, "ada") == {"test-linear": 3, "why": 1.5}


def test_a_run_that_fails_half_way_changes_nothing(
    term: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    before = entered_cells(*term), scores(*term, "ada")
    with monkeypatch.context() as patch:
        patch.setattr(cells_module, "_follow_sources", fail)
        with pytest.raises(sqlite3.OperationalError):
            enter(*term, *CELLS[:2], graded("test-linear", 1), graded("test-more", 4))
    assert (entered_cells(*term), scores(*term, "ada")) == before
