"""The record of a graded submission survives being written, and a damaged one counts as none."""

from pathlib import Path

import pytest

from grader.course.outcome import LONGEST_NOTE, MOST_NOTES, Outcome, Verdict
from grader.course.text import first_line, printable


def test_a_record_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    notes = ["cell relu: ValueError: 3 ≠ 4", 'a "quoted", comma']
    written = Outcome(
        student="zoë",
        module="01_tensor",
        verdict=Verdict.ERROR,
        notes=notes,
        seed=7,
        fingerprint="ab",
    )
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


def with_notes(*notes: str) -> list[str]:
    return Outcome(
        student="ada", module="01_tensor", verdict=Verdict.ERROR, notes=list(notes)
    ).notes


@pytest.mark.parametrize(
    "note",
    ["a\x1b[2Jb", "a\rb", "a\x07b", "a\x9bb", "a\u202eb", "a\u2028b", "a\ud800b", "a\x00b", "a\tb"],
    ids=[
        "escape",
        "return",
        "bell",
        "csi",
        "right_to_left",
        "separator",
        "surrogate",
        "null",
        "tab",
    ],
)
def test_a_note_cannot_steer_a_terminal(note: str) -> None:
    (found,) = with_notes(note)
    assert found.isprintable()
    assert (found[0], found[-1]) == ("a", "b")


def test_a_note_cannot_forge_another_line() -> None:
    assert with_notes("cell 1: Error\nbob: 40 of 40") == ["cell 1: Error"]


def test_notes_are_bounded_in_number_and_length() -> None:
    notes = with_notes(*["x" * 10_000] * 4800)
    assert len(notes) == MOST_NOTES
    assert {len(note) for note in notes[:-1]} == {LONGEST_NOTE}
    assert notes[-1] == "and 4,781 more notes"
    assert with_notes(*notes) == notes


def test_a_record_holds_text_that_no_encoding_can(tmp_path: Path) -> None:
    outcome = Outcome(
        student="ada", module="01_tensor", verdict=Verdict.ERROR, said={"test": "\ud800"}
    )
    outcome.save(tmp_path / "ada.json")
    found = Outcome.load(tmp_path / "ada.json")
    assert found is not None
    assert found.said == {"test": "\ufffd"}


def test_printable_text_stays_as_it_is() -> None:
    assert first_line("zoë ≠ 名前", 100) == "zoë ≠ 名前"
    assert printable("a\nb\tc", also="\n") == "a\nb c"
