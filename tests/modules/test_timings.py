"""Experiments that measure time draw no conclusion from times that a busy machine has spoiled."""

import ast
from collections.abc import Callable

import numpy as np
import pytest

from grader.course.notebook import read
from grader.course.term import ROOT

SIDES = np.array([4, 8, 16, 32, 64, 96])


def judge(module: str) -> Callable[..., bool]:
    """The function `is_steady` of the module's experiment, taken out of its cell."""
    notebook = read(ROOT / "modules" / f"{module}.ipynb")
    cell = next(cell for cell in notebook.cells if "def is_steady" in cell.source)
    function = next(
        node for node in ast.parse(cell.source).body if getattr(node, "name", "") == "is_steady"
    )
    names: dict[str, object] = {"np": np, "sides": SIDES}
    exec(ast.unparse(function), names)
    return names["is_steady"]  # type: ignore[return-value]


# Microseconds of a call with 1, 4, 32, 256 and 1,024 samples, in powers of two: measured with one
# thread and no other work, and, for some batches, beside programs that kept both cores busy.
QUIET = [54, 57, 62, 115, 144, 217, 346, 608, 1172, 2644, 5346]
SAW = {
    "one batch a hundred times too slow": [
        54,
        57,
        51224,
        115,
        144,
        217,
        346,
        608,
        1172,
        2644,
        5346,
    ],
    "a step down": [56, 59, 66, 368, 388, 644, 807, 1463, 2914, 2198, 3491],
    "a jump": [56, 59, 66, 368, 388, 644, 807, 1463, 2914, 5198, 9491],
}


def test_times_that_grow_with_the_batch_are_steady() -> None:
    assert judge("03_layers/layers")(np.array(QUIET) * 1e-6)


@pytest.mark.parametrize("times", SAW.values(), ids=SAW.keys())
def test_a_saw_supports_no_conclusion_about_batches(times: list[int]) -> None:
    assert not judge("03_layers/layers")(np.array(times) * 1e-6)


def test_times_that_grow_as_the_multiplications_do_are_steady() -> None:
    steady = judge("01_tensor/tensor")
    assert steady(np.array([6, 37, 256, 1946, 16250, 54200]), 0.6, 1.6)
    assert steady(np.array([2.3, 2.2, 2.3, 3.3, 10.2, 20.3]), 0, 2)


def test_a_product_that_waits_for_another_core_is_not_steady() -> None:
    assert not judge("01_tensor/tensor")(np.array([2.3, 2.2, 2.3, 3.3, 10.2, 11000.0]), 0, 2)


def test_a_loop_that_was_disturbed_is_not_steady() -> None:
    assert not judge("01_tensor/tensor")(np.array([6, 35, 252, 3989, 31550, 53324]), 0.6, 1.6)
