"""Regrading: a preview that writes nothing, and the real one, which keeps what is given by hand."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from kit import (
    answered,
    bare_package,
    graded,
    hand_in,
    notebook,
    outcome,
    small_course,
    solution,
    written,
)
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.exceptions import Exceptions
from grader.gradebook.regrades import Moved, load, path_of, regraded, save
from grader.grading import regrade as regrading
from grader.grading.batch import grade
from grader.grading.changes import Change, Flip
from grader.grading.engines import ENGINES
from grader.release.make import release

PROSE = new_markdown_cell("# A small module")
SOLVED = solution("linear", "### BEGIN SOLUTION\nanswer = 42\n### END SOLUTION")
ALL = "assert answer == 42, 'it is not 42'"
SOME = "assert answer in (41, 42), 'it is not 42'"
ANSWERS = {"ada": "answer = 42", "ben": "answer = 41", "cara": "answer = 41", "dan": "answer = 1"}
POINTS = {"linear": 3, "why": 2}


def with_test(root: Path, source: str) -> tuple[Course, Module]:
    cells: list[NotebookNode] = [PROSE, SOLVED, graded("test-linear", 3, source), written("why", 2)]
    return small_course(root, notebook(*cells), points=POINTS, manual=["why"])


def runner(engine: str) -> Callable[[Course, list[str]], None]:
    def run(course: Course, students: list[str]) -> None:
        module = course.manifest.modules[0]
        grade(course, module, students, engine=engine, jobs=2, report=lambda _: None)

    return run


def by_hand(course: Course, module: Module, student: str, test: str, points: float) -> None:
    with course.gradebook() as gradebook:
        entry = gradebook.find_grade(test, module.name, module.id, student)
        entry.manual_score, entry.needs_manual_grade = points, False
        gradebook.find_comment("why", module.name, module.id, student).manual_comment = "Good."
        gradebook.db.commit()


def found(course: Course, module: Module, student: str, test: str) -> tuple[float, bool]:
    with course.gradebook() as gradebook:
        entry = gradebook.find_grade(test, module.name, module.id, student)
        return entry.score, bool(entry.needs_manual_grade)


def everything(folder: Path) -> dict[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(params=ENGINES)
def term_of(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Course, Module, str]:
    """A class that is graded with a test that is too strict, and its written answers."""
    bare_package(tmp_path)
    course, module = with_test(tmp_path, ALL)
    release(course, module)
    for student, answer in ANSWERS.items():
        hand_in(course, module, student, answered(
            course, module, {"linear": answer, "why": "Because."}
        ))  # fmt: skip
    runner(request.param)(course, list(ANSWERS))
    for student in ANSWERS:
        by_hand(course, module, student, "why", 2)
    by_hand(course, module, "cara", "test-linear", 1)
    return course, module, request.param


def totals(changes: list[Change]) -> dict[str, tuple[float, float]]:
    return {each.student: (each.before.score, each.after.score) for each in changes if each.moved}


def test_a_preview_tells_who_how_much_and_why_and_writes_nothing(
    term_of: tuple[Course, Module, str], tmp_path: Path
) -> None:
    course, module, engine = term_of
    with_test(tmp_path, SOME)
    assert regrading.due(course, module).changed == ["tests"]
    before = everything(course.folder)
    said: list[str] = []
    changes = regrading.preview(course, module, list(ANSWERS), runner(engine), said.append)
    assert everything(course.folder) == before
    assert said == []
    assert totals(changes) == {"ben": (2, 5)}
    ben, cara = changes
    assert ben.moved == {"linear": Moved(before=0, after=3)}
    assert ben.flips == [Flip("linear", "test-linear", 0, 3, changed=True, message="it is not 42")]
    assert cara.kept == [
        "test-linear: 1 points given by hand stay; the test gives 3 now, 0 before: "
        "look in the form grader"
    ]
    # And the real one does what the preview has told.
    assert totals(regrading.apply(course, module, list(ANSWERS), "x", runner(engine))) == {
        "ben": (2, 5)
    }


def test_what_is_given_by_hand_stays_and_waits_only_where_the_test_gives_other_points(
    term_of: tuple[Course, Module, str], tmp_path: Path
) -> None:
    course, module, engine = term_of
    with_test(tmp_path, SOME)
    regrading.apply(course, module, list(ANSWERS), "The test was too strict.", runner(engine))
    for student in ANSWERS:
        assert found(course, module, student, "why") == (2, False)
        with course.gradebook() as gradebook:
            comment = gradebook.find_comment("why", module.name, module.id, student)
            assert comment.comment == "Good."
    assert found(course, module, "ben", "test-linear") == (3, False)
    assert found(course, module, "cara", "test-linear") == (1, True)
    assert outcome(course, module, "ben").verdict == "ok"
    path = path_of(course, module)
    assert path.stat().st_mode & 0o777 == 0o600
    day = load(course, module)[0].at.strftime("%Y-%m-%d")
    lines = {who: regraded(course, module, who, Exceptions()) for who in ("ada", "ben", "new")}
    same = f"Regraded on {day}: The test was too strict. Your points are the same."
    assert lines == {
        "ada": [same], "new": [],
        "ben": [f"Regraded on {day}: The test was too strict. Points changed: linear 0 -> 3."],
    }  # fmt: skip


@pytest.mark.parametrize("term_of", ["wall"], indirect=True)
def test_a_run_that_was_stopped_goes_on_with_what_there_was_before(
    term_of: tuple[Course, Module, str], tmp_path: Path
) -> None:
    course, module, engine = term_of
    with_test(tmp_path, SOME)

    def stopped(course: Course, students: list[str]) -> None:
        runner(engine)(course, ["ben", "cara"])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        regrading.apply(course, module, list(ANSWERS), "first", stopped)
    # Nothing is told of what is not done.
    assert regraded(course, module, "ben", Exceptions()) == []
    regrading.apply(course, module, list(ANSWERS), "second", runner(engine))
    (record,) = load(course, module)
    assert (record.because, record.done, list(record.moved)) == ("second", True, ["ben"])
    assert found(course, module, "ben", "why") == (2, False)


@pytest.mark.parametrize("earlier", [True, False])
def test_a_run_that_cannot_begin_leaves_no_record(tmp_path: Path, earlier: bool) -> None:
    bare_package(tmp_path)
    course, module = with_test(tmp_path, ALL)
    release(course, module)
    known = []
    if earlier:
        known = [regrading.Regrade(at="2026-03-01T12:00:00", because="x", before={})]
        save(course, module, known)

    def refused(course: Course, students: list[str]) -> None:
        raise CourseError("no")

    with pytest.raises(CourseError, match="no"):
        regrading.apply(course, module, ["ada"], "second", refused)
    assert load(course, module) == known
    assert path_of(course, module).exists() == earlier


def test_a_release_that_students_would_see_change_is_told(tmp_path: Path) -> None:
    bare_package(tmp_path)
    course, module = with_test(tmp_path, ALL)
    release(course, module)
    seen = notebook(PROSE, new_markdown_cell("More."), SOLVED, graded("test-linear", 3, ALL),
                    written("why", 2))  # fmt: skip
    small_course(tmp_path, seen, points=POINTS, manual=["why"])
    said: list[str] = []
    regrading.preview(course, module, [], lambda *_: None, said.append)
    assert said == [
        "01_small: students would see a difference (cell linear): run `make release MODULE=small` "
        "before this is applied."
    ]


@pytest.mark.parametrize("term_of", ["wall"], indirect=True)
def test_who_has_no_scores_or_handed_in_again_is_left_out(
    term_of: tuple[Course, Module, str],
) -> None:
    course, module, _ = term_of
    hand_in(course, module, "new", answered(course, module))
    hand_in(course, module, "dan", answered(course, module))
    due = regrading.due(course, module)
    assert due.students == ["ada", "ben", "cara"]
    assert due.left_out == {"new": "has no scores yet", "dan": "has handed in again since"}
    with pytest.raises(CourseError, match="nobody to grade again: run `make grade MODULE=small`"):
        regrading.due(course, module, "new")


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    course, module = with_test(tmp_path, ALL)
    path_of(course, module).parent.mkdir(parents=True)
    path_of(course, module).write_text("[{}]", encoding="utf-8")
    with pytest.raises(CourseError, match="is damaged"):
        load(course, module)
