"""Grading after the source has changed: scores are up to date, those given by hand stay."""

import shutil
from pathlib import Path

import pytest
from kit import (
    answered,
    bare_package,
    graded,
    hand_in,
    marks,
    notebook,
    outcome,
    small_course,
    solution,
    written,
)
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell

from grader.course.errors import StaleRelease
from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.grades import above_maximum
from grader.grading.batch import grade, to_grade
from grader.grading.engines import ENGINES
from grader.release.make import release
from grader.release.record import stale

PROSE = new_markdown_cell("# A small module")
SOLVED = solution("linear", "### BEGIN SOLUTION\nanswer = 42\n### END SOLUTION")
TEST, WHY = graded("test-linear", 3), written("why", 2)
MENDED = graded("test-linear", 3, "assert answer == 43")


def with_source(
    root: Path, *cells: NotebookNode, linear: int = 3, **points: int
) -> tuple[Course, Module]:
    manual = [name for name in points if name != "linear"]
    return small_course(root, notebook(*cells), points={"linear": linear, **points}, manual=manual)


def run(course: Course, module: Module, engine: str) -> list[str]:
    """Grade what is due, as `make grade` does, and return what a person reads."""
    lines: list[str] = []
    students = to_grade(course, module, engine=engine, note=lines.append)
    grade(course, module, students, engine=engine, jobs=1, report=lambda _: None, note=lines.append)
    return lines


@pytest.fixture(scope="module", params=ENGINES)
def done(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """A course with one graded submission that has 2 points by hand; do not change it."""
    root: Path = tmp_path_factory.mktemp("stale") / "root"
    bare_package(root)
    course, module = with_source(root, PROSE, SOLVED, TEST, WHY, why=2)
    release(course, module)
    hand_in(course, module, "ada", answered(course, module, {"why": "Because."}))
    run(course, module, request.param)
    with course.gradebook() as gradebook:
        written = gradebook.find_grade("why", module.name, module.id, "ada")
        written.manual_score, written.needs_manual_grade = 2, False
        gradebook.find_comment("why", module.name, module.id, "ada").manual_comment = "Good."
        gradebook.db.commit()
    assert marks(course, module, "ada") == {"test-linear": 3, "why": 2}
    return root, request.param


@pytest.fixture
def root(done: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of that course of the test's own."""
    shutil.copytree(done[0], tmp_path / "root")
    return tmp_path / "root"


@pytest.fixture
def engine(done: tuple[Path, str]) -> str:
    return done[1]


def most(course: Course, module: Module) -> float:
    with course.gradebook() as gradebook:
        return float(gradebook.find_submission(module.id, "ada").max_score)


def test_a_mended_test_is_what_grades_and_the_record_says_so(root: Path, engine: str) -> None:
    course, module = with_source(root, PROSE, SOLVED, MENDED, WHY, why=2)
    before = outcome(course, module, "ada").graded_with
    assert run(course, module, engine) == [
        "01_small: graded again, since this has changed: tests.",
        "01_small: released anew (tests, points or given cells have changed); "
        "students see no difference.",
    ]
    assert marks(course, module, "ada") == {"test-linear": 0, "why": 2}
    after = outcome(course, module, "ada").graded_with
    assert [name for name in after if after[name] != before[name]] == ["tests"]
    assert (stale(course, module), to_grade(course, module, engine=engine)) == (None, [])
    with course.gradebook() as gradebook:
        assert (
            gradebook.find_comment("why", module.name, module.id, "ada").manual_comment == "Good."
        )


def test_a_solution_that_changed_grades_with_the_same_release(root: Path, engine: str) -> None:
    mended = solution("linear", "### BEGIN SOLUTION\nanswer = 6 * 7\n### END SOLUTION")
    course, module = with_source(root, PROSE, mended, TEST, WHY, why=2)
    before = course.release(module).read_bytes()
    run(course, module, engine)
    assert course.release(module).read_bytes() == before
    assert stale(course, module) is None


def test_changed_points_are_earned_and_a_mark_above_them_is_named(root: Path, engine: str) -> None:
    test, why = graded("test-linear", 1), written("why", 1)
    course, module = with_source(root, PROSE, SOLVED, test, why, linear=1, why=1)
    run(course, module, engine)
    assert marks(course, module, "ada") == {"test-linear": 1, "why": 2}
    assert most(course, module) == module.max_points == 2
    assert above_maximum(course, module) == [
        "ada: why has 2 of 1 points, given by hand: change it in the form grader"
    ]


def test_what_students_would_see_is_released_by_a_person(root: Path, engine: str) -> None:
    course, module = with_source(
        root, PROSE, SOLVED, TEST, graded("test-more", 4), WHY, linear=7, why=2
    )
    before = course.release(module).read_bytes()
    with pytest.raises(
        StaleRelease,
        match=r"\(cell test-more\): run `make release MODULE=small`, then `make grade`",
    ):
        run(course, module, engine)
    assert course.release(module).read_bytes() == before
    assert marks(course, module, "ada") == {"test-linear": 3, "why": 2}
    release(course, module)
    run(course, module, engine)
    assert marks(course, module, "ada") == {"test-linear": 3, "test-more": 4, "why": 2}
    assert most(course, module) == module.max_points == 9


def test_a_cell_that_is_renamed_or_gone_leaves_no_marks_behind(root: Path, engine: str) -> None:
    course, module = with_source(root, PROSE, SOLVED, graded("test-values", 3))
    release(course, module)
    run(course, module, engine)
    assert marks(course, module, "ada") == {"test-values": 3}
    assert most(course, module) == module.max_points == 3


def test_prose_alone_stops_no_grading_and_changes_no_marks(root: Path, engine: str) -> None:
    course, module = with_source(
        root, new_markdown_cell("# Better prose"), SOLVED, TEST, WHY, why=2
    )
    assert to_grade(course, module, engine=engine) == []
    hand_in(course, module, "ben", answered(course, module))
    assert run(course, module, engine) == []
    assert marks(course, module, "ben") == {"test-linear": 3, "why": 0}
    assert "its source has changed since" in str(stale(course, module))
