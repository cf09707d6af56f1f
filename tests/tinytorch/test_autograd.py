"""Module 06: gradients through the classes of modules 01 to 04."""

import gc
import weakref
from collections.abc import Callable
from typing import Any

import matplotlib
import numpy as np
import pytest

matplotlib.use("agg")

from tinytorch.core import autograd
from tinytorch.core.activations import ReLU, Sigmoid, Softmax, Tanh
from tinytorch.core.autograd import check_gradient, no_grad, zero_grad
from tinytorch.core.layers import Dropout, Linear, Sequential
from tinytorch.core.losses import BinaryCrossEntropyLoss, CrossEntropyLoss, MSELoss
from tinytorch.core.tensor import Tensor


def leaf(*shape: int, seed: int = 1) -> Tensor:
    """A tensor that requires a gradient, of numbers from 0.5 to 2."""
    return Tensor(np.random.default_rng(seed).uniform(0.5, 2, shape), requires_grad=True)


@pytest.mark.parametrize(
    "function",
    [
        lambda a, b: a + b,
        lambda a, b: a - b,
        lambda a, b: a * b,
        lambda a, b: a / b,
        lambda a, b: a**b,
        lambda a, b: -a * np.ones(4) * b,
        lambda a, b: 2 + a * 3 - (1 - b) / 2 + 2 / a + 2**b,
        lambda a, b: a @ b,
        lambda a, b: (b @ a.T) * b.sum(),
        lambda a, b: a.reshape(4, 3).transpose() + b,
        lambda a, b: a[[0, 0, 2], 1:3] * b[..., 0],
        lambda a, b: a.sum(axis=1, keepdims=True) * b.mean(),
        lambda a, b: a.mean(axis=(0, 1)) - b.max(),
        lambda a, b: a.max(axis=0) * b,
        lambda a, b: Sigmoid()(a) * Tanh()(b),
        lambda a, b: ReLU()(a - 1.2345) + b,
        lambda a, b: Softmax()(a) * Softmax(axis=0)(a) * b,
        lambda a, b: MSELoss()(a * b, targets=np.ones((3, 4))),
        lambda a, b: CrossEntropyLoss()(a * b, labels=[0, 3, 1]),
        lambda a, b: BinaryCrossEntropyLoss()(Sigmoid()(a * b), np.eye(3, 4)),
    ],
)
def test_operations_agree_with_finite_differences(function: Callable[..., Tensor]) -> None:
    check_gradient(function, leaf(3, 4), leaf(4, seed=2))


@pytest.mark.parametrize("left", [(3,), (2, 3), (5, 2, 3)])
@pytest.mark.parametrize("right", [(3,), (3, 4), (5, 3, 4)])
def test_matrix_products_of_vectors_matrices_and_stacks(
    left: tuple[int, ...], right: tuple[int, ...]
) -> None:
    a, b = leaf(*left), leaf(*right, seed=2)
    check_gradient(lambda a, b: a @ b, a, b)
    check_gradient(lambda b: a.data @ b, b)  # __rmatmul__


def network() -> Sequential:
    """A small network with all that modules 02 and 03 have."""
    np.random.seed(1)
    return Sequential(
        Linear(5, 6), ReLU(), Dropout(0.5), Sequential(Linear(6, 4), Tanh()), Linear(4, 3)
    )


def test_a_loss_fills_the_gradients_of_all_parameters() -> None:
    model = network()
    CrossEntropyLoss()(model(Tensor(np.random.randn(8, 5))), [0, 1, 2, 0] * 2).backward()
    for parameter in model.parameters():
        assert parameter.requires_grad
        assert type(parameter.grad) is np.ndarray
        assert parameter.grad.dtype == np.float32
        assert parameter.grad.shape == parameter.shape
        assert np.any(parameter.grad != 0)


def test_dropped_numbers_get_no_gradient() -> None:
    x = leaf(10, 10)
    np.random.seed(1)
    y = Dropout(0.5)(x)
    y.sum().backward()
    np.testing.assert_array_equal(x.grad, np.where(y.data == 0, 0, 2))


def test_gradients_add_up_until_they_are_set_to_none() -> None:
    x = leaf(3)
    for times in (1, 2):
        (x * 2).sum().backward()
        np.testing.assert_array_equal(x.grad, np.full(3, 2 * times))
    zero_grad([x])
    assert x.grad is None


def test_the_gradient_of_a_single_number_is_an_array() -> None:
    x = leaf()
    (x * x + x).backward()
    assert isinstance(x.grad, np.ndarray)
    (x * 1).backward()
    assert isinstance(x.grad, np.ndarray)
    np.testing.assert_allclose(x.grad, 2 * x.data + 2)


def test_gradients_share_no_memory() -> None:
    x, y = leaf(3), leaf(3, seed=2)
    (x + y).backward(np.ones(3))
    x.grad *= 100
    np.testing.assert_array_equal(y.grad, np.ones(3))


