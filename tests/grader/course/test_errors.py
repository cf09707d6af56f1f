"""Errors that a person reads."""

from grader.course.errors import CourseError


def test_an_error_that_holds_a_student_s_name_cannot_steer_the_terminal() -> None:
    assert CourseError("no \x1b[2J\x07 here\nthere").format_message() == "no  [2J  here\nthere"
