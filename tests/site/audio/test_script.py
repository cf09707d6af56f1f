"""The script of the audio overview: its length, its numbers, and that it can be spoken."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from record import main, paragraphs

from grader.course.term import ROOT
from tinytorch.core.layers import (
    linear_activation_bytes,
    linear_macs,
    linear_param_bytes,
    linear_param_count,
)

SCRIPT = (ROOT / "site" / "audio" / "03_layers.md").read_text(encoding="utf-8")
NUMBER = re.compile(r"(?<![\w.-])\d[\d,]*(?:\.\d+)?")
LAYER = (784, 256)

# What the script says, and whether it is so.
SAID = [
    ("784 pixels", 28 * 28 == 784),
    ("For a thousand inputs, that is about 0.032", f"{(1 / 1000) ** 0.5:.3f}" == "0.032"),
    ("For ten inputs, it is about 0.316", f"{(1 / 10) ** 0.5:.3f}" == "0.316"),
    ("If you drop one value in five, each survivor becomes 1.25 times", 1 / (1 - 1 / 5) == 1.25),
    (
        "from 784 inputs to 256 outputs has 200,960 parameters",
        linear_param_count(*LAYER) == 200_960,
    ),
    ("At four bytes each they take 785 kilobytes", linear_param_bytes(*LAYER) == 785 * 1024),
    (
        "a batch of 32 pictures through it, and it performs more than 6 million",
        6e6 < linear_macs(32, *LAYER) < 7e6,
    ),
    ("the batch twice as large, and the activations take twice the room",
     linear_activation_bytes(64, *LAYER) == 2 * linear_activation_bytes(32, *LAYER)),
    ("most of the cost sits in the first layer",
     linear_macs(32, *LAYER) > linear_macs(32, 256, 128) + linear_macs(32, 128, 10)),
    ("175 billion parameters. Nearly all of them, about 99 percent",
     round(100 * 96 * (4 * linear_param_count(12288, 12288) + linear_param_count(12288, 49152)
                       + linear_param_count(49152, 12288)) / 175e9) == 99),
]  # fmt: skip


def spoken() -> str:
    return " ".join(SCRIPT.split("\n", 1)[1].split())


def test_it_takes_about_five_minutes() -> None:
    assert 700 <= len(spoken().split()) <= 780


def test_it_can_be_read_aloud() -> None:
    assert not re.search(r"[`*_|<>=\[\]()/#@√×→]|https?:", spoken())
    assert max(len(sentence.split()) for sentence in re.split(r"(?<=[.?!:;]) ", spoken())) <= 35


@pytest.mark.parametrize(("said", "true"), SAID, ids=[said for said, _ in SAID])
def test_what_it_says_is_true(said: str, true: bool) -> None:
    assert said in spoken()
    assert true


def test_every_number_in_it_is_checked() -> None:
    checked = {number for said, _ in SAID for number in NUMBER.findall(said)}
    assert set(NUMBER.findall(spoken())) <= checked


def test_the_recorder_reads_the_script_and_nothing_else() -> None:
    lines = paragraphs(SCRIPT)
    assert " ".join(lines) == spoken()
    assert len(lines) > 5


def test_a_module_without_a_script_is_told_in_a_line(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--module", "tensor", "--to", str(tmp_path)])
    assert done.exit_code == 2
    assert done.stderr == "Error: 01_tensor has no script: there is no site/audio/01_tensor.md.\n"


def test_without_the_voice_its_package_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    done = CliRunner().invoke(main, ["--to", str(tmp_path / "audio")])
    assert done.exit_code == 2
    assert done.stderr == "Error: piper-tts is missing: pip install -e '.[audio]'\n"
    assert not (tmp_path / "audio").exists()
