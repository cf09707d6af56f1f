"""Compare a training step with PyTorch's, and what wrapping costs where no gradient is wanted.

    python benchmarks/gradients.py

A network 784 -> 256 -> 128 -> 10 with ReLU gets a batch of 32. A step is forward, loss, backward
and a change of all parameters. The ways of a table are timed in turn, many times over; the tables
show medians. Without PyTorch the first table has only one line.
"""

import os
import statistics
import time
from collections.abc import Callable
from typing import Any

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"  # read once, when NumPy is imported

import numpy as np  # noqa: E402

from tinytorch.core.activations import ReLU  # noqa: E402
from tinytorch.core.autograd import no_grad, zero_grad  # noqa: E402
from tinytorch.core.layers import Linear, Sequential  # noqa: E402
from tinytorch.core.losses import CrossEntropyLoss  # noqa: E402
from tinytorch.core.tensor import Tensor  # noqa: E402

WIDTHS, BATCH, RATE = (784, 256, 128, 10), 32, 0.01
ROUNDS, CALLS = 41, 10


def batch() -> tuple[np.ndarray, np.ndarray]:
    """Inputs and labels."""
    rng = np.random.default_rng(1)
    return rng.normal(size=(BATCH, WIDTHS[0])).astype(np.float32), rng.integers(0, 10, BATCH)


def network() -> Sequential:
    """The network, of the course's layers."""
    one, two, three, out = WIDTHS
    return Sequential(Linear(one, two), ReLU(), Linear(two, three), ReLU(), Linear(three, out))


def our_step() -> Callable[[], object]:
    """A training step with the course's classes."""
    (x, labels), model, loss_of = batch(), network(), CrossEntropyLoss()
    inputs: Any = Tensor(x)
    parameters: list[Any] = model.parameters()

    def step() -> None:
        zero_grad(parameters)
        loss: Any = loss_of(model(inputs), labels)
        loss.backward()
        for parameter in parameters:
            parameter.data -= RATE * parameter.grad

    return step


def their_step() -> Callable[[], object]:
    """The same step with PyTorch."""
    import torch
    from torch import nn

    torch.set_num_threads(1)
    (x, labels), (one, two, three, out) = batch(), WIDTHS
    parts = [
        nn.Linear(one, two),
        nn.ReLU(),
        nn.Linear(two, three),
        nn.ReLU(),
        nn.Linear(three, out),
    ]
    model, loss_of = nn.Sequential(*parts), nn.CrossEntropyLoss()
    inputs, wanted = torch.from_numpy(x), torch.from_numpy(labels)
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)

    def step() -> None:
        optimizer.zero_grad()
        loss_of(model(inputs), wanted).backward()
        optimizer.step()

    return step


def forwards() -> dict[str, Callable[[], object]]:
    """A forward pass with the wrapped operations, inside no_grad, and with the originals."""
    model, fixed_model, x = network(), network(), Tensor(batch()[0])
    for parameter in fixed_model.parameters():
        parameter.requires_grad = False

    def off() -> Tensor:
        with no_grad():
            return model(x)

    def fixed() -> Tensor:
        return fixed_model(x)

    return {"originals": unwrapped(fixed), "wrapped": fixed, "in no_grad": off}


def unwrapped(call: Callable[[], object]) -> Callable[[], object]:
    """The call with the operations as they were before module 06 wrapped them."""
    names = [(Tensor, "matmul"), (Tensor, "__add__"), (ReLU, "forward")]
    wrapped = [(owner, name, vars(owner)[name]) for owner, name in names]

    def bare() -> object:
        for owner, name, method in wrapped:
            setattr(owner, name, method.__wrapped__)
        try:
            return [call() for _ in range(CALLS)]
        finally:
            for owner, name, method in wrapped:
                setattr(owner, name, method)

    return bare


def seconds(name: str, call: Callable[[], object]) -> float:
    """Seconds per call, averaged over CALLS calls; `originals` makes that many by itself."""
    start = time.perf_counter()
    for _ in range(1 if name == "originals" else CALLS):
        call()
    return (time.perf_counter() - start) / CALLS


def measure(calls: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Seconds per call of each way, one entry per round; each round begins with another way."""
    names = list(calls)
    for name in names:
        seconds(name, calls[name])  # warm up
    times: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(ROUNDS):
        start = turn % len(names)
        for name in names[start:] + names[:start]:
            times[name].append(seconds(name, calls[name]))
    return times


def show(title: str, times: dict[str, list[float]], bare: str) -> None:
    """Print a table with the ratio of each way to `bare`."""
    print(f"{title:20}{'µs per call':>12}{'ratio':>8}")
    for name, own in times.items():
        # Within a round, all ways ran at nearly the same time, so other load cancels out.
        ratio = statistics.median(a / b for a, b in zip(own, times[bare], strict=True))
        print(f"{name:20}{statistics.median(own) * 1e6:>12.1f}{ratio:>8.3f}")


def main() -> None:
    """Measure and print both tables."""
    steps = {"TinyTorch": our_step()}
    try:
        steps = {"PyTorch": their_step(), **steps}
    except ImportError:
        print("PyTorch is not installed: pip install '.[torch]'")
    wide = " -> ".join(map(str, WIDTHS))
    print(
        f"batch {BATCH}, {wide}, float32, one thread; medians of {ROUNDS} rounds of {CALLS} calls"
    )
    show("training step", measure(steps), next(iter(steps)))
    show("forward, no gradient", measure(forwards()), "originals")


if __name__ == "__main__":
    main()
