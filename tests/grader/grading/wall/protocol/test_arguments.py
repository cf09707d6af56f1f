"""Which arguments of a request are watched, and which changes are noticed."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.grading.wall.protocol.arguments import mutable_arguments, snapshot, unchanged


def test_mutable_arguments_have_their_position_or_keyword() -> None:
    rows, options, x = [1], {"a": 1}, np.ones(2)
    found = mutable_arguments("call", ["f", [0, rows, "text"], {"x": x, "options": options}])
    assert [key for key, _ in found] == [1, "x", "options"]
    assert found[0][1] is rows and found[1][1] is x
    assert mutable_arguments("operator", ["add", 1, rows]) == [(2, rows)]
    assert mutable_arguments("name", [[1]]) == []


CHANGES: dict[str, tuple[Any, Callable[[Any], object]]] = {
    "an element of an array": (np.zeros(3), lambda x: x.__setitem__(1, 5)),
    "an item of a list": ([1, 2], lambda x: x.__setitem__(0, 9)),
    "an item that is added": ([1, 2], lambda x: x.append(3)),
    "an item that is removed": ([1, 2], lambda x: x.pop()),
    "a list in a list": ([[1], [2]], lambda x: x[1].append(3)),
    "an array in a list": ([np.zeros(2)], lambda x: x[0].__setitem__(0, 1)),
    "a value of a dict": ({"a": 1}, lambda x: x.update(a=2)),
    "a key of a dict": ({"a": 1}, lambda x: x.update(b=x.pop("a"))),
    "a list in a dict": ({"a": [1]}, lambda x: x["a"].clear()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_in_place_is_noticed(change: str) -> None:
    value, function = CHANGES[change]
    before = snapshot(value)
    assert unchanged(value, before)
    function(value)
    assert not unchanged(value, before)


def test_an_object_in_a_list_is_the_same_while_it_is_the_same_object() -> None:
    class Unequal:
        def __eq__(self, other: object) -> bool:
            raise AssertionError("never compared")

        __hash__ = object.__hash__

    items: list[Any] = [Unequal()]
    before = snapshot(items)
    assert unchanged(items, before)
    items[0] = Unequal()
    assert not unchanged(items, before)
