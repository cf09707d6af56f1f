"""Mutants: small changes to a solution, each of which changes what the code does."""

import ast

import pytest

from grader.proof.mutants import mutants

SOLUTION = '''\
def scale(x, keep=True):
    """Return 2 * x, or nothing if x > 10."""
    if keep and x > 10:  # more than 10
        return 0
    return 2 * x + 1
'''


@pytest.fixture(scope="module")
def codes() -> list[str]:
    return [mutant.code for mutant in mutants("scale", SOLUTION)]


@pytest.mark.parametrize(
    "changed",
    [
        "if not keep and x > 10", "keep or x > 10", "x >= 10", "x < 10", "return 1", "2 / x + 1",
        "2 * x - 1",
        "keep=False",
    ],
)  # fmt: skip
def test_a_slip_of_each_kind_is_made(codes: list[str], changed: str) -> None:
    assert any(changed in code for code in codes)


def test_every_mutant_is_python_and_differs_from_the_solution_and_from_all_others(
    codes: list[str],
) -> None:
    meanings = {ast.dump(ast.parse(code)) for code in codes}
    assert len(meanings) == len(codes)
    assert ast.dump(ast.parse(SOLUTION)) not in meanings


def test_docstrings_and_comments_are_left_alone(codes: list[str]) -> None:
    for code in codes:
        assert '"""Return 2 * x, or nothing if x > 10."""' in code
        assert "# more than 10" in code


def test_a_mutant_is_a_wrong_answer_that_tells_its_change() -> None:
    found = mutants("scale", SOLUTION)
    assert {(mutant.exercise, mutant.right) for mutant in found} == {("scale", False)}
    assert len({mutant.name for mutant in found}) == len(found)
    assert any("return 2 * x + 1 -> return 2 * x - 1" in mutant.about for mutant in found)


def test_a_solution_without_anything_to_change_has_no_mutants() -> None:
    assert mutants("empty", '"""Only a text: 2 * 2."""\n') == []
