"""The questions of one expression travel together, and nobody can tell but by counting."""

import ast
from typing import Any

import numpy as np
import pytest
from unjailed import Unjailed

from grader.wall.fuse import fuse


def run(there: Unjailed, source: str, **names: Any) -> tuple[dict[str, Any], int]:
    """What a fused test leaves behind, and how many questions it asked."""
    tree = fuse(ast.parse(source), "tinytorch.core")
    found: dict[str, Any] = {**there.known, **there.remote.later.tools, "np": np, **names}
    before = there.questions()
    exec(compile(tree, "<test>", "exec"), found)
    return found, there.questions() - before


@pytest.mark.parametrize(
    ("source", "questions"),
    [
        ("y = Tensor([[1, 2], [3, 4]]).sum(axis=0).data", 1),
        ("y = (Tensor([1, 2]) + Tensor([3, 4])).data", 1),
        ("y = (2 * Tensor([2, 3])).data", 1),
        ("y = (-Tensor([-4, -6])).data", 1),
        ("a, b = Tensor([4, 0]), Tensor([0, 6])\ny = a.data + b.data", 1),
        ("y = sum([t.data for t in [Tensor(row) for row in ([1, 2], [3, 4])]])", 1),
        ("y = Row([4, 9, 6])[::2].data", 1),
        ("a, b = Row([[1, 4], [0, 6]])[:, 1], Row([0, 0])[0:2]\ny = a.data + b.data", 1),
        ("y = Row([9, 6, 4])[[2, 1]].data", 1),
        ("x, t = Row([2, 3]), Row([0])\na, b, c = x * 2, -x, [x[0], x[1:]]\ny = a.data + 0 * b.data * c[1].data", 2),
        ("a, b = np.array([1, 2]), np.array([3, 4])\ny = [a + b, a[0], b[1]][0]", 0),
        ("y = [len(Row([7] * 4)), len(repr(Row([1, 2, 3]))) + 2]", 1),
        ("len = lambda x: [4, 6]\ny = len(Row([1]))", 1),
        ("call = lambda a, b: a + b\ny = call(Tensor([1, 2]), Tensor([3, 4])).data", 2),
        ("def plain(x): return x.data\ny = plain(Tensor([4, 6]))", 1),
        ("y = Tensor(Tensor([4, 6]).data).data", 2),
        ("y = Tensor(data=Tensor([4, 6]).sum(axis=None).data * [0.4, 0.6]).data", 2),
    ],
)
def test_an_expression_is_one_question(there: Unjailed, source: str, questions: int) -> None:
    found, asked = run(there, source)
    assert np.allclose(found["y"], [4, 6])
    assert asked == questions


@pytest.mark.parametrize(
    "source",
    [
        "y = Teller().tell(Teller().tell([]))",
        "y = [Teller().tell([1]), Teller().tell([2])]",
        "y = both(Teller().tell([1]), count(), Teller().tell([2]))",
        "y = Teller().tell([1]), Teller().calls, Teller().tell([])",
        "y = Teller().tell([len(Teller().tell([7]))])",
        "y = -(Tensor([Teller().tell([])[0]]) + Tensor([1])).data",
        "y = [Teller().tell([n]) for n in range(3) if n != 1]",
        "y = [Teller().tell([4, 5])[1], Teller().tell([6])[Teller().calls - 2:], len(Teller().tell([7]))]",
        "y = [Teller().tell([n]) for n in range(3) if count() or True]",
    ],
)
def test_what_runs_and_in_which_order_is_the_same(there: Unjailed, source: str) -> None:
    together, _ = run(there, source, both=lambda *parts: list(parts), count=lambda: there.Teller().calls)
    there.Teller().again()
    alone: dict[str, Any] = {**there.known, "np": np, "both": lambda *parts: list(parts)}
    alone["count"] = lambda: there.Teller().calls
    exec(source, alone)
    there.Teller().again()
    assert repr(together["y"]) == repr(alone["y"])


def test_an_error_is_raised_where_the_expression_stands(there: Unjailed) -> None:
    source = """
try:
    Tensor([1]).sum(axis=Tensor("no number"))
except ValueError as error:
    y = "caught"
after = Tensor([5]).data
"""
    found, _ = run(there, source)
    assert found["y"] == "caught" and found["after"] == 5


def test_a_function_of_the_tests_is_called_after_what_comes_before_it(there: Unjailed) -> None:
    source = """
def careful():
    try:
        return Tensor([1]).data
    except ValueError:
        return "the error of another expression"
try:
    both(Tensor("no number"), careful())
except ValueError:
    y = "caught"
"""
    found, _ = run(there, source, both=lambda *parts: parts)
    assert found["y"] == "caught"


def test_what_an_error_has_cut_short_is_never_asked(there: Unjailed) -> None:
    there.Teller().again()
    source = """
try:
    y = [Teller().tell([1]), Teller().tell([2]) + missing]
except NameError:
    y = "cut short"
z = Teller().calls
"""
    found, _ = run(there, source)
    assert found["y"] == "cut short" and found["z"] in (0, 1)


def test_a_list_that_is_handed_over_is_the_tests_own_afterwards(there: Unjailed) -> None:
    source = """
items = [[1], [2]]
y = Keeper(items).items is items
spoiled = [[1], [2]]
Keeper(Keeper([]).items).spoil(spoiled)
"""
    found, _ = run(there, source)
    assert found["y"]
    assert len(found["spoiled"]) == 3
