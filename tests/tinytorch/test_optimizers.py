"""The optimizers of the package: steps, schedules, clipping, training, and files with weights."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tinytorch.core.activations import ReLU
from tinytorch.core.data import DataLoader, TensorDataset
from tinytorch.core.layers import Dropout, Linear, Sequential
from tinytorch.core.losses import CrossEntropyLoss
from tinytorch.core.optimizers import (
    SGD,
    Adam,
    Optimizer,
    clip_gradients,
    cosine_schedule,
    evaluate,
    gradient_step,
    load_weights,
    named_parameters,
    progress,
    save_weights,
    train,
    train_epoch,
)
from tinytorch.core.tensor import Tensor
from tinytorch.data import digits


def weight(*numbers: float, grad: list[float] | None = None) -> Tensor:
    """A parameter with a gradient."""
    made = Tensor(list(numbers), requires_grad=True)
    made.grad = None if grad is None else np.array(grad, dtype=np.float32)
    return made


def moved(optimizer: Optimizer, *gradients: float) -> list[float]:
    """The first number of the first parameter after each step."""
    seen = []
    for gradient in gradients:
        optimizer.parameters[0].grad = np.array([gradient], dtype=np.float32)
        optimizer.step()
        seen.append(float(optimizer.parameters[0].data[0]))
    return seen


def network(seed: int = 0, p: float = 0.2) -> Sequential:
    """The network of the course, as it starts."""
    np.random.seed(seed)
    return Sequential(Linear(64, 32), ReLU(), Dropout(p), Linear(32, 10))


def loaders(batch_size: int = 32, seed: int = 0) -> tuple[DataLoader, DataLoader]:
    training = TensorDataset(*digits("training"))
    unseen = TensorDataset(*digits("unseen"))
    return DataLoader(training, batch_size, shuffle=True, seed=seed), DataLoader(unseen, 397)


def test_three_steps_downhill_as_in_the_text() -> None:
    w = weight(1.0)
    for want in (0.8, 0.64, 0.512):
        w.grad = 2 * w.data
        gradient_step([w, weight(5.0)], lr=0.1)
        assert w.data == pytest.approx(want)


def test_momentum_as_in_the_text() -> None:
    steps = moved(SGD([weight(2.0)], lr=0.1, momentum=0.9), 1, 1, -1)
    assert steps == pytest.approx([1.9, 1.71, 1.639])


def test_momentum_makes_steps_ten_times_as_long_in_the_end() -> None:
    steps = moved(SGD([weight(0.0)], lr=0.1, momentum=0.9), *[1.0] * 200)
    assert steps[-2] - steps[-1] == pytest.approx(1.0, rel=1e-4)


def test_weight_decay_as_in_the_text() -> None:
    assert moved(SGD([weight(2.0)], lr=0.1, weight_decay=0.1), 1) == pytest.approx([1.88])


def test_adam_as_in_the_text() -> None:
    steps = moved(Adam([weight(2.0)], lr=0.1), 2, -1)
    assert steps == pytest.approx([1.9, 1.9 - 0.02663], abs=1e-5)


@pytest.mark.parametrize("gradient", [1e-3, 1.0, 500.0, 1e6])
def test_adams_first_step_is_as_long_as_the_rate(gradient: float) -> None:
    assert moved(Adam([weight(2.0)], lr=0.01), gradient) == pytest.approx([1.99])


@pytest.mark.parametrize("kind", [SGD, Adam])
def test_what_a_step_leaves_alone(kind: Any) -> None:
    w, unused = weight(1.0, grad=[3.0]), weight(7.0)
    given = w.grad
    optimizer = kind([w, unused], weight_decay=0.5)
    optimizer.step()
    optimizer.step()
    assert w.grad is given
    assert given.tolist() == [3.0]
    assert unused.data.tolist() == [7.0]
    assert w.data.dtype == np.float32
    optimizer.zero_grad()
    assert w.grad is None


@pytest.mark.parametrize("kind", [SGD, Adam])
def test_what_an_optimizer_refuses(kind: Any) -> None:
    with pytest.raises(ValueError, match="list is empty"):
        kind([])
    with pytest.raises(ValueError, match="not -1"):
        kind([weight(1.0)], lr=-1)
    with pytest.raises(NotImplementedError, match="step"):
        Optimizer([weight(1.0)], lr=0.1).step()


def test_schedule_as_in_the_text() -> None:
    rates = [cosine_schedule(step, 10, warmup=2) for step in (0, 1, 2, 4, 6, 10, 99)]
    assert rates == pytest.approx([0.05, 0.1, 0.1, 0.0854, 0.05, 0, 0], abs=1e-4)


@pytest.mark.parametrize(
    ("step", "total", "warmup"), [(-1, 10, 0), (0, 10, -1), (0, 10, 10), (0, 0, 0)]
)
def test_schedules_that_cannot_be(step: int, total: int, warmup: int) -> None:
    with pytest.raises(ValueError, match="no such step"):
        cosine_schedule(step, total, warmup)


def test_clipping_as_in_the_text() -> None:
    a, b, unused = weight(0, 0, grad=[3, 4]), weight(0, grad=[12]), weight(0)
    assert clip_gradients([a, unused, b], 20.0) == 13
    assert clip_gradients([a, unused, b], 6.5) == 13
    assert a.grad.tolist() == [1.5, 2]
    assert b.grad.tolist() == [6]
    assert unused.grad is None


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_clipping_refuses_what_is_not_finite(bad: float) -> None:
    a = weight(0, 0, grad=[3, bad])
    with pytest.raises(ValueError, match="not a finite number"):
        clip_gradients([a], 1.0)
    assert a.grad[0] == 3


def test_clipping_squares_what_float32_cannot() -> None:
    assert clip_gradients([weight(0, 0, grad=[3e20, 4e20])], 1.0) == pytest.approx(5e20)


def test_the_mean_loss_counts_samples() -> None:
    model, loss = network(p=0.0), CrossEntropyLoss()
    images, labels = digits("training")
    data = TensorDataset(images[:10], labels[:10])
    frozen = SGD(model.parameters(), lr=0.0)
    whole, share = evaluate(model, DataLoader(data, 10), loss)
    assert train_epoch(model, DataLoader(data, 4), loss, frozen) == pytest.approx(whole, rel=1e-5)
    assert evaluate(model, DataLoader(data, 4), loss) == pytest.approx((whole, share), rel=1e-5)


def test_before_step_sees_the_gradients_of_each_batch() -> None:
    model, norms = network(), []
    training, _ = loaders(batch_size=500)
    train_epoch(
        model,
        training,
        CrossEntropyLoss(),
        SGD(model.parameters(), lr=0.1),
        lambda: norms.append(clip_gradients(model.parameters(), 1.0)),
    )
    assert len(norms) == 3
    assert min(norms) > 0


@pytest.mark.parametrize(
    ("kind", "arguments", "peak"), [(SGD, {"momentum": 0.9}, 0.1), (Adam, {}, 0.01)]
)
def test_the_network_learns_to_read(
    kind: Any, arguments: dict[str, float], peak: float, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twelve rounds; the notebook's fifteen and twenty read more."""
    model = network()
    history = train(
        model,
        *loaders(),
        CrossEntropyLoss(),
        kind(model.parameters(), **arguments),
        12,
        schedule=lambda epoch: cosine_schedule(epoch, 12, warmup=2, peak=peak),
    )
    assert history["unseen accuracy"][-1] >= 0.96
    assert history["training loss"][-1] < 0.2 < history["training loss"][0]
    assert "12 of 12" in capsys.readouterr().out


