"""Which mark a platform gets: the late penalty, waiting answers, who handed in nothing."""

from pathlib import Path

import pytest
from kit import csv_rows
from marked import give

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.outcome import Verdict
from grader.course.term import ROOT, Course
from grader.gradebook.grades import csv_text, write_csv
from grader.gradebook.marks import Mark, Rules, enter_students, marks
from grader.submissions.roster.entries import Entry

ADA = Entry(student="ada", name="Ada Lovelace", first="Ada", last="Lovelace", platform="csv")
KIM = Entry(student="kim", name="Kim", email="kim@uni.example", platform="csv")


@pytest.fixture
def layers(fresh_term: Course) -> Module:
    return fresh_term.manifest.module("layers")


def mark(course: Course, module: Module, student: str, **rules: bool) -> Mark:
    return marks(course, module, Rules(**rules))[0][student]


def test_a_mark_is_the_sum_less_the_penalty(fresh_term: Course, layers: Module) -> None:
    give(fresh_term, layers, "ada", 0.5, penalty=7.25)
    assert mark(fresh_term, layers, "ada") == Mark(42.75)
    assert mark(fresh_term, layers, "ada", penalty=False) == Mark(50.0)
    assert marks(fresh_term, layers, Rules())[1] == 100.0


def test_a_mark_is_never_negative(fresh_term: Course, layers: Module) -> None:
    give(fresh_term, layers, "ada", 0.1, penalty=40.0)
    assert mark(fresh_term, layers, "ada") == Mark(0.0)


def test_a_mark_that_waits_for_a_person_is_held_back_unless_asked_for(
    fresh_term: Course, layers: Module
) -> None:
    give(fresh_term, layers, "ada", 0.5, waiting=True)
    assert mark(fresh_term, layers, "ada") == Mark(None, "answers wait for the form grader")
    assert mark(fresh_term, layers, "ada", waiting=True).points == 50.0


def test_nothing_handed_in_is_no_mark_unless_it_is_to_be_0(
    fresh_term: Course, layers: Module
) -> None:
    enter_students(fresh_term, [KIM])
    assert mark(fresh_term, layers, "kim") == Mark(None, "nothing was handed in")
    assert mark(fresh_term, layers, "kim", missing=True).points == 0.0


@pytest.mark.parametrize("missing", [True, False])
def test_what_is_not_graded_has_no_mark_whatever_is_asked(
    fresh_term: Course, layers: Module, missing: bool
) -> None:
    give(fresh_term, layers, "ada", 0.5, verdict=Verdict.UNGRADED)
    give(fresh_term, layers, "ben", 0.5)
    fresh_term.verdict("ben", layers).unlink()
    enter_students(fresh_term, [KIM])
    fresh_term.submitted("kim", layers).mkdir(parents=True)
    for student in ("ada", "ben", "kim"):
        assert mark(fresh_term, layers, student, missing=missing).points is None


def test_a_module_that_is_not_released_has_no_marks(tmp_path: Path) -> None:
    course = Course(ROOT, tmp_path / "empty")
    course.folder.mkdir()
    with pytest.raises(CourseError, match="run `make release MODULE=layers`"):
        marks(course, course.manifest.module("layers"), Rules())


def test_people_of_the_roster_have_a_line_in_grades_csv(fresh_term: Course, layers: Module) -> None:
    enter_students(fresh_term, [ADA, KIM])
    enter_students(fresh_term, [ADA.model_copy(update={"first": ""}), KIM])
    with fresh_term.gradebook() as gradebook:
        rows = csv_rows(csv_text(gradebook, fresh_term), layers)
    assert (rows["ada"]["last_name"], rows["ada"]["first_name"]) == ("Lovelace", "Ada")
    assert (rows["kim"]["last_name"], rows["kim"]["email"]) == ("Kim", "kim@uni.example")


def test_grades_csv_is_for_its_owner_only(fresh_term: Course) -> None:
    assert write_csv(fresh_term).stat().st_mode & 0o777 == 0o600
