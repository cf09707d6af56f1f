"""The numbers in the notebooks' prose and tables are true and are what the package gives."""

import math
import re
from itertools import pairwise

import numpy as np
import pytest
from cells import prose

from grader.course.notebook import read
from grader.course.term import ROOT
from grader.release.conventions.arithmetic import EQUATION, NUMBER, SQUARE_ROOT, fraction, rounded
from tinytorch.core.layers import (
    Linear,
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
from tinytorch.data import digits, trained_digits

QUOTIENT = re.compile(rf"({NUMBER}) / ({NUMBER})\s*──>\s*({NUMBER})")
KILOBYTES = re.compile(rf"({NUMBER})`? bytes \| ({NUMBER}) KB")

MLP = [784, 256, 128, 10]
BATCH = 32


def layers_text() -> str:
    return prose(read(ROOT / "modules" / "03_layers" / "layers.ipynb"))


def activations_text() -> str:
    return prose(read(ROOT / "modules" / "02_activations" / "activations.ipynb"))


@pytest.mark.parametrize(("name", "least"), [("01_tensor/tensor", 10), ("03_layers/layers", 50)])
def test_the_text_works_its_numbers_out(name: str, least: int) -> None:
    assert len(EQUATION.findall(prose(read(ROOT / "modules" / f"{name}.ipynb")))) >= least


def test_kilobytes_of_1024_bytes_stand_beside_their_bytes() -> None:
    pairs = KILOBYTES.findall(layers_text())
    assert [fraction(kilo) for _, kilo in pairs] == [784, 1, 785, 98, 32]
    assert all(fraction(count) == 1024 * fraction(kilo) for count, kilo in pairs)


def test_roots_in_the_table_of_scales() -> None:
    found = SQUARE_ROOT.findall(layers_text())
    assert len(found) == 2
    assert all(rounded(math.sqrt(fraction(a) / fraction(b)), shown) for a, b, shown in found)


def test_the_softmax_worked_by_hand() -> None:
    found = QUOTIENT.findall(activations_text())
    assert len(found) == 3
    powers = [math.exp(score) for score in (0, 1, 3)]
    for (power, total, share), exact in zip(found, powers, strict=True):
        assert rounded(exact, power)
        assert rounded(sum(powers), total)
        assert rounded(exact / sum(powers), share)


def read_rightly() -> int:
    """How many of the unseen digits the trained network names rightly, worked out with NumPy."""
    images, labels = digits("unseen")
    W1, b1, W2, b2 = trained_digits()
    return int(((np.maximum(images @ W1 + b1, 0) @ W2 + b2).argmax(axis=1) == labels).sum())


READ = read_rightly()

# What the text of module 03 states in words, and the number behind it.
STATED = [
    ("more than five in six", 6_422_528 / 7_512_064 > 5 / 6),
    ("0.0884 (rounded)", rounded(math.sqrt(2 / 256), "0.0884")),
    ("LeCun: sqrt(1/n) | 0.0625", math.sqrt(1 / 256) == 0.0625),
    ("0.707 (rounded)", rounded(math.sqrt(1 / 2), "0.707")),
    ("about 1/724", rounded(math.sqrt(2**19), "724")),
    ("sqrt(256), so by 16", math.sqrt(256) == 16),
    ("some 30 layers", 30 <= math.log(3.4e38) / math.log(16) <= 32),
    (
        "With the scale 0.01 each layer multiplies by 0.16",
        math.isclose(0.01 * math.sqrt(256), 0.16),
    ),
    ("float32 reaches up to about 3.4e38", rounded(float(np.finfo(np.float32).max) / 1e38, "3.4")),
    (
        "down to about 1.4e-45",
        rounded(float(np.finfo(np.float32).smallest_subnormal) / 1e-45, "1.4"),
    ),
    ("about a seventh of the sum", round((150_784 + 940_584) / 150_784) == 7),
    ("803,840 of 940,584 bytes", linear_param_bytes(784, 256) == 803_840),
    ("more than two thirds of the bar at 512", 2_412_544 / (2_412_544 + 940_584) > 2 / 3),
    ("a is 1/28, about 0.0357", rounded(1 / 28, "0.0357")),
    ("PyTorch's with 0.0206", rounded(1 / 28 / math.sqrt(3), "0.0206")),
    ("99.4% of 175 billion (rounded)", rounded(100 * 173_946_175_488 / 175e9, "99.4")),
    ("77% of 110 million (rounded)", rounded(100 * 84_934_656 / 110e6, "77")),
    ("32 times 1.25 ms, which would be 40 ms", 32 * 1.25 == 40),
    ("two and a half times as long", 2.5 <= 3.2 / 1.25 < 2.6),
    ("one number for 65,536", 256 * 256 == 65_536),
    (
        "2,410 numbers",
        sum(value.size for value in trained_digits()) == mlp_param_count([64, 32, 10]) == 2_410,
    ),
    ("from shape (397, 64) to shape (397, 10)", digits("unseen").images.shape == (397, 64)),
    ("Then it reads 397 digits", len(digits("unseen").labels) == 397),
    ("It should be 390 right ones", READ == 390),
    ("read 98.2% of the digits", rounded(100 * READ / 397, "98.2")),
    ("the seven digits that are read wrongly", 397 - READ == 7),
    ("Five are nearly white", int((trained_digits()[0].std(axis=0) < 0.15).sum()) == 5),
]


@pytest.mark.parametrize(("text", "holds"), STATED, ids=[text for text, _ in STATED])
def test_figures_in_words_are_true(text: str, holds: bool) -> None:
    assert text in " ".join(layers_text().split())
    assert holds


def test_the_gradients_worked_out_beside_question_5() -> None:
    x, g = np.array([[1, 2]]), np.array([[4]])
    first, second = np.array([[1, 1], [1, -1]]), np.array([[2], [5]])
    z = x @ first
    h = np.maximum(z, 0)
    back = g @ second.T
    through = back * (z > 0)
    found = [z, h, h @ second, h.T @ g, back, through, x.T @ through]
    assert [array.tolist() for array in found] == [
        [[3, -1]], [[3, 0]], [[6]], [[12], [0]], [[8, 20]], [[8, 0]], [[8, 0], [16, 0]],
    ]  # fmt: skip
    text = layers_text()
    for line in (
        "@ W1 = [3 -1]",
        "ReLU(z) = [3 0]",
        "@ W2 = [6]",
        "g @ W2ᵀ = [8 20]",
        "[8 0]     ReLU",
    ):
        assert line in text
    for rows in (r"hᵀ @ g = \[ 12 \].*\[  0 \]", r"xᵀ @ \[8 0\] = \[  8  0 \].*\[ 16  0 \]"):
        assert re.search(rows, text, re.DOTALL)


# The figures that the whole course keeps to: float32, 1 KB = 1,024 bytes, 2 FLOPs for each MAC,
# bias counted apart.
CONVENTIONS = [
    ("weights of Linear(784, 256), bytes", linear_param_bytes(784, 256, bias=False), 802_816),
    (
        "its bias, bytes",
        linear_param_bytes(784, 256) - linear_param_bytes(784, 256, bias=False),
        1_024,
    ),
    ("both, bytes", linear_param_bytes(784, 256), 785 * 1_024),
    ("its parameters", linear_param_count(784, 256), 200_960),
    ("256 to 128, parameters", linear_param_count(256, 128), 32_896),
    ("128 to 10, parameters", linear_param_count(128, 10), 1_290),
    (
        "input and output at batch 32, bytes",
        linear_activation_bytes(BATCH, 784, 256),
        100_352 + 32_768,
    ),
    ("MACs of layer 1", linear_macs(BATCH, 784, 256), 6_422_528),
    ("MACs of layer 2", linear_macs(BATCH, 256, 128), 1_048_576),
    ("MACs of layer 3", linear_macs(BATCH, 128, 10), 40_960),
    ("FLOPs of layer 1", linear_flops(BATCH, 784, 256), 2 * 6_422_528),
    ("FLOPs of the network", mlp_flops(BATCH, MLP), 2 * 7_512_064),
    ("parameters of the network", mlp_param_count(MLP), 235_146),
    ("parameters of the network, bytes", mlp_param_bytes(MLP), 940_584),
    ("activations of the network, bytes", mlp_activation_bytes(BATCH, MLP), 150_784),
]


@pytest.mark.parametrize(
    ("got", "want"), [row[1:] for row in CONVENTIONS], ids=[row[0] for row in CONVENTIONS]
)
def test_functions_keep_to_the_conventions(got: int, want: int) -> None:
    assert type(got) is int
    assert got == want


def test_functions_agree_with_real_arrays() -> None:
    layers = [Linear(a, b) for a, b in pairwise(MLP)]
    parameters = [parameter.data for layer in layers for parameter in layer.parameters()]
    assert (
        count_parameters(layers) == mlp_param_count(MLP) == sum(array.size for array in parameters)
    )
    assert mlp_param_bytes(MLP) == sum(array.nbytes for array in parameters)
    widths = [np.zeros((BATCH, width), dtype=np.float32) for width in MLP]
    assert mlp_activation_bytes(BATCH, MLP) == sum(array.nbytes for array in widths)


def test_bias_additions_are_counted_apart_and_are_few() -> None:
    macs, additions = linear_macs(BATCH, 784, 256), np.zeros((BATCH, 256)).size
    assert additions == 8_192
    assert macs == 784 * additions
    assert linear_flops(BATCH, 784, 256) == 2 * macs


FIGURES = """
802,816 1,024 803,840 100,352 32,768 6,422,528 1,048,576 40,960 7,512,064 200,960 32,896
1,290 235,146 940,584 150,784 8,192
"""


@pytest.mark.parametrize("figure", FIGURES.split())
def test_the_figures_stand_in_the_text(figure: str) -> None:
    assert re.search(rf"(?<![\d,]){figure}(?![\d,])", layers_text())
