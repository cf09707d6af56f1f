"""Exceptions cross as data, and are raised on the other side as built-in ones."""

import pytest

from grader.grading.wall.protocol.exceptions import StudentException, describe, rebuild


class Custom(KeyError):
    """An exception of a student's."""

    def __str__(self) -> str:
        return "mine"


def crossed(error: BaseException) -> BaseException:
    return rebuild(*describe(error))


def test_an_exception_keeps_its_name_its_bases_and_its_message() -> None:
    found = crossed(Custom("x"))
    assert type(found).__name__ == "Custom" and str(found) == "mine"
    assert isinstance(found, KeyError) and isinstance(found, LookupError)
    assert isinstance(found, StudentException) and not isinstance(found, Custom)


@pytest.mark.parametrize(
    "error",
    [ValueError("v"), StopIteration(), OSError(2, "no"), AssertionError("a"), SystemExit(1)],
    ids=lambda error: type(error).__name__,
)
def test_a_builtin_exception_can_be_caught_as_what_it_is(error: BaseException) -> None:
    with pytest.raises(type(error)):
        raise crossed(error)


def test_an_exception_that_needs_arguments_becomes_its_nearest_simple_one() -> None:
    found = crossed(UnicodeDecodeError("utf-8", b"x", 0, 1, "why"))
    assert isinstance(found, ValueError) and "why" in str(found)
    assert isinstance(crossed(ExceptionGroup("g", [ValueError()])), RuntimeError)


def test_an_exception_whose_str_fails_has_no_message() -> None:
    class Broken(ValueError):
        def __str__(self) -> str:
            raise SystemExit

    assert describe(Broken())[2] == ""


def test_a_long_message_is_cut_and_a_long_name_too() -> None:
    name, _, message = describe(type("N" * 500, (ValueError,), {})("m" * 50_000))
    assert len(name) == 100 and len(message) == 20_000


@pytest.mark.parametrize("bases", [[], ["int"], [1], ["print"], ["NoSuchError"]])
def test_bases_that_are_no_exceptions_are_ignored(bases: list[object]) -> None:
    found = rebuild("not a name", bases, "x")
    assert isinstance(found, RuntimeError) and type(found).__name__ == "Exception"


def test_exceptions_that_cannot_be_combined_become_a_runtime_error() -> None:
    assert isinstance(rebuild("E", ["OSError", "SyntaxError"], "x"), RuntimeError)
