"""PyTorch's torch.optim as the yardstick: the same gradients give the same parameters."""

import math
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip(
    "torch",
    reason="PyTorch is not installed: `pip install '.[torch]'` compares with it",
)

from tinytorch.core.activations import ReLU  # noqa: E402
from tinytorch.core.layers import Linear, Sequential  # noqa: E402
from tinytorch.core.losses import CrossEntropyLoss  # noqa: E402
from tinytorch.core.optimizers import (  # noqa: E402
    SGD,
    Adam,
    clip_gradients,
    cosine_schedule,
    train_epoch,
)
from tinytorch.core.tensor import Tensor  # noqa: E402

nn = torch.nn
SHAPES = [(5, 3), (3,), (2, 2, 4)]
SETTINGS = [
    (SGD, torch.optim.SGD, {"lr": 0.05}),
    (SGD, torch.optim.SGD, {"lr": 0.05, "momentum": 0.9}),
    (SGD, torch.optim.SGD, {"lr": 0.05, "weight_decay": 0.1}),
    (SGD, torch.optim.SGD, {"lr": 0.05, "momentum": 0.5, "weight_decay": 0.1}),
    (Adam, torch.optim.Adam, {}),
    (Adam, torch.optim.Adam, {"lr": 0.05}),
    (Adam, torch.optim.Adam, {"lr": 0.05, "betas": (0.6, 0.8), "eps": 0.1}),
    (Adam, torch.optim.Adam, {"lr": 0.05, "weight_decay": 0.2}),
]


def pairs(seed: int = 0) -> tuple[list[Tensor], list[Any]]:
    """The same parameters twice, ours and PyTorch's."""
    rng = np.random.default_rng(seed)
    arrays = [rng.normal(size=shape).astype(np.float32) for shape in SHAPES]
    ours = [Tensor(array, requires_grad=True) for array in arrays]
    return ours, [torch.tensor(array, requires_grad=True) for array in arrays]


def give(ours: list[Tensor], theirs: list[Any], gradients: list[np.ndarray | None]) -> None:
    """The same gradients for both."""
    for one, other, gradient in zip(ours, theirs, gradients, strict=True):
        one.grad = None if gradient is None else gradient.astype(np.float32)
        other.grad = None if gradient is None else torch.tensor(one.grad)


def agree(ours: list[Tensor], theirs: list[Any]) -> None:
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(one.data, other.detach().numpy(), rtol=1e-5, atol=2e-6)


@pytest.mark.parametrize(("kind", "other", "arguments"), SETTINGS)
def test_twenty_steps(kind: Any, other: Any, arguments: dict[str, Any]) -> None:
    ours, theirs = pairs()
    mine, its = kind(ours, **arguments), other(theirs, **arguments)
    rng = np.random.default_rng(1)
    for step in range(20):
        give(ours, theirs, [rng.normal(0, 10.0 ** (step % 3), shape) for shape in SHAPES])
        mine.step()
        its.step()
        agree(ours, theirs)


@pytest.mark.parametrize(("kind", "other", "arguments"), SETTINGS)
def test_a_parameter_without_a_gradient(kind: Any, other: Any, arguments: dict[str, Any]) -> None:
    ours, theirs = pairs()
    mine, its = kind(ours, **arguments), other(theirs, **arguments)
    rng = np.random.default_rng(2)
    for _ in range(5):
        give(ours, theirs, [rng.normal(size=SHAPES[0]), None, rng.normal(size=SHAPES[2])])
        mine.step()
        its.step()
        agree(ours, theirs)


@pytest.mark.parametrize(("kind", "other"), [(SGD, torch.optim.SGD), (Adam, torch.optim.Adam)])
def test_a_rate_that_changes(kind: Any, other: Any) -> None:
    ours, theirs = pairs()
    mine, its = kind(ours, lr=0.1), other(theirs, lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(its, T_max=8, eta_min=0.01)
    rng = np.random.default_rng(3)
    for step in range(8):
        mine.lr = cosine_schedule(step, 8, peak=0.1, floor=0.01)
        assert mine.lr == pytest.approx(its.param_groups[0]["lr"], rel=1e-5)
        give(ours, theirs, [rng.normal(size=shape) for shape in SHAPES])
        mine.step()
        its.step()
        scheduler.step()
        agree(ours, theirs)


@pytest.mark.parametrize("max_norm", [0.1, 3.0, 1000.0])
@pytest.mark.parametrize("missing", [False, True])
def test_clipping(max_norm: float, missing: bool) -> None:
    ours, theirs = pairs()
    rng = np.random.default_rng(4)
    gradients: list[np.ndarray | None] = [rng.normal(0, 2, shape) for shape in SHAPES]
    give(ours, theirs, [None, *gradients[1:]] if missing else gradients)
    norm = clip_gradients(ours, max_norm)
    assert norm == pytest.approx(float(nn.utils.clip_grad_norm_(theirs, max_norm)), rel=1e-5)
    for one, other in zip(ours, theirs, strict=True):
        if one.grad is None:
            assert other.grad is None
        else:
            # PyTorch adds 1e-6 to the norm before it divides.
            np.testing.assert_allclose(one.grad, other.grad.numpy(), rtol=1e-5)


@pytest.mark.parametrize(("kind", "other"), [(SGD, torch.optim.SGD), (Adam, torch.optim.Adam)])
def test_a_whole_round_of_training(kind: Any, other: Any) -> None:
    """The network's own gradients, from module 06 and from PyTorch's autograd."""
    model = Sequential(Linear(6, 8), ReLU(), Linear(8, 3))
    theirs = nn.Sequential(nn.Linear(6, 8), nn.ReLU(), nn.Linear(8, 3))
    with torch.no_grad():
        for ours, its in zip(
            (model.layers[0], model.layers[2]), (theirs[0], theirs[2]), strict=True
        ):
            its.weight.copy_(torch.from_numpy(ours.weight.data.T.copy()))
            its.bias.copy_(torch.from_numpy(ours.bias.data))
    rng = np.random.default_rng(5)
    batches = [
        (rng.normal(size=(n, 6)).astype(np.float32), rng.integers(0, 3, n)) for n in (4, 4, 3)
    ]
    optimizer = other(theirs.parameters(), lr=0.02)
    total = 0.0
    for x, y in batches:
        optimizer.zero_grad()
        loss = nn.CrossEntropyLoss()(theirs(torch.from_numpy(x)), torch.from_numpy(y))
        loss.backward()
        optimizer.step()
        total += loss.item() * len(y)
    loader = [(Tensor(x), Tensor(y)) for x, y in batches]
    mean = train_epoch(model, loader, CrossEntropyLoss(), kind(model.parameters(), lr=0.02))
    assert math.isclose(mean, total / 11, rel_tol=1e-5)
    want = [theirs[0].weight.T, theirs[0].bias, theirs[2].weight.T, theirs[2].bias]
    for parameter, its in zip(model.parameters(), want, strict=True):
        np.testing.assert_allclose(parameter.data, its.detach().numpy(), rtol=1e-4, atol=1e-5)
