"""Collecting from nbgrader's exchange: everybody's newest, and a time that no student wrote."""

from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from kit import answered

from grader.cli import main
from grader.course import Course
from grader.exchange import collect_from_exchange
from grader.manifest import Module


@pytest.fixture
def module(fresh_term: Course) -> Module:
    return fresh_term.manifest.module("layers")


@pytest.fixture
def exchange(tmp_path: Path) -> Path:
    folder = tmp_path / "exchange"
    (folder / "tinytorch" / "inbound").mkdir(parents=True)
    return folder


def submit(exchange: Path, student: str, time: str, content: str, stamp: str = "2001-01-01 00:00:00 UTC") -> None:
    """Hand in as nbgrader's submit does; `stamp` is what the student's side wrote into timestamp.txt."""
    folder = exchange / "tinytorch" / "inbound" / f"{student}+03_layers+{time}+abc123"
    folder.mkdir()
    (folder / "layers.ipynb").write_text(content, encoding="utf-8")
    (folder / "timestamp.txt").write_text(stamp, encoding="utf-8")


def test_everybody_s_newest_submission_with_the_exchange_s_time(
    fresh_term: Course, module: Module, exchange: Path
) -> None:
    book = nbformat.writes(answered(fresh_term, module))
    submit(exchange, "root", "2026-11-24 10:00:00 UTC", "{}")
    submit(exchange, "root", "2026-11-24 11:00:00 UTC", book)
    result = collect_from_exchange(fresh_term, module, exchange)
    assert result.collected == ["root"]
    folder = fresh_term.submitted("root", module)
    assert (folder / "layers.ipynb").read_text(encoding="utf-8") == book
    assert (folder / "timestamp.txt").read_text(encoding="utf-8").startswith("2026-11-24 11:00:00")


def test_collecting_again_brings_what_is_newer_only(fresh_term: Course, module: Module, exchange: Path) -> None:
    submit(exchange, "root", "2026-11-24 10:00:00 UTC", "{}")
    collect_from_exchange(fresh_term, module, exchange)
    again = collect_from_exchange(fresh_term, module, exchange)
    assert (again.collected, again.unchanged) == ([], ["root"])
    submit(exchange, "root", "2026-11-24 12:00:00 UTC", '{"newer": 1}')
    assert collect_from_exchange(fresh_term, module, exchange).collected == ["root"]


def test_a_submission_in_another_s_name_is_told(fresh_term: Course, module: Module, exchange: Path) -> None:
    submit(exchange, "ada", "2026-11-24 10:00:00 UTC", "{}")
    (note,) = collect_from_exchange(fresh_term, module, exchange).notes
    assert "claims to be submitted by ada" in note


def test_the_command_knows_an_exchange_by_its_inbound_folder(
    fresh_term: Course, exchange: Path, module: Module
) -> None:
    submit(exchange, "ada", "2026-11-24 10:00:00 UTC", "{}")
    arguments = ["--course", str(fresh_term.folder), "collect", str(exchange), "--module", "layers"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    assert "03_layers: 1 collected, 0 already there." in done.output
    assert fresh_term.students(module) == ["ada"]