def test_nothing_is_noted_without_need() -> None:
    x, plain = leaf(3), Tensor([1.0, 2.0, 3.0])
    assert (plain * 2 + plain).node is None
    with no_grad():
        with no_grad():
            pass
        assert (x * 2).node is None
    assert (x * 2).node is not None
    assert Tensor((x * 2).data).node is None
    with pytest.raises(RuntimeError, match="nothing that requires a gradient"):
        plain.sum().backward()


def test_an_error_inside_an_operation_leaves_recording_on() -> None:
    x = leaf(3)
    with pytest.raises(ValueError, match="broadcast"):
        x + np.ones(4)
    assert (x * 2).node is not None


def test_backward_frees_the_graph() -> None:
    x = leaf(3)
    middle = x * 2
    loss = (middle * middle).sum()
    kept = weakref.ref(middle)
    del middle
    assert kept() is not None
    loss.backward()
    assert kept() is None  # by counting references alone: there are no cycles
    with pytest.raises(RuntimeError, match="compute the result again"):
        loss.backward()


def test_a_graph_that_nobody_needs_goes_without_the_garbage_collector() -> None:
    x = leaf(3)
    gc.disable()
    try:
        loss = (x * 2).sum()
        kept = weakref.ref(loss.node)
        del loss
        assert kept() is None
    finally:
        gc.enable()


def test_backward_starts_from_one_number_or_from_a_given_gradient() -> None:
    x = leaf(2, 3)
    with pytest.raises(ValueError, match="one number"):
        (x * 2).backward()
    with pytest.raises(ValueError, match="grad has the shape"):
        (x * 2).backward(np.ones(3))
    (x * 2).backward(Tensor(np.full((2, 3), 5)))
    np.testing.assert_array_equal(x.grad, np.full((2, 3), 10))


def test_graphs_may_be_deep() -> None:
    x = leaf()
    y = x
    for _ in range(5000):
        y = y + 1
    y.backward()
    assert x.grad == 1


def test_an_operation_that_returns_its_input_makes_no_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """A student's `transpose` may hand back a vector itself."""
    monkeypatch.setattr(
        Tensor, "transpose", autograd.one_operand(lambda self: self, autograd.transpose_rule)
    )
    x = leaf(3)
    y = x.transpose()
    assert y is not x
    y.sum().backward()
    np.testing.assert_array_equal(x.grad, np.ones(3))


def test_enabling_again_stacks_no_wrappers() -> None:
    before = Tensor.__dict__["matmul"].__wrapped__
    autograd.enable_autograd()
    assert Tensor.__dict__["matmul"].__wrapped__ is before
    assert not hasattr(before, "__wrapped__")


def test_a_rule_of_the_wrong_shape_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = autograd.one_operand(
        Tensor.__dict__["sum"].__wrapped__, lambda grad, out, x: np.ones(7)
    )
    monkeypatch.setattr(Tensor, "sum", wrong)
    with pytest.raises(
        RuntimeError, match=r"The rule of sum gives the shape \(7,\) for an input of shape \(2, 3\)"
    ):
        leaf(2, 3).sum().backward()


def test_check_gradient_names_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def twice_at_one_place(grad: Any, out: Any, x: Any) -> Any:
        return grad * np.where(np.arange(6).reshape(2, 3) == 4, 2, 1)

    wrong = autograd.one_operand(Tensor.__dict__["sum"].__wrapped__, twice_at_one_place)
    x, y = leaf(2, 3), leaf(2, 3, seed=2)
    with monkeypatch.context() as patch:
        patch.setattr(Tensor, "sum", wrong)
        with pytest.raises(
            AssertionError, match=r"tensor 0, entry \(1, 1\): backward gives 2.*differences give 1"
        ):
            check_gradient(lambda x: x.sum(), x)
    with pytest.raises(AssertionError, match="tensor 1: grad is None"):
        check_gradient(lambda x, y: x * y.data, x, y)
    with pytest.raises(AssertionError, match="has no graph"):
        check_gradient(lambda x: Tensor(x.data * 2), x)
    assert x.grad is None
    assert check_gradient(lambda x: x.sum(), x) < 1e-3


def test_the_picture_names_what_it_draws() -> None:
    x, W = Tensor(np.ones((2, 3))), leaf(3, 4)
    loss = ReLU()(x @ W).mean()
    figure = autograd.draw_graph(loss, {"x": x, "W": W, "loss": loss})
    texts = [text.get_text() for text in figure.axes[0].texts]
    for label in ("x\n(2, 3)", "W\n(3, 4)", "matmul\n(2, 4)", "ReLU\n(2, 4)", "loss =\nmean\n()"):
        assert label in texts
    assert loss.node.parents  # it is still there


def test_training_by_hand_lowers_the_loss() -> None:
    np.random.seed(1)
    model = Sequential(Linear(4, 16), ReLU(), Linear(16, 3))
    x, y = np.random.randn(60, 4), np.repeat([0, 1, 2], 20)
    x[np.arange(60), y] += 3
    losses = []
    for _ in range(60):
        zero_grad(model.parameters())
        loss = CrossEntropyLoss()(model(Tensor(x)), y)
        loss.backward()
        losses.append(float(loss.data))
        for parameter in model.parameters():
            parameter.data -= np.float32(0.5) * parameter.grad
    assert losses[-1] < 0.2 * losses[0]
