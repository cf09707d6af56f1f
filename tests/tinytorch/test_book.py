"""The oracle of graded tests: course code runs from fixed seeds."""

import random
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from tinytorch.book import Answer, Book, Cell, quiet
from tinytorch.compare import Call, Task
from tinytorch.outcomes import run


def test_course_code_draws_the_same_numbers_at_every_run() -> None:
    draws = []
    for _ in range(2):
        with quiet():
            draws.append((random.random(), np.random.rand(), np.random.default_rng().random()))
    assert draws[0] == draws[1]


def test_two_generators_without_a_seed_draw_different_numbers() -> None:
    with quiet():
        one, other = np.random.default_rng().random(), np.random.default_rng().random()
    assert one != other


def test_a_seed_of_the_course_code_is_kept() -> None:
    with quiet():
        drawn = np.random.default_rng(3).random()
    assert drawn == np.random.default_rng(3).random()


def test_a_generator_without_a_seed_draws_other_numbers_than_one_with_the_seed() -> None:
    # NumPy draws the same from [0, 0] as from 0.
    for seed in (0, 1):
        with quiet(seed):
            drawn = np.random.default_rng().random()
        assert drawn != np.random.default_rng(seed).random()


def a_book() -> Book:
    """A book of one function, which doubles, and two wrong answers to it."""
    code = {"adds-two": "def double(x): return x + 2", "squares": "def double(x): return x * x"}
    answers = [Answer(name, f"You wrote: {name}.", text) for name, text in code.items()]
    cells = [Cell("def double(x): return 2 * x", "double")]
    return Book(cells, {"test-double": ("double", Task("Double"))}, {"double": answers})


def test_a_wrong_answer_runs_again_only_to_get_further(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = list[str]()

    def counted(names: dict[str, Any], given: list[str], *more: Any) -> Iterator[Any]:
        ran.append(given[0])
        return run(names, given, *more)

    monkeypatch.setattr("tinytorch.book.run", counted)
    call = Call("test-double", 0, "double", [(2.0,), (3.0,), (5.0,)], 1e-4, 1e-5)
    wrong = a_book()

    def named(*got: float) -> tuple[str, int]:
        """The wrong answer with these outcomes, and how many answers were run to find it."""
        ran.clear()
        found = wrong.mistake(call, list(got))
        return found.name if found else "", len(ran)

    assert named(4.0, 5.0, 7.0) == ("adds-two", 2)  # the reference, and the answer
    assert named(4.0, 5.0, 7.0) == ("adds-two", 0)
    assert named(1.0, 5.0, 7.0) == ("", 1)  # the first differs, as is known: only `squares` runs
    assert named(0.0, 5.0, 7.0) == ("", 0)
    assert named(4.0, 9.0, 25.0) == ("squares", 1)  # only its first was known
    assert named(4.0, 9.0, 25.0) == ("squares", 0)
    assert named(4.0, 6.0, 10.0) == ("", 0)
