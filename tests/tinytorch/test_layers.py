"""The layers: shapes and values, first weights, what dropout drops, what containers pass on.

Statistical bounds are computed so that right code fails less than once in 10^9 runs (`RARE`);
nothing is seeded.
"""

import math
from typing import Any

import numpy as np
import pytest

from tinytorch.core.activations import ReLU
from tinytorch.core.layers import Dropout, Layer, Linear, Sequential
from tinytorch.core.tensor import Tensor

RARE = 1e-9
SIGMAS = 6.5  # a normal variable is further from its mean with a probability of 8e-11


def deviation(count: int, width: float = 1.0) -> float:
    """How far the mean of `count` numbers from a range of `width` may be off (Hoeffding)."""
    return width * math.sqrt(math.log(2 / RARE) / (2 * count))


def linear(weight: Any, bias: Any = None) -> Linear:
    """A Linear layer with these parameters."""
    layer = Linear(*np.shape(weight), bias=bias is not None)
    layer.weight.data = np.array(weight, dtype=np.float32)
    if layer.bias is not None:
        layer.bias.data = np.array(bias, dtype=np.float32)
    return layer


class Recorder(Layer):
    """Adds 1, and records how `training` came in."""

    def __init__(self) -> None:
        self.seen: list[Any] = []

    def forward(self, x: Tensor, *, training: bool = True) -> Tensor:
        self.seen.append(training)
        return x + 1.0


class Plain:
    """Not a Layer: doubles, and takes nothing but x and a factor."""

    def forward(self, x: Tensor, factor: float = 2.0) -> Tensor:
        return x * factor

    def parameters(self) -> list[Tensor]:
        return []


def test_the_base_class_has_no_forward_and_no_parameters() -> None:
    with pytest.raises(NotImplementedError, match="Layer does not define forward"):
        Layer().forward(Tensor([1.0]))
    with pytest.raises(NotImplementedError, match="Layer does not define forward"):
        Layer()(Tensor([1.0]))
    assert Layer().parameters() == []
    assert Layer().parameters() is not Layer().parameters()


def test_calling_a_layer_hands_everything_to_forward_once() -> None:
    recorder = Recorder()
    assert recorder(Tensor([1.0]), training=False).data.tolist() == [2.0]
    assert recorder.seen == [False]


@pytest.mark.parametrize("shape", [(3,), (2, 3), (1, 3), (4, 2, 3)])
def test_linear_is_the_product_plus_the_bias(shape: tuple[int, ...]) -> None:
    weight, bias = [[1.0, 0.0], [0.0, 1.0], [2.0, 1.0]], [0.5, -1.0]
    x = np.arange(math.prod(shape), dtype=np.float32).reshape(shape) - 3
    np.testing.assert_allclose(
        linear(weight, bias).forward(Tensor(x)).data, x @ np.array(weight) + bias
    )
    np.testing.assert_allclose(linear(weight).forward(Tensor(x)).data, x @ np.array(weight))


def test_linear_keeps_sizes_and_shapes() -> None:
    layer = Linear(5, 3)
    assert (layer.in_features, layer.out_features) == (5, 3)
    assert (layer.weight.shape, layer.bias.shape) == ((5, 3), (3,))
    assert layer.bias.data.tolist() == [0.0, 0.0, 0.0]
    assert Linear(5, 3, bias=False).bias is None


def test_parameters_are_the_layers_own() -> None:
    layer = Linear(5, 3)
    weight, bias = layer.parameters()
    assert weight is layer.weight and bias is layer.bias
    without = Linear(5, 3, bias=False)
    assert [id(each) for each in without.parameters()] == [id(without.weight)]


@pytest.mark.parametrize("bias", [True, False])
def test_weights_start_with_lecuns_spread_each_drawn_on_its_own(bias: bool) -> None:
    rows, columns = 600, 400
    weight = Linear(rows, columns, bias=bias).weight.data
    scale = math.sqrt(1 / rows)
    assert weight.std() == pytest.approx(scale, rel=0.03)
    assert abs(weight.mean()) < SIGMAS * scale / math.sqrt(weight.size)
    for axis, count in ((0, rows), (1, columns)):
        means = weight.mean(axis=axis)
        assert means.std() == pytest.approx(
            scale / math.sqrt(count), rel=SIGMAS / math.sqrt(2 * means.size)
        )


def test_every_layer_draws_anew() -> None:
    assert not np.array_equal(Linear(4, 4).weight.data, Linear(4, 4).weight.data)


@pytest.mark.parametrize("size", [0, -3, 2.5, 2.0, "3", None])
def test_sizes_that_are_no_counts_are_refused_by_name(size: Any) -> None:
    with pytest.raises(ValueError, match="in_features is a number of features"):
        Linear(size, 2)
    with pytest.raises(ValueError, match="out_features is a number of features"):
        Linear(2, size)
    assert Linear(np.int64(3), np.int32(2)).weight.shape == (3, 2)


def test_an_input_that_does_not_fit_gets_the_message_of_the_product() -> None:
    with pytest.raises(ValueError) as caught:
        Linear(256, 10).forward(Tensor(np.zeros((32, 128))))
    assert str(caught.value) == (
        "Cannot perform matrix multiplication: (32, 128) @ (256, 10). "
        "Inner dimensions must match: 128 ≠ 256"
    )


