"""A wrong answer that loops forever is stopped and named, wherever the library is run."""

import signal
from pathlib import Path

import pytest
from doubling import INPUTS, course_with

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.library import limited
from grader.library.limited import OutOfTime, time_limit
from grader.library.trial import Trials
from grader.proof.coverage import Coverage
from grader.release.tables import make_table
from grader.terminal import show_coverage

ENDLESS = """# misconception: You loop forever. Stop.
def double(x):
    while True:
        pass
"""
NAMED = "double/wrong/endless.py does not end within 0.2 seconds in "


def endless(root: Path, *, hidden: bool) -> tuple[Course, Module]:
    """A course with a wrong answer that loops forever."""
    course, module = course_with(root, f'check.compare("doubled", {INPUTS})', hidden=hidden)
    path = course.library / module.id / "double" / "wrong" / "endless.py"
    path.write_text(ENDLESS, encoding="utf-8")
    return course, module


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A time limit that is soon over."""
    monkeypatch.setattr(limited, "SECONDS", 0.2)


def test_the_coverage_names_it(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(CourseError, match=NAMED + "test-double: write it so that it ends"):
        Coverage(*endless(tmp_path, hidden=True)).groups("double")
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_the_verb_answers_names_it(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=NAMED):
        show_coverage(*endless(tmp_path, hidden=True), None)


def test_a_right_answer_that_never_ends_is_named_too(tmp_path: Path) -> None:
    course, module = endless(tmp_path, hidden=True)
    path = course.library / module.id / "double" / "wrong" / "endless.py"
    style = ENDLESS.replace("misconception: You loop forever. Stop.", "style: a loop")
    (path.parents[1] / "right" / "endless.py").write_text(style, encoding="utf-8")
    path.unlink()
    with pytest.raises(CourseError, match=NAMED.replace("wrong", "right")):
        show_coverage(course, module, None)


def test_export_names_it(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=NAMED):
        make_table(*endless(tmp_path, hidden=False))


def test_a_test_of_a_broken_answer_is_over_soon(tmp_path: Path) -> None:
    course, module = endless(tmp_path, hidden=True)
    trials = Trials(course, module)
    with pytest.raises(OutOfTime), time_limit():
        trials.run("test-double", ENDLESS)
