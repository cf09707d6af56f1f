"""Scores go from a stock nbgrader course into a term and back; both sides use nbgrader's API."""

import sqlite3
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from kit import answered, hand_in, marks
from nbgrader.api import Gradebook
from sqlalchemy.exc import SAWarning

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.stock import take_over, write_stock
from grader.gradebook.verdicts import VERDICTS
from grader.grading.batch import grade, to_grade

DUE = datetime(2026, 10, 1, 12, tzinfo=UTC).replace(tzinfo=None)


@pytest.fixture(scope="module")
def module(term: Course) -> Module:
    return term.manifest.module("activations")


@contextmanager
def opened(path: Path) -> Iterator[Gradebook]:
    """A gradebook as stock nbgrader opens it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)
        with Gradebook(f"sqlite:///{path}") as found:
            yield found


@contextmanager
def stock(path: Path, term: Course, module: Module, name: str | None = None) -> Iterator[Gradebook]:
    """A gradebook as nbgrader makes it for a course with this module, with ada graded in it."""
    with opened(path) as made:
        fill(made, term, module, name)
        yield made


def fill(made: Gradebook, term: Course, module: Module, name: str | None) -> None:
    made.add_assignment(name or module.id, duedate=DUE)
    made.add_notebook(module.name, name or module.id)
    with term.gradebook() as ours:
        book = ours.find_notebook(module.name, module.id)
        graded = [(cell.name, cell.max_score, cell.cell_type) for cell in book.grade_cells]
        written = [cell.name for cell in book.solution_cells]
    for cell, points, kind in graded:
        made.add_grade_cell(cell, module.name, name or module.id, max_score=points, cell_type=kind)
    for cell in written:
        made.add_solution_cell(cell, module.name, name or module.id)
    made.add_student("ada", first_name="Ada", last_name="Lovelace", email="ada@uni.example")
    give(made, module, name or module.id)


def give(book: Gradebook, module: Module, name: str) -> None:
    """Give ada half of the points of each cell, and by hand some of the first."""
    late = DUE + timedelta(hours=5)
    submission = book.add_submission(name, "ada", timestamp=late, extension=timedelta(hours=2))
    grades = sorted(submission.notebooks[0].grades, key=lambda grade: str(grade.name))
    for grade_ in grades:
        grade_.auto_score, grade_.needs_manual_grade = grade_.max_score / 2, False
    grades[0].manual_score, grades[0].extra_credit = 1.0, 0.5
    submission.notebooks[0].late_submission_penalty = 0.25
    comment = min(submission.notebooks[0].comments, key=lambda each: str(each.name))
    comment.manual_comment = "See page 3."
    book.db.commit()


def figures(book: Gradebook, module: Module, name: str) -> dict[str, object]:
    """Everything that was given to ada."""
    submission = book.find_submission(name, "ada")
    (notebook,) = submission.notebooks
    return {
        "score": submission.score,
        "late": submission.total_seconds_late,
        "penalty": notebook.late_submission_penalty,
        "grades": {
            each.name: (each.auto_score, each.manual_score, each.extra_credit, each.max_score)
            for each in notebook.grades
        },
        "waiting": notebook.needs_manual_grade,
        "comments": {each.name: each.manual_comment for each in notebook.comments},
    }


@pytest.mark.parametrize("name", ["02_activations", "activations", "ps2"])
def test_what_stock_nbgrader_holds_is_taken_over(
    fresh_term: Course, module: Module, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "stock.db"
    with stock(path, fresh_term, module, name) as there:
        had = figures(there, module, name)
    data = path.read_bytes()
    taken = take_over(fresh_term, path, {"ps2": "activations"} if name == "ps2" else {})
    assert (taken.students, taken.submissions, taken.left_out) == (1, {module.id: 1}, [])
    with fresh_term.gradebook() as here:
        assert figures(here, module, module.id) == had
        assert here.find_student("ada").last_name == "Lovelace"
        assert here.find_assignment(module.id).duedate == DUE
    assert path.read_bytes() == data


def test_a_stock_gradebook_is_also_read_as_it_is(
    fresh_term: Course, module: Module, tmp_path: Path
) -> None:
    with stock(tmp_path / "stock.db", fresh_term, module) as there:
        had = figures(there, module, module.id)
    (fresh_term.folder / "gradebook.db").write_bytes((tmp_path / "stock.db").read_bytes())
    with fresh_term.gradebook() as here:
        assert figures(here, module, module.id) == had


def test_grading_keeps_what_was_given_by_hand_in_stock_nbgrader(
    fresh_term: Course, module: Module, tmp_path: Path
) -> None:
    with stock(tmp_path / "stock.db", fresh_term, module) as there:
        given = {
            name: row[1]
            for name, row in figures(there, module, module.id)["grades"].items()  # type: ignore[attr-defined]
            if row[1] is not None
        }
    take_over(fresh_term, tmp_path / "stock.db", {})
    hand_in(fresh_term, module, "ada", answered(fresh_term, module))
    assert to_grade(fresh_term, module) == ["ada"]
    grade(fresh_term, module, ["ada"], engine="wall", report=lambda outcome: None)
    with fresh_term.gradebook() as here:
        rows = figures(here, module, module.id)["grades"]
        comments = figures(here, module, module.id)["comments"]
    assert given and {name: rows[name][1] for name in given} == given  # type: ignore[index]
    assert "See page 3." in comments.values()  # type: ignore[attr-defined]


def test_scores_that_are_here_stay_without_force(
    fresh_term: Course, module: Module, tmp_path: Path
) -> None:
    hand_in(fresh_term, module, "ada", answered(fresh_term, module))
    grade(fresh_term, module, ["ada"], engine="wall", report=lambda outcome: None)
    had = marks(fresh_term, module, "ada")
    with stock(tmp_path / "stock.db", fresh_term, module) as there:
        theirs = figures(there, module, module.id)
    taken = take_over(fresh_term, tmp_path / "stock.db", {})
    assert taken.left_out == [f"{module.id}, ada: has scores here; --force replaces them"]
    assert marks(fresh_term, module, "ada") == had
    take_over(fresh_term, tmp_path / "stock.db", {}, force=True)
    with fresh_term.gradebook() as here:
        assert figures(here, module, module.id) == theirs


def test_what_does_not_fit_is_named_and_the_rest_taken_over(
    fresh_term: Course, module: Module, tmp_path: Path
) -> None:
    path = tmp_path / "stock.db"
    with stock(path, fresh_term, module) as there:
        there.add_assignment("essay")
        first, second = there.find_notebook(module.name, module.id).grade_cells[:2]
        names = first.name, second.name
        first.max_score += 1
        second.name = "of-last-year"
        there.db.commit()
    taken = take_over(fresh_term, path, {})
    assert sorted(taken.left_out) == sorted(
        [
            "assignment essay: no module has this name",
            f"{module.id}, cell of-last-year: is not in this term",
            *(line for line in taken.left_out if f"cell {names[0]}: has " in line),
        ]
    )
    assert len(taken.left_out) == 3
    with fresh_term.gradebook() as here:
        rows = figures(here, module, module.id)["grades"]
    assert all((row[0] is None) == (name in names) for name, row in rows.items())  # type: ignore[attr-defined]


def test_a_gradebook_of_an_older_nbgrader_is_brought_up_to_date(
    fresh_term: Course, module: Module, tmp_path: Path
) -> None:
    path = tmp_path / "stock.db"
    with stock(path, fresh_term, module) as there:
        had = figures(there, module, module.id)
    with sqlite3.connect(path) as db:  # as nbgrader 0.5 left it
        db.execute("alter table student drop column lms_user_id")
        db.execute("update alembic_version set version_num = '167914646830'")
        db.execute("pragma foreign_keys = off")
        db.execute(
            "create table older (id varchar(32) primary key, name varchar(128) not null unique,"
            " duedate datetime)"
        )
        db.execute("insert into older select id, name, duedate from assignment")
        db.execute("drop table assignment")
        db.execute("alter table older rename to assignment")
        db.execute("drop table course")
    take_over(fresh_term, path, {})
    with fresh_term.gradebook() as here:
        assert figures(here, module, module.id) == had


def test_a_term_goes_back_to_stock_nbgrader(
    fresh_term: Course, module: Module, tmp_path: Path
) -> None:
    hand_in(fresh_term, module, "ada", answered(fresh_term, module))
    grade(fresh_term, module, ["ada"], engine="wall", report=lambda outcome: None)
    with fresh_term.gradebook() as here:
        written = here.find_grade("q4-why-relu", module.name, module.id, "ada")
        written.manual_score, written.needs_manual_grade = 2.5, False
        here.db.commit()
        had = figures(here, module, module.id)
    path = tmp_path / "out.db"
    write_stock(fresh_term, path)
    assert path.stat().st_mode & 0o777 == 0o600
    with opened(path) as there:
        assert figures(there, module, module.id) == had
        there.add_student("new")
        there.add_submission(module.id, "new")  # it can be worked with
    with sqlite3.connect(path) as db:
        names = {row[0] for row in db.execute("select name from sqlite_master")}
    assert VERDICTS.name not in names
    with pytest.raises(CourseError, match="--force to replace it"):
        write_stock(fresh_term, path)


def test_what_is_no_gradebook_is_refused_and_nothing_changes(
    fresh_term: Course, module: Module, tmp_path: Path
) -> None:
    path = tmp_path / "stock.db"
    with pytest.raises(CourseError, match="There is no file"):
        take_over(fresh_term, path, {})
    path.write_bytes(b"marks,ada\n" * 100)
    with pytest.raises(CourseError, match=r"stock\.db is damaged: file is not a database"):
        take_over(fresh_term, path, {})
    path.unlink()
    sqlite3.connect(path).execute("create table marks (id)").connection.close()
    with pytest.raises(CourseError, match="has no nbgrader gradebook"):
        take_over(fresh_term, path, {})
    path.unlink()
    with stock(path, fresh_term, module, "ps2") as there:
        assert there
    with pytest.raises(CourseError, match="has no assignment of this term: it has ps2"):
        take_over(fresh_term, path, {})
    with pytest.raises(CourseError, match="has no assignment 'ps3'"):
        take_over(fresh_term, path, {"ps3": "activations"})
    with fresh_term.gradebook() as here:
        assert here.students == []
