"""The line about a graded submission."""

from datetime import datetime

from grader.course.outcome import Outcome, Verdict
from grader.watch.graded import Graded

NOON = datetime(2026, 11, 24, 12, 0, 5)


def line(verdict: Verdict, *notes: str, points: float = 84, waiting: float = 0) -> str:
    outcome = Outcome(student="ada", module="03_layers", verdict=verdict, notes=list(notes))
    return Graded(outcome, points, 100, waiting, 0.4567).line(NOON)


def test_points_and_time_are_said() -> None:
    assert line(Verdict.WRONG) == "12:00:05 ada: 84 of 100; wrong; 0.46 s"
    assert "84 of 100, 12 still to be graded" in line(Verdict.OK, waiting=12)


def test_what_was_repaired_is_for_the_page_and_what_stopped_the_grading_is_for_the_line() -> None:
    assert line(Verdict.WRONG, "repaired") == line(Verdict.WRONG)
    assert line(Verdict.KILLED, "it was ended").endswith("; it was ended")


def test_a_submission_without_a_mark_has_no_points() -> None:
    said = line(Verdict.UNGRADED, "the worker ended", points=0)
    assert "no points of 100 yet; ungraded" in said and said.endswith("the worker ended")


def test_a_grade_without_a_sandbox_carries_the_word() -> None:
    assert line(Verdict.OK, "unsafe: graded without a sandbox").endswith(
        "; unsafe: graded without a sandbox"
    )
