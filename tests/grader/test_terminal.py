"""What reaches the terminal is text, whatever a student has called a folder, a file or an error."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from grader import terminal
from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.term import ROOT, Course
from grader.gradebook import grades
from grader.gradebook.grades import Row, grade_table
from grader.grading import batch

HOSTILE = "[/red]\x1b[2J\nbob: 40 of 40"


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What a terminal of eighty columns is sent."""
    text = io.StringIO()
    console = Console(
        file=text, force_terminal=True, color_system=None, width=80, legacy_windows=False
    )
    monkeypatch.setattr(terminal, "console", console)
    return text


def test_a_line_that_is_said_cannot_steer_the_terminal(screen: io.StringIO) -> None:
    terminal.say("a\x1b[2Jb\x07c\u202ed [red]e")
    assert screen.getvalue() == "a [2Jb c d [red]e\n"


def test_a_student_s_name_is_a_cell_of_the_table_and_no_line_of_its_own(
    screen: io.StringIO,
) -> None:
    outcome = Outcome(student=HOSTILE, module="01_tensor", verdict=Verdict.OK)
    module = Course.here().manifest.module("tensor")
    terminal.console.print(grade_table(module, [], [Row(HOSTILE, {}, 0.0, outcome)]))
    assert "\x1b[2J" not in screen.getvalue()
    assert "bob" not in screen.getvalue()


def test_the_drawn_table_asks_for_nothing_from_elsewhere(
    a_class: Course, module: Module, tmp_path: Path
) -> None:
    terminal.draw_table(a_class, module, tmp_path / "table.svg")
    picture = (tmp_path / "table.svg").read_text(encoding="utf-8")
    assert ">complete" in picture and "unreadable" in picture
    assert "url(http" not in picture and "@font-face" not in picture


def test_a_student_s_name_does_not_break_the_progress_bar(
    screen: io.StringIO, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def grade(*args: object, report: object, **more: object) -> None:
        assert callable(report)
        report(Outcome(student=HOSTILE, module="01_tensor", verdict=Verdict.UNREADABLE))

    monkeypatch.setattr(batch, "grade", grade)
    monkeypatch.setattr(grades, "write_csv", lambda course: None)
    course = Course(ROOT, tmp_path)
    terminal.grade_with_progress(course, course.manifest.module("tensor"), [HOSTILE], jobs=1)
    assert "\x1b[2J" not in screen.getvalue()
    assert "bob" not in screen.getvalue()
