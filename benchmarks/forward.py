"""Compare a forward pass with Tensor and Linear to the same expression in NumPy.

    python benchmarks/forward.py

A batch of 32 goes through 784 -> 256. The three ways are timed in turn, many times over; the
table shows medians.
"""

import os
import statistics
import time
from collections.abc import Callable
from typing import Any

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"  # read once, when NumPy is imported

import numpy as np  # noqa: E402

from tinytorch.core.layers import Linear  # noqa: E402
from tinytorch.core.tensor import Tensor  # noqa: E402

BATCH, IN, OUT = 32, 784, 256
ROUNDS, CALLS = 151, 40
BARE = "x @ W + b"


def forwards() -> dict[str, Callable[[], object]]:
    """The same forward pass in NumPy, with Tensors and with a Linear, on the same numbers."""
    layer = Linear(IN, OUT)
    x: Any = Tensor(np.random.default_rng(1).normal(size=(BATCH, IN)))  # nbdev adds its methods
    weight, bias = layer.parameters()
    arrays = x.data, weight.data, bias.data
    return {
        BARE: lambda: arrays[0] @ arrays[1] + arrays[2],
        "x.matmul(W) + b": lambda: x.matmul(weight) + bias,
        "Linear.forward(x)": lambda: layer.forward(x),
    }


def seconds(call: Callable[[], object]) -> float:
    """Seconds per call, averaged over CALLS calls."""
    start = time.perf_counter()
    for _ in range(CALLS):
        call()
    return (time.perf_counter() - start) / CALLS


def measure(calls: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Seconds per call of each way, one entry per round.

    Each round begins with another way, so that none is always first.
    """
    names = list(calls)
    for call in calls.values():
        seconds(call)  # warm up
    times: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(ROUNDS):
        start = turn % len(names)
        for name in names[start:] + names[:start]:
            times[name].append(seconds(calls[name]))
    return times


def main() -> None:
    """Measure and print the table."""
    times = measure(forwards())
    print(
        f"batch {BATCH}, {IN} -> {OUT}, float32, one thread; "
        f"medians of {ROUNDS} rounds of {CALLS} calls"
    )
    print(f"{'':20}{'µs per call':>12}{'ratio':>8}")
    for name, own in times.items():
        # Within a round, all ways ran at nearly the same time, so other load cancels out.
        ratio = statistics.median(a / b for a, b in zip(own, times[BARE], strict=True))
        print(f"{name:20}{statistics.median(own) * 1e6:>12.1f}{ratio:>8.3f}")


if __name__ == "__main__":
    main()
