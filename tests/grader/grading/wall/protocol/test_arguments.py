"""Which arguments of a request are watched."""

import numpy as np

from grader.grading.wall.protocol.arguments import mutable_arguments


def test_mutable_arguments_have_their_position_or_keyword() -> None:
    rows, options, x = [1], {"a": 1}, np.ones(2)
    found = mutable_arguments("call", ["f", [0, rows, "text"], {"x": x, "options": options}])
    assert [key for key, _ in found] == [1, "x", "options"]
    assert found[0][1] is rows and found[1][1] is x
    assert mutable_arguments("operator", ["add", 1, rows]) == [(2, rows)]
    assert mutable_arguments("name", [[1]]) == []
