"""Totals: what is excused does not count, what is set does, and what waits is known."""

import pytest

from grader.course.notebook import Exercise
from grader.gradebook.exceptions import Allowance, Override
from grader.gradebook.totals import Got, Total, total

EXERCISES = [
    Exercise("linear", manual=False, tests={"test-a": 4, "test-b": 6}),
    Exercise("dropout", manual=False, tests={"test-c": 5}),
    Exercise("why", manual=True, tests={"why": 3}),
]
GRADES = {
    "test-a": Got(4), "test-b": Got(2), "test-c": Got(5, waits=True), "why": Got(0, waits=True),
}  # fmt: skip


def points_of(exercise: str | None, points: float) -> Override:
    return Override.model_construct(
        student="ada", module="03_layers", exercise=exercise, points=points, reason="x"
    )


CASES = {
    "nothing special": (
        Allowance(),
        Total({"linear": 6, "dropout": 5, "why": None}, 11, 18, waiting=True),
    ),
    "an excused exercise": (
        Allowance(excused=frozenset({"linear"})),
        Total({"dropout": 5, "why": None}, 5, 8, waiting=True),
    ),
    "what waits is excused or set": (
        Allowance(excused=frozenset({"why"}), points={"dropout": points_of("dropout", 1)}),
        Total({"linear": 6, "dropout": 1}, 7, 15, waiting=False),
    ),
    "points for an answer that waits": (
        Allowance(points={"why": points_of("why", 2.5)}),
        Total({"linear": 6, "dropout": 5, "why": 2.5}, 13.5, 18, waiting=True),
    ),
    "points for the whole module": (
        Allowance(total=points_of(None, 0)),
        Total({"linear": 6, "dropout": 5, "why": None}, 0, 18, waiting=False),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_total_is_what_counts(name: str) -> None:
    allowance, expected = CASES[name]
    assert total(EXERCISES, GRADES, allowance) == expected


def test_where_the_grader_failed_only_what_is_set_is_known() -> None:
    allowance = Allowance(points={"linear": points_of("linear", 7)})
    found = total(EXERCISES, GRADES, allowance, unknown=True)
    assert found.points == {"linear": 7, "dropout": None, "why": None}


def test_without_a_submission_there_are_no_points() -> None:
    assert total(EXERCISES, {}, Allowance()).score == 0
    assert total(EXERCISES, {}, Allowance(total=points_of(None, 9))).score == 9
