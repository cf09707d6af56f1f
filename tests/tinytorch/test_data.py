"""The digits that come with the package, and the network that was trained on them."""

import runpy
from pathlib import Path

import numpy as np
import pytest

import tinytorch.data
from grader.course.term import ROOT
from tinytorch.core.activations import ReLU
from tinytorch.core.layers import Dropout, Linear, Sequential
from tinytorch.core.tensor import Tensor
from tinytorch.data import digits, trained_digits

FOLDER = ROOT / "tinytorch" / "digits"


def network(p: float = 0.2) -> Sequential:
    """The network of module 03 with the trained numbers in it, loaded as the notebook does."""
    model = Sequential(Linear(64, 32), ReLU(), Dropout(p), Linear(32, 10))
    for parameter, value in zip(model.parameters(), trained_digits(), strict=True):
        assert parameter.shape == value.shape
        parameter.data = value
    return model


def accuracy(model: Sequential, training: bool) -> float:
    images, labels = digits("unseen")
    scores = model.forward(Tensor(images), training=training).data
    return float(np.mean(scores.argmax(axis=1) == labels))


def test_there_are_1797_digits_in_two_parts_that_share_none() -> None:
    training, unseen = digits("training"), digits("unseen")
    assert training.images.shape == (1400, 64) and unseen.images.shape == (397, 64)
    assert training.labels.shape == (1400,) and unseen.labels.shape == (397,)
    lines = (FOLDER / "images.txt").read_text(encoding="utf-8").splitlines()
    assert len(set(lines[:1400]) & set(lines[1400:])) == 0


def test_pixels_run_from_paper_to_ink_and_labels_from_0_to_9() -> None:
    images, labels = digits("training")
    assert images.dtype == np.float32 and images.min() == 0 and images.max() == 1
    assert set(labels.tolist()) == set(range(10))
    assert np.array_equal(images * 16, np.round(images * 16))


def test_every_digit_is_about_as_frequent_in_both_parts() -> None:
    for part in ("training", "unseen"):
        shares = np.bincount(digits(part).labels, minlength=10) / len(digits(part).labels)
        assert shares.min() > 0.07 and shares.max() < 0.13


def test_a_zero_has_a_hole_and_a_one_has_none() -> None:
    images, labels = digits("training")
    middle = images.reshape(-1, 8, 8)[:, 3:5, 3:5].mean(axis=(1, 2))
    assert middle[labels == 0].mean() < 0.3 < 0.7 < middle[labels == 1].mean()


def test_another_part_is_refused_with_the_two_that_there_are() -> None:
    with pytest.raises(ValueError, match='"training" and "unseen"'):
        digits("test")


def test_the_trained_network_reads_unseen_digits() -> None:
    assert accuracy(network(), training=False) == 390 / 397


def test_dropout_that_is_left_on_costs_accuracy() -> None:
    np.random.seed(3)
    # A pass has a spread of 0.008 and 0.017: the bounds are seven times that, and more, away.
    mild = np.mean([accuracy(network(0.2), training=True) for _ in range(20)])
    strong = np.mean([accuracy(network(0.5), training=True) for _ in range(20)])
    assert 0.94 < mild < 0.97
    assert 0.79 < strong < 0.86


def test_training_again_gives_the_numbers_that_are_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = runpy.run_path(str(ROOT / "benchmarks" / "digits.py"))
    again = tmp_path / "network.json"
    script["write_network"](again)
    assert "2,410 numbers" in capsys.readouterr().out
    kept = (FOLDER / "network.json").read_text(encoding="utf-8")
    assert again.read_text(encoding="utf-8").count(",") == kept.count(",")
    for one, other in zip(script["train"](), trained_digits(), strict=True):
        assert (
            np.abs(one - other).max() < 0.011
        )  # the last decimal may be rounded the other way on another machine


def test_the_source_and_the_licence_stand_beside_the_data() -> None:
    text = (FOLDER / "SOURCE.md").read_text(encoding="utf-8")
    assert "https://doi.org/10.24432/C50P49" in text
    assert "https://creativecommons.org/licenses/by/4.0/" in text


def test_the_digits_need_nothing_but_numpy() -> None:
    source = Path(tinytorch.data.__file__).read_text(encoding="utf-8")
    imports = {
        line.split()[1].split(".")[0]
        for line in source.splitlines()
        if line.startswith(("import ", "from "))
    }
    assert imports == {"json", "importlib", "typing", "numpy"}