@pytest.mark.parametrize("p", [0.2, 0.5, 0.8])
def test_dropout_drops_a_share_of_p_and_scales_the_rest(p: float) -> None:
    x = Tensor(np.full((1000, 1000), 3.0))
    y = Dropout(p).forward(x).data
    kept = y != 0
    assert abs((1 - kept.mean()) - p) < deviation(y.size)
    np.testing.assert_allclose(y[kept], 3.0 / (1 - p), rtol=1e-6)
    assert abs(y.mean(dtype=np.float64) - 3.0) < deviation(y.size, width=3.0 / (1 - p))
    assert (x.data == 3.0).all()


@pytest.mark.parametrize("p", [0.2, 0.8])
def test_dropout_decides_on_each_element_by_itself(p: float) -> None:
    dropped = Dropout(p).forward(Tensor(np.ones((1000, 1000)))).data == 0
    for axis in (0, 1):
        # The variance of 1,000 binomial counts, as a share of 1000 p (1 - p), is 1 with a standard
        # error of sqrt(2 / 1000). It is a little skewed, so the bound is wider than for a normal
        # variable.
        share = dropped.sum(axis=axis).var() / (1000 * p * (1 - p))
        assert share == pytest.approx(1, abs=8 * math.sqrt(2 / 1000))


def test_dropout_draws_anew_in_each_call_and_in_each_layer() -> None:
    x, first, second = Tensor(np.ones(1000)), Dropout(0.5), Dropout(0.5)
    masks = [layer.forward(x).data for layer in (first, first, second)]
    assert not np.array_equal(masks[0], masks[1])
    assert not np.array_equal(masks[0], masks[2])


@pytest.mark.parametrize("p", [0, 0.3, 1])
@pytest.mark.parametrize("shape", [(), (3,), (2, 3, 4)])
def test_dropout_leaves_x_alone_at_inference(p: float, shape: tuple[int, ...]) -> None:
    x = np.random.default_rng(1).normal(size=shape).astype(np.float32)
    np.testing.assert_array_equal(Dropout(p).forward(Tensor(x), training=False).data, x)
    np.testing.assert_array_equal(Dropout(p)(Tensor(x), training=False).data, x)


def test_both_ends_of_p_in_training() -> None:
    x = Tensor([1.0, -2.0, 1e38])
    assert np.array_equal(Dropout(0).forward(x).data, x.data)
    assert Dropout(1).forward(x).data.tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("p", [-0.1, 1.5, math.nan, math.inf, "0.5", None, [0.5]])
def test_a_p_that_is_no_probability_is_refused_with_its_meaning(p: Any) -> None:
    with pytest.raises(
        ValueError, match="p is the probability of zeroing an element, a number from 0 to 1, not "
    ):
        Dropout(p)


@pytest.mark.parametrize("p", [0, 1, 0.3, np.float64(0.3), np.float32(0.3), np.int64(1)])
def test_probabilities_of_any_number_type_are_kept(p: Any) -> None:
    assert Dropout(p).p == p
    assert Dropout(p).parameters() == []
    assert Dropout().p == 0.5


def test_a_container_takes_layers_or_one_list_of_them() -> None:
    a, b = Plain(), ReLU()
    for made in (Sequential(a, b), Sequential([a, b]), Sequential((a, b))):
        assert made.layers == [a, b]
    assert Sequential(a).layers == Sequential([a]).layers == [a]
    given = [a, b]
    made = Sequential(given)
    given.clear()
    assert made.layers == [a, b]


def test_a_container_runs_its_layers_in_order() -> None:
    recorder = Recorder()
    assert Sequential(Plain(), recorder).forward(Tensor([3.0])).data.tolist() == [7.0]
    assert Sequential(recorder, Plain())(Tensor([3.0])).data.tolist() == [8.0]
    assert len(recorder.seen) == 2


def test_training_goes_by_name_to_the_layers_that_take_it() -> None:
    outer, inner = Recorder(), Recorder()
    model = Sequential(Plain(), outer, Sequential(Plain(), Sequential(inner)), ReLU())
    for flag in (False, True):
        assert model.forward(Tensor([1.0]), training=flag).data.tolist() == [7.0]
    model.forward(Tensor([1.0]))
    assert outer.seen == inner.seen == [False, True, True]


def test_a_model_with_dropout_can_be_evaluated() -> None:
    model = Sequential(Linear(20, 30), ReLU(), Dropout(0.5), Linear(30, 5))
    x = Tensor(np.ones((4, 20)))
    evaluated = [model(x, training=False).data for _ in range(2)]
    assert np.array_equal(*evaluated)
    assert not np.array_equal(model(x).data, model(x).data)


def test_parameters_of_a_container_are_one_flat_list_in_order() -> None:
    first, second, third = Linear(4, 3), Linear(3, 2, bias=False), Linear(2, 1)
    model = Sequential(first, ReLU(), Sequential(second, Dropout(0.1)), third)
    want = [first.weight, first.bias, second.weight, third.weight, third.bias]
    assert [id(each) for each in model.parameters()] == [id(each) for each in want]
    assert Sequential().parameters() == []
