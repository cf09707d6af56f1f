"""Coverage: comparisons that cannot work are named, and answers that no comparison tells apart."""

from pathlib import Path

import pytest
from doubling import INPUTS, course_with

from grader.proof.coverage import Coverage


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (f'check.compare("doubled", {INPUTS})', None),
        (f'check.compare("thing", {INPUTS})', "compare 1 (thing) gives an object (Thing)"),
        (f'check.compare("fails", {INPUTS})', "line 5: fails with the reference solution"),
        (f'check.compare("unsteady", {INPUTS})', "line 5: fails with the reference solution"),
        (f'check.compare("ignored", {INPUTS})', "compare 1 (ignored) catches no wrong answer"),
        ('check.compare("doubled", [(5,)])', "gives the same short results for every seed"),
        ('check.compare("doubled", [(5,)])  # constant: there is one 5.', None),
    ],
    ids=["sound", "object", "error", "unsteady", "catches none", "constant", "constant with why"],
)
def test_a_comparison_that_cannot_work_is_named(
    tmp_path: Path, line: str, problem: str | None
) -> None:
    found = list(Coverage(*course_with(tmp_path, line)).problems())
    assert len(found) == (problem is not None)
    for text in found:
        assert text.startswith("test-double")
        assert problem in text


def test_each_answer_is_caught_or_not_under_its_sentence(tmp_path: Path) -> None:
    coverage = Coverage(*course_with(tmp_path, f'check.compare("doubled", {INPUTS})'))
    results = {each.answer.name: each for each in coverage.results("double")}
    assert {name: (each.caught, each.shown) for name, each in results.items()} == {
        "adds": (True, {"adds"}),
        # It gives what `adds` gives, so its sentence is never shown.
        "plus": (True, {"adds"}),
        "once": (True, {"once"}),
        "sum": (False, set()),
    }


def test_answers_that_no_comparison_tells_apart_are_a_group(tmp_path: Path) -> None:
    coverage = Coverage(*course_with(tmp_path, f'check.compare("doubled", {INPUTS})'))
    assert coverage.groups("double") == [["adds", "plus"]]
