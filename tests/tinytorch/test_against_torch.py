"""PyTorch as the yardstick: the package is compared with it number by number."""

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip(
    "torch",
    reason="PyTorch is not installed: pip install '.[torch]', or make test TORCH=1",
)
flop_counter = pytest.importorskip(
    "torch.utils.flop_counter", reason="this PyTorch is too old to count FLOPs"
)

from tinytorch.core.activations import ReLU, Sigmoid, Softmax, Tanh  # noqa: E402
from tinytorch.core.layers import (  # noqa: E402
    Dropout,
    Linear,
    Sequential,
    count_parameters,
    linear_flops,
    linear_param_count,
    mlp_flops,
    mlp_param_count,
)
from tinytorch.core.tensor import Tensor  # noqa: E402

MLP = [784, 256, 128, 10]
nn = torch.nn


def numbers(*shape: int, seed: int = 1) -> np.ndarray:
    """float32 numbers of both signs, none of them near 0."""
    rng = np.random.default_rng(seed)
    return (rng.uniform(0.2, 2.0, shape) * rng.choice([-1.0, 1.0], shape)).astype(np.float32)


def agree(ours: Tensor, theirs: Any, rtol: float = 1e-5, atol: float = 1e-6) -> None:
    """Fail unless both have the same shape and the same numbers to float32's precision."""
    np.testing.assert_allclose(
        ours.data, theirs.detach().numpy(), rtol=rtol, atol=atol, strict=True
    )


def twin(layer: Linear) -> Any:
    """PyTorch's layer with the parameters of ours; it keeps its weight the other way round."""
    theirs = nn.Linear(layer.in_features, layer.out_features, bias=layer.bias is not None)
    with torch.no_grad():
        theirs.weight.copy_(torch.from_numpy(layer.weight.data.T.copy()))
        if layer.bias is not None:
            theirs.bias.copy_(torch.from_numpy(layer.bias.data))
    return theirs


def with_bias(layer: Linear, seed: int = 5) -> Linear:
    """The layer with a bias that is not zero."""
    layer.bias.data = numbers(layer.out_features, seed=seed)
    return layer


@pytest.mark.parametrize("sign", ["+", "-", "*", "/"])
@pytest.mark.parametrize(
    ("left", "right"), [((2, 3), (2, 3)), ((4, 1), (1, 5)), ((6, 2, 3), (2, 1)), ((2, 3), (3,))]
)
def test_arithmetic(sign: str, left: tuple[int, ...], right: tuple[int, ...]) -> None:
    a, b = numbers(*left, seed=1), numbers(*right, seed=2)
    names = {"a": Tensor(a), "b": Tensor(b)}
    theirs = {"a": torch.from_numpy(a), "b": torch.from_numpy(b)}
    for expression in (f"a {sign} b", f"a {sign} 2.5", f"2.5 {sign} a"):
        agree(eval(expression, names), eval(expression, theirs))


@pytest.mark.parametrize("expression", ["a ** 2", "abs_a ** 0.5", "a ** -1", "2 ** a", "-a"])
def test_powers_and_minus(expression: str) -> None:
    a = numbers(3, 4)
    ours = {"a": Tensor(a), "abs_a": Tensor(np.abs(a))}
    theirs = {"a": torch.from_numpy(a), "abs_a": torch.from_numpy(np.abs(a))}
    agree(eval(expression, ours), eval(expression, theirs))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ((2, 3), (3, 4)),
        ((2, 3), (3,)),
        ((3,), (3, 4)),
        ((3,), (3,)),
        ((5, 2, 3), (5, 3, 4)),
        ((5, 2, 3), (3, 4)),
    ],
)
def test_matrix_products(left: tuple[int, ...], right: tuple[int, ...]) -> None:
    a, b = numbers(*left, seed=1), numbers(*right, seed=2)
    agree(Tensor(a) @ Tensor(b), torch.from_numpy(a) @ torch.from_numpy(b))


def test_shapes_and_parts() -> None:
    a = numbers(7, 5, 2, 3)
    ours, theirs = Tensor(a), torch.from_numpy(a)
    agree(ours.reshape(14, -1), theirs.reshape(14, -1))
    agree(ours.transpose(), theirs.mT)
    agree(ours.transpose(0, 2), theirs.transpose(0, 2))
    agree(ours.transpose(1, -1), theirs.transpose(1, -1))
    agree(ours[1:3, :, 0], theirs[1:3, :, 0])
    agree(ours[[0, 4], ..., -1], theirs[[0, 4], ..., -1])


