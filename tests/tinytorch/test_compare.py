"""Which mistake a failed comparison names, and how it shows its arguments."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.course.term import ROOT
from tinytorch.book import Answer, Book, Cell
from tinytorch.compare import (
    Call,
    Check,
    Mistake,
    Table,
    Task,
    bar,
    commonest,
    setting,
    short,
    tried,
)

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


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A student's kernel, in a module with two tasks, of 4 and 18 points, and a question of 2."""
    facts = {"read": "", "graded": [[2.0, "other sizes"]], "calls": []}
    points = {"check-one": 4.0, "check-two": 18.0, "check-q1": 2.0}
    module = {
        test: {**facts, "title": test.capitalize(), "points": each} for test, each in points.items()
    }
    (tmp_path / "01_made_up.json").write_text(json.dumps(module), encoding="utf-8")
    (tmp_path / "02_other.json").write_text(
        json.dumps({"check-other": {**facts, "points": 50}}), encoding="utf-8"
    )
    monkeypatch.setattr(setting, "oracle", Table.load(tmp_path))
    tried.clear()
    yield
    tried.clear()


@pytest.mark.usefixtures("table")
def test_passing_says_the_points_tried_so_far_of_the_module_s_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Check("check-one").passed()
    assert capsys.readouterr().out.splitlines() == [
        "✓ Check-one (4 points): all visible tests pass.",
        "  ■■■□□□□□□□□□□□□□□□□□ 4 of 24 points tried so far.",
        "Also graded when you hand in:",
        "  2 points: other sizes",
    ]
    Check("check-two").passed()
    assert " 22 of 24 points tried so far." in capsys.readouterr().out


@pytest.mark.usefixtures("table")
def test_a_test_that_is_run_twice_counts_once_and_one_that_fails_then_not_at_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for _ in range(2):
        Check("check-one").passed()
    Check("check-one")  # and it never gets to its end
    Check("check-q1").passed("a number is there")
    said = capsys.readouterr().out
    assert said.count(" 4 of 24 points tried so far.") == 2
    assert "✓ Check-q1 (2 points): a number is there.\n" in said
    assert " 2 of 24 points tried so far." in said


def test_the_bar_is_full_only_when_all_is_tried() -> None:
    assert bar(88, 88).count("■") == 20
    assert bar(87, 88).count("■") == 19
    assert bar(0, 88) == "□" * 20 + " 0 of 88"


def test_while_grading_nobody_counts_what_was_tried(
    book: Callable[..., Book], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setting, "oracle", book())
    Check("test-task").passed()
    assert "tried" not in capsys.readouterr().out
    assert tried == {}


@pytest.mark.parametrize(
    ("module", "points"), [("01_tensor", 37), ("02_activations", 37), ("03_layers", 88)]
)
def test_the_tables_hold_the_points_that_tests_give(module: str, points: int) -> None:
    tests = Table.load(ROOT / "tinytorch" / "tables").tests
    own = json.loads((ROOT / "tinytorch" / "tables" / f"{module}.json").read_text(encoding="utf-8"))
    assert {tests[test]["of"] for test in own} == {points}
