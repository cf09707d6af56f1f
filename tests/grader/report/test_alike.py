"""Submissions that are alike: what counts as one's own code, and what hides a copy."""

from collections.abc import Callable

import pytest

from grader.proof.crowd import disguised
from grader.report.alike import THRESHOLD, alike
from grader.report.model import Alike

GIVEN = {"total": "def total(values):\n    raise NotImplementedError('write me')\n"}
OBVIOUS = "def total(values):\n    result = 0\n    for value in values:\n        result += value\n"
OBVIOUS += "    return result\n"
RARE = '''\
def total(values):
    """Add neighbours until one number is left."""
    waiting = list(values) or [0]
    while len(waiting) > 1:
        pairs = zip(waiting[::2], waiting[1::2])
        rest = [waiting[-1]] if len(waiting) % 2 else []
        waiting = [first + second for first, second in pairs] + rest
    return waiting[0] if isinstance(waiting[0], float) else float(waiting[0])


def mean(values, default=None):
    numbers = [value for value in values if value is not None and value == value]
    if not numbers and default is None:
        raise ValueError("nothing to take the mean of")
    return total(numbers) / len(numbers) if numbers else default
'''
OTHER = """\
import functools, operator
def total(values):
    numbers = [float(value) for value in values if value is not None]
    if not numbers:
        return 0.0
    head, *tail = numbers
    return functools.reduce(operator.add, tail, head) * 1.0 + sum([]) - 0 ** len(numbers[:0])
"""
THIRD = """\
class Account:
    def __init__(self, owner, balance=10):
        self.owner, self.balance = owner, balance

    def pay(self, amount):
        if amount > self.balance:
            raise ValueError("too little")
        self.balance -= amount
        return self
"""


def found(**answers: str) -> Alike:
    named = {student: {"total": code} for student, code in answers.items()}
    crowd = {f"s{number}": {"total": OBVIOUS} for number in range(6)}
    return alike(crowd | named, GIVEN, ["total"], THRESHOLD)


def test_what_many_wrote_is_nobody_s_own() -> None:
    result = found(ada=GIVEN["total"], ben=GIVEN["total"])
    assert (result.compared, result.count, result.pairs) == (8, 0, [])


def test_different_answers_are_not_alike() -> None:
    assert found(ada=RARE, ben=OTHER).pairs == []


@pytest.mark.parametrize("change", [str, disguised], ids=["as it is", "disguised"])
def test_a_copy_is_found_under_other_names_too(change: Callable[[str], str]) -> None:
    copy = change(RARE)
    (pair,) = found(ada=RARE, ben=copy, cara=OTHER).pairs
    assert (pair.left, pair.right) == ("ada", "ben")
    assert min(pair.left_share, pair.right_share) > THRESHOLD
    (side,) = pair.sides
    assert "".join(each.text for each in side.left) == RARE
    assert "".join(each.text for each in side.right) == copy
    assert any("zip(" in each.text for each in side.left if each.alike)


def test_the_threshold_decides_what_is_shown() -> None:
    answers = {"ada": {"total": RARE + OTHER}, "ben": {"total": RARE + THIRD}}
    (pair,) = alike(answers, GIVEN, ["total"], 0.1).pairs
    largest = max(pair.left_share, pair.right_share)
    assert 0.2 < largest < 0.8
    assert alike(answers, GIVEN, ["total"], largest - 0.01).count == 1
    assert alike(answers, GIVEN, ["total"], largest + 0.01).count == 0


def test_broken_code_is_compared_too_and_nothing_is_compared_with_nothing() -> None:
    broken = RARE + "def total(:\n"
    (pair,) = found(ada=RARE, ben=broken).pairs
    assert (pair.left, pair.right) == ("ada", "ben")
    assert alike({}, GIVEN, ["total"], THRESHOLD).count == 0
    assert alike({"ada": {}}, GIVEN, ["total"], THRESHOLD).count == 0