@pytest.mark.parametrize("axis", [0, 1, -1, (0, 2)])
@pytest.mark.parametrize("keepdims", [False, True])
def test_reductions(axis: int | tuple[int, ...], keepdims: bool) -> None:
    a = numbers(4, 2, 3)
    ours, theirs = Tensor(a), torch.from_numpy(a)
    agree(ours.sum(axis, keepdims), theirs.sum(dim=axis, keepdim=keepdims))
    agree(ours.mean(axis, keepdims), theirs.mean(dim=axis, keepdim=keepdims))
    agree(ours.max(axis, keepdims), theirs.amax(dim=axis, keepdim=keepdims))


@pytest.mark.parametrize("scale", [1.0, 10.0, 1000.0])
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (ReLU(), nn.ReLU()),
        (Sigmoid(), nn.Sigmoid()),
        (Tanh(), nn.Tanh()),
        (Softmax(), nn.Softmax(dim=-1)),
        (Softmax(axis=0), nn.Softmax(dim=0)),
        (Softmax(axis=1), nn.Softmax(dim=1)),
    ],
    ids=["relu", "sigmoid", "tanh", "softmax", "softmax-0", "softmax-1"],
)
def test_activations(ours: Any, theirs: Any, scale: float) -> None:
    x = numbers(4, 5, 6) * np.float32(scale)
    agree(ours(Tensor(x)), theirs(torch.from_numpy(x)))


@pytest.mark.parametrize("shape", [(784,), (32, 784), (2, 5, 784)])
@pytest.mark.parametrize("bias", [True, False])
def test_linear(shape: tuple[int, ...], bias: bool) -> None:
    layer = with_bias(Linear(784, 256)) if bias else Linear(784, 256, bias=False)
    x = numbers(*shape)
    agree(layer(Tensor(x)), twin(layer)(torch.from_numpy(x)), rtol=1e-4, atol=1e-5)


def test_sequential_at_inference() -> None:
    first, second = with_bias(Linear(784, 256)), with_bias(Linear(256, 10))
    ours = Sequential(first, ReLU(), Dropout(0.5), second)
    theirs = nn.Sequential(twin(first), nn.ReLU(), nn.Dropout(0.5), twin(second)).eval()
    x = numbers(32, 784)
    agree(ours(Tensor(x), training=False), theirs(torch.from_numpy(x)), rtol=1e-4, atol=1e-4)
    assert [p.size for p in ours.parameters()] == [p.numel() for p in theirs.parameters()]


@pytest.mark.parametrize("p", [0.2, 0.5, 0.8])
def test_dropout_drops_and_scales_alike(p: float) -> None:
    """Two shares of zeros among a million differ by more than the bound once in 10^10 runs."""
    ours = Dropout(p)(Tensor(np.ones((1000, 1000)))).data
    theirs = nn.Dropout(p)(torch.ones(1000, 1000)).numpy()
    standard_error = math.sqrt(2 * p * (1 - p) / ours.size)
    assert abs((ours == 0).mean() - (theirs == 0).mean()) < 6.5 * standard_error
    np.testing.assert_allclose(np.unique(ours), np.unique(theirs), rtol=1e-6)


@pytest.mark.parametrize("p", [0.0, 1.0])
def test_both_ends_of_dropout(p: float) -> None:
    x = numbers(3, 4)
    agree(Dropout(p)(Tensor(x)), nn.Dropout(p)(torch.from_numpy(x)))


@pytest.mark.parametrize(("in_features", "out_features"), [(784, 256), (256, 10), (3, 2)])
@pytest.mark.parametrize("bias", [True, False])
def test_parameter_counts_of_a_layer(in_features: int, out_features: int, bias: bool) -> None:
    theirs = sum(p.numel() for p in nn.Linear(in_features, out_features, bias=bias).parameters())
    assert linear_param_count(in_features, out_features, bias=bias) == theirs
    assert count_parameters([Linear(in_features, out_features, bias=bias)]) == theirs


def stack(sizes: list[int]) -> Any:
    """PyTorch's MLP of these widths."""
    return nn.Sequential(*(nn.Linear(a, b) for a, b in pairwise(sizes)))


def test_parameter_count_of_a_network() -> None:
    assert mlp_param_count(MLP) == sum(p.numel() for p in stack(MLP).parameters()) == 235_146


def counted(model: Any, batch: int, width: int) -> int:
    """What PyTorch's own counter says of a forward pass."""
    with flop_counter.FlopCounterMode(display=False) as counter:
        model(torch.zeros(batch, width))
    return int(counter.get_total_flops())


@pytest.mark.parametrize("batch", [1, 32])
@pytest.mark.parametrize("bias", [True, False])
def test_flops_of_a_layer(batch: int, bias: bool) -> None:
    assert linear_flops(batch, 784, 256) == counted(nn.Linear(784, 256, bias=bias), batch, 784)


@pytest.mark.parametrize("batch", [1, 32])
def test_flops_of_a_network(batch: int) -> None:
    assert mlp_flops(batch, MLP) == counted(stack(MLP), batch, MLP[0])
