"""Which mistake a failed comparison names, and how it shows its arguments."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tinytorch.book import Answer, Book, Cell
from tinytorch.compare import Call, Mistake, Task, commonest, short

FIRST, SECOND = Mistake("the first."), Mistake("the second.")


def error(message: str, kind: str = "ValueError") -> dict[str, Any]:
    return {"raises": [kind, "Exception"], "message": message}


def test_of_two_that_agree_the_first_is_named() -> None:
    assert commonest([(FIRST, [3]), (SECOND, [3])], [3], [4]) is FIRST


def test_the_one_with_the_same_message_is_named() -> None:
    found = [(FIRST, [error("too long")]), (SECOND, [error("too short")])]
    assert commonest(found, [error("too short")], [4]) is SECOND
    assert commonest(found, [error("too short")], [error("refused")]) is SECOND


def test_an_error_with_another_message_names_nothing_where_several_mistakes_raise_it() -> None:
    found = [(FIRST, [error("too long")]), (SECOND, [error("too short")])]
    assert commonest(found, [error("my own words")], [4]) is None


def test_an_error_with_another_message_names_the_one_mistake_that_raises_it() -> None:
    assert commonest([(FIRST, [error("too long")])], [error("my own words")], [4]) is FIRST


def test_where_an_error_is_expected_its_type_is_enough() -> None:
    found = [(FIRST, [error("a", "TypeError")]), (SECOND, [error("b", "TypeError")])]
    assert commonest(found, [error("my own words", "TypeError")], [error("refused")]) is FIRST


@pytest.fixture
def book() -> Callable[..., Book]:
    def make(**wrong: str) -> Book:
        answers = [Answer(name, f"You do {name}.", code) for name, code in wrong.items()]
        cells = [Cell("def f(): return 1.0", "task")]
        return Book(cells, {"test-task": ("task", Task())}, {"task": answers})

    return make


def test_a_wrong_answer_that_passes_the_comparison_names_no_failure(
    book: Callable[..., Book],
) -> None:
    call = Call("test-task", 0, "f", [()], 0.0, 0.5)
    wrong = book(near="def f(): return 1.4", far="def f(): return 2.0")
    named = wrong.mistake(call, [1.6])
    assert named is not None
    assert named.name == "far"


def test_a_small_array_is_shown_on_one_line() -> None:
    assert short(np.array([[1.0, 0.0], [0.0, 1.0]])) == "[[1.0, 0.0], [0.0, 1.0]]"
    assert len(short(np.zeros(100))) == 60
