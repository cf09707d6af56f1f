"""The activations: the right numbers for inputs of any size, shapes kept, inputs left alone."""

import math
from typing import Any

import numpy as np
import pytest

from tinytorch.core.activations import ReLU, Sigmoid, Softmax, Tanh
from tinytorch.core.tensor import Tensor

ALL = [ReLU(), Sigmoid(), Tanh(), Softmax(), Softmax(axis=0)]
X = np.random.default_rng(2).normal(0, 3, (4, 2, 5)).astype(np.float32)


def name(activation: Any) -> str:
    return f"{type(activation).__name__}{getattr(activation, 'axis', '')}"


def forward(activation: Any, data: Any) -> np.ndarray:
    """The array behind `activation.forward(Tensor(data))`."""
    result = activation.forward(Tensor(data))
    assert type(result) is Tensor
    return result.data


@pytest.mark.parametrize(
    ("activation", "formula"),
    [
        (ReLU(), lambda x: x if x > 0 else 0.0),
        (Sigmoid(), lambda x: 1 / (1 + math.exp(-x))),
        (Tanh(), math.tanh),
    ],
    ids=["ReLU", "Sigmoid", "Tanh"],
)
def test_every_entry_is_the_function_of_its_own_input(activation: Any, formula: Any) -> None:
    want = np.vectorize(formula)(X.astype(np.float64))
    np.testing.assert_allclose(forward(activation, X), want, rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("axis", [0, 1, 2, -1, -2, -3])
def test_softmax_divides_the_powers_by_their_sum_along_the_axis(axis: int) -> None:
    powers = np.exp(X.astype(np.float64))
    want = powers / powers.sum(axis=axis, keepdims=True)
    np.testing.assert_allclose(forward(Softmax(axis), X), want, rtol=1e-5, atol=1e-7)
    np.testing.assert_allclose(forward(Softmax(axis=axis), X).sum(axis=axis), 1.0, rtol=1e-5)


def test_softmax_takes_the_last_axis_unless_told_otherwise() -> None:
    assert Softmax().axis == -1
    np.testing.assert_array_equal(forward(Softmax(), X), forward(Softmax(2), X))


def test_positive_entries_pass_relu_as_they_are() -> None:
    large = [1e-30, 0.1, 3.4e38]
    assert forward(ReLU(), large).tolist() == np.float32(large).tolist()
    assert forward(ReLU(), [-1e-30, 0.0, -3.4e38]).tolist() == [0.0, 0.0, 0.0]


# Warnings are errors here, so these also show that nothing overflows on the way.
@pytest.mark.parametrize(
    ("activation", "data", "want"),
    [
        (Sigmoid(), [-1000.0, -88.0, 0.0, 88.0, 1000.0], [0.0, math.exp(-88), 0.5, 1.0, 1.0]),
        (Sigmoid(), [-20.0, -8.0], [1 / (1 + math.exp(20)), 1 / (1 + math.exp(8))]),
        (Tanh(), [-1000.0, 0.0, 1000.0], [-1.0, 0.0, 1.0]),
        (Softmax(), [1000.0, 1000.0], [0.5, 0.5]),
        (Softmax(), [-1000.0, -1001.0], [1 / (1 + math.exp(-1)), 1 / (1 + math.exp(1))]),
        (Softmax(), [[3e38, -3e38], [-1000.0, -1000.0]], [[1.0, 0.0], [0.5, 0.5]]),
        (Softmax(axis=0), [[1000.0, -1000.0], [1000.0, -1000.0]], [[0.5, 0.5], [0.5, 0.5]]),
    ],
    ids=[
        "sigmoid",
        "sigmoid-not-cut",
        "tanh",
        "softmax",
        "softmax-low",
        "softmax-rows-apart",
        "softmax-columns",
    ],
)
def test_large_inputs_give_the_right_numbers(activation: Any, data: Any, want: Any) -> None:
    with np.errstate(over="ignore" if np.max(np.abs(data)) > 1e38 else "warn"):
        np.testing.assert_allclose(forward(activation, data), want, rtol=1e-5, atol=1e-38)


@pytest.mark.parametrize("activation", ALL, ids=name)
@pytest.mark.parametrize("shape", [(3,), (1, 3), (2, 3), (2, 3, 4)])
def test_shapes_are_kept(activation: Any, shape: tuple[int, ...]) -> None:
    assert forward(activation, np.ones(shape)).shape == shape


@pytest.mark.parametrize("activation", ALL, ids=name)
def test_the_input_keeps_its_values_and_its_memory(activation: Any) -> None:
    x = Tensor(X)
    result = activation.forward(x)
    assert np.array_equal(x.data, X)
    assert not np.shares_memory(result.data, x.data)


@pytest.mark.parametrize("activation", ALL, ids=name)
def test_an_activation_is_called_like_a_function_and_learns_nothing(activation: Any) -> None:
    np.testing.assert_array_equal(activation(Tensor(X)).data, forward(activation, X))
    assert activation.parameters() == []


def test_softmaxes_with_different_axes_live_side_by_side() -> None:
    rows, columns = Softmax(axis=1), Softmax(axis=0)
    assert (rows.axis, columns.axis) == (1, 0)
    np.testing.assert_allclose(forward(rows, np.ones((2, 4))), 0.25)
    np.testing.assert_allclose(forward(columns, np.ones((2, 4))), 0.5)
