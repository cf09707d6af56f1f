"""Probes as bytes: what arrives is what was asked, with the given cells compiled."""

import numpy as np
import pytest

from grader.grading.wall.protocol.codec import ProtocolError
from grader.grading.wall.protocol.probes import decode_probes, encode_probes
from tinytorch.outcomes import run

GIVEN = "def total(data):\n    return data.sum()"


def test_probes_arrive_with_code_names_and_inputs() -> None:
    inputs = [(np.arange(3.0),), (np.ones((2, 2)),)]
    probes = encode_probes([([GIVEN], "total", inputs), ([], "other", [()])])
    assert probes.calls == [2, 1]
    (cells, name, arrived), other = decode_probes(probes.data)
    assert name == "total" and other == ([], "other", [()])
    assert [part.tolist() for (part,) in arrived] == [[0, 1, 2], [[1, 1], [1, 1]]]
    assert list(run({}, cells, name, arrived)) == list(run({}, [GIVEN], name, inputs)) == [3, 4]


def test_a_cell_that_is_not_python_and_an_input_that_cannot_cross_are_refused() -> None:
    with pytest.raises(SyntaxError):
        encode_probes([(["def"], "total", [])])
    with pytest.raises(ProtocolError):
        encode_probes([([GIVEN], "total", [(object(),)])])
