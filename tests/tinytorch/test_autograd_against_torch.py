"""PyTorch as the yardstick for gradients: values and gradients agree to float32's precision."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip(
    "torch",
    reason="PyTorch is not installed: pip install '.[torch]', or make test TORCH=1",
)

from tinytorch.core.activations import ReLU, Sigmoid, Softmax, Tanh  # noqa: E402
from tinytorch.core.autograd import zero_grad  # noqa: E402
from tinytorch.core.layers import Linear, Sequential  # noqa: E402
from tinytorch.core.losses import BinaryCrossEntropyLoss, CrossEntropyLoss, MSELoss  # noqa: E402
from tinytorch.core.tensor import Tensor  # noqa: E402

nn = torch.nn
F = torch.nn.functional


def numbers(*shape: int, seed: int = 1) -> np.ndarray:
    """float32 numbers of both signs, none of them near 0."""
    rng = np.random.default_rng(seed)
    return (rng.uniform(0.2, 2.0, shape) * rng.choice([-1.0, 1.0], shape)).astype(np.float32)


def agree(
    ours: Callable[..., Tensor],
    theirs: Callable[..., Any],
    *arrays: np.ndarray,
    rtol: float = 1e-5,
    atol: float = 1e-6,
) -> None:
    """Fail unless values and gradients agree, for a gradient that differs from place to place."""
    tensors = [Tensor(array, requires_grad=True) for array in arrays]
    others = [torch.tensor(array, requires_grad=True) for array in arrays]
    out, other = ours(*tensors), theirs(*others)
    np.testing.assert_allclose(out.data, other.detach().numpy(), rtol=rtol, atol=atol, strict=True)
    grad = numbers(*out.shape, seed=9)
    out.backward(grad)
    other.backward(torch.from_numpy(np.asarray(grad)))
    for tensor, another in zip(tensors, others, strict=True):
        np.testing.assert_allclose(
            tensor.grad, another.grad.numpy(), rtol=rtol, atol=atol, strict=True
        )


@pytest.mark.parametrize("sign", ["+", "-", "*", "/"])
@pytest.mark.parametrize(
    ("left", "right"), [((2, 3), (2, 3)), ((4, 1), (1, 5)), ((6, 2, 3), (2, 1)), ((2, 3), ())]
)
def test_arithmetic(sign: str, left: tuple[int, ...], right: tuple[int, ...]) -> None:
    a, b = numbers(*left), numbers(*right, seed=2)
    for expression in (f"a {sign} b", f"b {sign} a * a", f"(2.5 {sign} a) * (b {sign} 2.5)"):
        both = eval(f"lambda a, b: {expression}")
        agree(both, both, a, b, rtol=1e-4, atol=1e-5)


def test_powers() -> None:
    a, b = np.abs(numbers(3, 4)), numbers(4, seed=2)
    agree(lambda a, b: a**b, lambda a, b: a**b, a, b)
    agree(lambda a: a**2 + a**-1, lambda a: a**2 + a**-1, numbers(3, 4))
    agree(lambda a: 2**a, lambda a: 2**a, numbers(3, 4))
    a, b = np.array([0, 0, 0, -2, 2], np.float32), np.array([0, 1, 2, 3, 0], np.float32)
    agree(lambda a: a ** Tensor(b), lambda a: a ** torch.from_numpy(b), a)  # 0 ** 0 and 0 ** 1
    agree(lambda b: Tensor(a[:3]) ** b, lambda b: torch.from_numpy(a[:3]) ** b, b[:3])


@pytest.mark.parametrize(
    ("left", "right"),
    [((2, 3), (3, 4)), ((2, 3), (3,)), ((3,), (3, 4)), ((3,), (3,)), ((5, 2, 3), (5, 3, 4)),
     ((5, 2, 3), (3, 4)),
     ((3,), (5, 3, 4)), ((2, 1, 2, 3), (5, 3, 4))],
)  # fmt: skip
def test_matrix_products(left: tuple[int, ...], right: tuple[int, ...]) -> None:
    agree(lambda a, b: a @ b, lambda a, b: a @ b, numbers(*left), numbers(*right, seed=2))


def test_shapes_and_parts() -> None:
    a = numbers(7, 5, 2, 3)
    for function in (
        lambda a: a.reshape(14, -1),
        lambda a: a.transpose(0, 2),
        lambda a: a.transpose(1, -1),
        lambda a: a[1:3, :, 0],
        lambda a: a[[0, 4, 0], ..., -1],
        lambda a: a[[0, 1, 0], [2, 2, 2]],
        lambda a: -a[2],
    ):
        agree(function, function, a)
    agree(lambda a: a.transpose(), lambda a: a.mT, a)


@pytest.mark.parametrize("axis", [None, 0, 1, -1, (0, 2), (-1, 0)])
@pytest.mark.parametrize("keepdims", [False, True])
def test_reductions(axis: Any, keepdims: bool) -> None:
    a = numbers(4, 2, 3)
    agree(lambda a: a.sum(axis, keepdims), lambda a: a.sum(dim=axis, keepdim=keepdims), a)
    agree(lambda a: a.mean(axis, keepdims), lambda a: a.mean(dim=axis, keepdim=keepdims), a)
    every = (0, 1, 2) if axis is None else axis
    agree(lambda a: a.max(axis, keepdims), lambda a: a.amax(dim=every, keepdim=keepdims), a)
    ties = np.sign(a)
    agree(lambda a: a.max(axis, keepdims), lambda a: a.amax(dim=every, keepdim=keepdims), ties)


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
    agree(ours, theirs, numbers(4, 5, 6) * np.float32(scale))


@pytest.mark.parametrize("scale", [1.0, 100.0])
def test_losses(scale: float) -> None:
    scores, labels = numbers(6, 5) * np.float32(scale), np.array([0, 4, 2, 2, 1, 3])
    chances, answers = np.abs(numbers(6, 5)) / 2.5, (numbers(6, 5, seed=3) > 0).astype(np.float32)
    wanted, yes = torch.from_numpy(labels), torch.from_numpy(answers)
    agree(lambda x: CrossEntropyLoss()(x, labels), lambda x: F.cross_entropy(x, wanted), scores)
    agree(lambda x: MSELoss()(x, answers), lambda x: F.mse_loss(x, yes), scores)
    agree(
        lambda p: BinaryCrossEntropyLoss()(p, answers),
        lambda p: F.binary_cross_entropy(p, yes),
        chances,
    )
    sure = chances.round()
    agree(
        lambda p: BinaryCrossEntropyLoss()(p, answers),
        lambda p: F.binary_cross_entropy(p, yes),
        sure,
    )


def test_training_a_network_gives_the_same_gradients_and_parameters() -> None:
    np.random.seed(1)
    x, y = numbers(32, 784), np.random.default_rng(1).integers(0, 10, 32)
    ours = Sequential(Linear(784, 256), ReLU(), Linear(256, 128), Tanh(), Linear(128, 10))
    theirs = nn.Sequential(
        nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.Tanh(), nn.Linear(128, 10)
    )
    pairs = list(zip(ours.parameters(), theirs.parameters(), strict=True))
    with torch.no_grad():
        for own, other in pairs:
            other.copy_(torch.from_numpy(own.data.T.copy()))
    stepper = torch.optim.SGD(theirs.parameters(), lr=0.1)
    for _ in range(3):
        zero_grad(ours.parameters())
        stepper.zero_grad()
        loss, another = (
            CrossEntropyLoss()(ours(Tensor(x)), y),
            F.cross_entropy(theirs(torch.from_numpy(x)), torch.from_numpy(y)),
        )
        loss.backward()
        another.backward()
        assert float(loss.data) == pytest.approx(another.item(), rel=1e-5)
        for own, other in pairs:
            np.testing.assert_allclose(own.grad, other.grad.numpy().T, rtol=1e-3, atol=1e-6)
        for own, _ in pairs:
            own.data -= np.float32(0.1) * own.grad
        stepper.step()
    for own, other in pairs:
        np.testing.assert_allclose(own.data, other.detach().numpy().T, rtol=1e-4, atol=1e-6)
