"""The record of a graded submission survives being written, and a damaged one counts as none."""

from pathlib import Path

import pytest

from grader.verdict import Outcome, Verdict


def test_a_record_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    notes = ["cell relu: ValueError: 3 ≠ 4", 'a "quoted", comma']
    written = Outcome(student="zoë", module="01_tensor", verdict=Verdict.ERROR, notes=notes, seed=7, fingerprint="ab")
    written.save(tmp_path / "verdicts" / "zoë.json")
    assert Outcome.load(tmp_path / "verdicts" / "zoë.json") == written


def test_no_file_is_no_record(tmp_path: Path) -> None:
    assert Outcome.load(tmp_path / "ada.json") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"student": "ada"}',
        '{"student": "ada", "module": "01_tensor", "verdict": "splendid"}',
        '{"student": "ada", "module": "01_tensor", "verdict": "ok", "notes": "one"}',
    ],
)
def test_a_damaged_file_is_no_record(tmp_path: Path, text: str) -> None:
    path = tmp_path / "ada.json"
    path.write_text(text, encoding="utf-8")
    assert Outcome.load(path) is None


def test_bytes_that_are_no_text_are_no_record(tmp_path: Path) -> None:
    path = tmp_path / "ada.json"
    path.write_bytes(b"\xff\xfe\x00")
    assert Outcome.load(path) is None
