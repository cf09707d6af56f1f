"""Counts of parameters, bytes and operations: exact ints, checked against arrays and by hand."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tinytorch.core.activations import ReLU
from tinytorch.core.layers import (
    Dropout,
    Linear,
    Sequential,
    count_parameters,
    linear_activation_bytes,
    linear_flops,
    linear_macs,
    linear_param_bytes,
    linear_param_count,
    mlp_activation_bytes,
    mlp_flops,
    mlp_param_bytes,
    mlp_param_count,
)

Count = Callable[..., int]


@pytest.mark.parametrize(
    ("count", "arguments", "want"),
    [
        (linear_param_count, (3, 2), 8),
        (linear_param_count, (3, 2, False), 6),
        (linear_param_count, (1, 1), 2),
        (linear_param_bytes, (3, 2), 32),
        (linear_param_bytes, (3, 2, False), 24),
        (linear_activation_bytes, (5, 3, 2), 100),
        (linear_activation_bytes, (1, 3, 2), 20),
        (linear_macs, (5, 3, 2), 30),
        (linear_flops, (5, 3, 2), 60),
        (mlp_param_count, ([4, 3, 2],), 23),
        (mlp_param_count, ([4, 3],), 15),
        (mlp_param_bytes, ([4, 3, 2],), 92),
        (mlp_activation_bytes, (5, [4, 3, 2]), 180),
        (mlp_activation_bytes, (1, [4, 4, 4]), 48),
        (mlp_flops, (7, [5, 4, 2]), 392),
        (mlp_flops, (1, [5, 4]), 40),
    ],
)
def test_small_cases_worked_by_hand(count: Count, arguments: tuple[Any, ...], want: int) -> None:
    got = count(*arguments)
    assert type(got) is int
    assert got == want


@pytest.mark.parametrize("bias", [True, False])
def test_parameters_of_a_layer_are_those_of_its_arrays(bias: bool) -> None:
    arrays = [parameter.data for parameter in Linear(17, 9, bias=bias).parameters()]
    assert linear_param_count(17, 9, bias=bias) == sum(array.size for array in arrays)
    assert linear_param_bytes(17, 9, bias=bias) == sum(array.nbytes for array in arrays)


def test_activation_bytes_are_those_of_input_and_output() -> None:
    layer, x = Linear(17, 9), np.zeros((6, 17), dtype=np.float32)
    assert linear_activation_bytes(6, 17, 9) == x.nbytes + (x @ layer.weight.data).nbytes


@pytest.mark.parametrize("count", [mlp_param_count, mlp_param_bytes])
def test_widths_are_read_and_not_changed(count: Count) -> None:
    sizes = [4, 3, 2]
    assert count(sizes) == count(tuple(sizes))
    assert sizes == [4, 3, 2]


@pytest.mark.parametrize("count", [mlp_activation_bytes, mlp_flops])
def test_widths_beside_a_batch_are_read_and_not_changed(count: Count) -> None:
    sizes = [4, 3, 2]
    assert count(5, sizes) == count(5, tuple(sizes)) == 5 * count(1, sizes)
    assert sizes == [4, 3, 2]


def test_large_networks_are_counted_exactly() -> None:
    widths = [12_288, 49_152, 12_288]
    assert mlp_param_count(widths) == 2 * 12_288 * 49_152 + 49_152 + 12_288
    assert mlp_flops(10**6, widths) == 4 * 10**6 * 12_288 * 49_152
    assert linear_macs(10**9, 10**9, 10**9) == 10**27


def test_values_are_counted_over_real_layers() -> None:
    inner = Sequential(Linear(3, 2), ReLU(), Dropout(0.1))
    assert count_parameters([]) == 0
    assert count_parameters([ReLU(), Dropout()]) == 0
    assert count_parameters([Linear(4, 3), inner, Linear(2, 1, bias=False)]) == 15 + 8 + 2
    assert type(count_parameters([Linear(4, 3)])) is int
