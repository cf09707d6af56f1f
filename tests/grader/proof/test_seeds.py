"""Answers that a test catches with some seeds only are found, with the test and the share."""

import signal
import time
from pathlib import Path

import pytest
from doubling import INPUTS, course_with

from grader.library import limited
from grader.library.answers import Answer, load_answers
from grader.library.trial import Trials
from grader.proof.seeds import Uneven, missed, uneven

SEEDS = 12


def found(root: Path, line: str, more: list[Answer] | None = None) -> list[Uneven]:
    """The uneven answers of a course whose one hidden test has this line."""
    course, module = course_with(root, line)
    answers = [*load_answers(course.library, module), *(more or [])]
    return list(uneven(Trials(course, module), answers, SEEDS))


def test_answers_that_every_seed_catches_or_none_are_not_named(tmp_path: Path) -> None:
    assert found(tmp_path, f'check.compare("doubled", {INPUTS})') == []


def test_an_answer_that_some_seeds_let_pass_is_named(tmp_path: Path) -> None:
    # 2 * x equals x + 2 where x is 2, and x where it is 0.
    line = 'check.compare("doubled", [(int(check.rng.integers(1, 3)),)])'
    by_name = {each.answer.name: each for each in found(tmp_path, line)}
    assert by_name.keys() == {"adds", "plus"}
    one = by_name["adds"]
    assert 0 < one.failed < SEEDS
    assert str(one) == (
        f"caught by chance: double/adds: test-double fails with {one.failed} of {SEEDS} seeds:"
        " You add 2. Take x twice."
    )


def test_a_mutant_counts_as_caught_if_any_test_catches_it(tmp_path: Path) -> None:
    lines = [
        f'check.compare("doubled", [(int(check.rng.integers({low}, {low + 2})),)])'
        for low in (1, 0)
    ]
    mutant = Answer("double", False, "AddNot-0", "AddNot-0", "def double(x):\n    return x + 2\n")
    trials = Trials(*course_with(tmp_path / "one", lines[0]))
    assert [each.failed < SEEDS for each in missed(trials, [mutant], SEEDS)] == [True]
    both = Trials(*course_with(tmp_path / "two", "\n".join(lines)))
    assert list(missed(both, [mutant], SEEDS)) == []


def test_a_right_answer_that_one_seed_fails_is_named(tmp_path: Path) -> None:
    line = 'check.compare("doubled", [(int(check.rng.integers(0, 4)),)])'
    code = "def double(x):\n    return 2 * x if x != 3 else 7\n"
    every = found(tmp_path, line, [Answer("double", True, "odd", "odd", code)])
    odd = next(each for each in every if each.answer.name == "odd")
    assert str(odd).startswith("right, but failed: double/odd: test-double fails with ")


def test_an_answer_that_never_ends_is_stopped_and_counts_as_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limited, "SECONDS", 0.05)
    before = signal.getsignal(signal.SIGALRM)
    code = "def double(x):\n while True:\n  try:\n   x += 0\n  except:\n   pass\n"
    line = f'check.compare("doubled", {INPUTS})'
    monkeypatch.setattr(limited, "AGAIN", 0.01)
    start = time.monotonic()
    assert found(tmp_path, line, [Answer("double", False, "endless", "", code)]) == []
    assert time.monotonic() - start < 30
    assert signal.getsignal(signal.SIGALRM) is before