def start_at(scale: float) -> dict[str, list[float]]:
    """Four rounds from weights of this standard deviation."""
    model = network(p=0.0)
    rng = np.random.default_rng(1)
    for layer in (model.layers[0], model.layers[3]):
        layer.weight.data = (scale * rng.standard_normal(layer.weight.shape)).astype(np.float32)
    optimizer = SGD(model.parameters(), lr=0.05, momentum=0.9)
    return train(model, *loaders(), CrossEntropyLoss(), optimizer, 4)


def test_zeros_stay_at_chance() -> None:
    """Only the last bias has a gradient, so every digit gets the same answer."""
    history = start_at(0.0)
    assert history["unseen loss"][-1] == pytest.approx(np.log(10), rel=0.01)
    assert history["unseen accuracy"][-1] < 0.15


def test_weights_that_are_far_too_large_do_not_learn() -> None:
    assert start_at(10.0)["unseen accuracy"][-1] < 0.6


def test_training_stops_when_the_loss_is_not_finite(capsys: pytest.CaptureFixture[str]) -> None:
    model = network()
    with np.errstate(all="ignore"):
        optimizer = SGD(model.parameters(), lr=1e30, momentum=0.9)
        history = train(model, *loaders(), CrossEntropyLoss(), optimizer, 5)
    assert len(history["unseen loss"]) == 1
    assert "Stopped" in capsys.readouterr().out


def test_the_bar() -> None:
    assert progress(0, 7) == "□" * 20 + " 0 of 7"
    assert progress(10, 20) == "■" * 10 + "□" * 10 + " 10 of 20"
    assert progress(3, 3) == "■" * 20 + " 3 of 3"


def test_names_follow_the_parameters() -> None:
    model = Sequential(Linear(3, 2), ReLU(), Sequential(Linear(2, 2, bias=False), Linear(2, 1)))
    named = named_parameters(model)
    assert list(named) == ["0.weight", "0.bias", "2.0.weight", "2.1.weight", "2.1.bias"]
    assert all(one is other for one, other in zip(named.values(), model.parameters(), strict=True))


@pytest.mark.parametrize("name", ["weights.npz", "weights", "best.weights"])
def test_weights_come_back_from_a_file(tmp_path: Path, name: str) -> None:
    one, other = network(seed=1), network(seed=2)
    held = other.parameters()
    save_weights(one, tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == [name]
    load_weights(other, str(tmp_path / name))
    for a, b in zip(one.parameters(), held, strict=True):
        np.testing.assert_array_equal(a.data, b.data)


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (Sequential(Linear(64, 32), Linear(32, 10)), "1.bias, 1.weight, 3.bias, 3.weight"),
        (Sequential(Linear(64, 32), ReLU(), Dropout(), Linear(32, 11)), r"\(32, 10\)"),
        (Sequential(Linear(64, 32), ReLU(), Dropout(), Linear(32, 10, bias=False)), "3.bias"),
    ],
)
def test_a_file_that_does_not_fit_changes_nothing(
    tmp_path: Path, model: Sequential, words: str
) -> None:
    save_weights(network(), tmp_path / "weights.npz")
    before = [parameter.data.copy() for parameter in model.parameters()]
    with pytest.raises(ValueError, match=words):
        load_weights(model, tmp_path / "weights.npz")
    for parameter, numbers in zip(model.parameters(), before, strict=True):
        np.testing.assert_array_equal(parameter.data, numbers)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.npz"):
        load_weights(network(), tmp_path / "nothing.npz")
