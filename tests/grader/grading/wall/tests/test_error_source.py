"""The note on an error that ended a test: who raised it, and what a check said."""

import pytest

from grader.grading.wall.protocol.exceptions import rebuild
from grader.grading.wall.tests.error_source import failure_note
from tinytorch.checks import CheckFailed, expect, expect_raises


def failure(**said: object) -> CheckFailed:
    with pytest.raises(CheckFailed) as caught:
        expect(3, 4, "f(3)", likely="one too few.", read="section 1", **said)  # type: ignore[arg-type]
    return caught.value


def test_a_check_is_told_in_its_parts() -> None:
    assert failure_note(failure()) == {
        "raised": "test",
        "title": "f(3) has the right shape but wrong values.",
        "likely": "one too few.",
        "read": "section 1",
    }


def test_an_assertion_of_the_test_has_a_title() -> None:
    assert failure_note(AssertionError("f(3) is wrong\nx")) == {
        "raised": "test",
        "title": "f(3) is wrong",
    }
    assert failure_note(AssertionError()) == {"raised": "test", "title": ""}
    assert failure_note(AssertionError({1: 2})) == {"raised": "test", "title": ""}


@pytest.mark.parametrize(
    ("name", "bases"),
    [
        ("CheckFailed", ["AssertionError", "Exception", "BaseException", "object"]),
        ("AssertionError", ["AssertionError"]),
        ("X", []),
        ("E", ["ExceptionGroup"]),
        ("E", ["OSError", "KeyError"]),
        ("SystemExit", ["SystemExit", "BaseException"]),
    ],
)
def test_an_exception_that_has_crossed_is_the_student_s_however_it_is_called(
    name: str, bases: list[str]
) -> None:
    assert failure_note(rebuild(name, bases, "f(3)\n  likely:   one too few.")) == {
        "raised": "student"
    }


def test_an_error_of_a_check_that_caught_the_student_s_is_the_test_s() -> None:
    def call() -> None:
        raise rebuild("KeyError", ["KeyError"], "1234\n  likely:   1234\n  read:     1234")

    with pytest.raises(CheckFailed) as caught:
        expect_raises(TypeError, call, "f()", likely="it checks nothing.", read="section 2")
    assert failure_note(caught.value) == {
        "raised": "test",
        "title": "f() raised the wrong error.",
        "likely": "it checks nothing.",
        "read": "section 2",
    }


def test_any_other_error_is_nobody_s_sentence() -> None:
    assert failure_note(TypeError("f(3) is not right.")) == {"raised": "other"}
