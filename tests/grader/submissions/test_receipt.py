"""A student's receipt beside the files that were collected."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from kit import hand_in

from grader.cli import main
from grader.course.errors import CourseError
from grader.course.term import Course
from grader.submissions.receipt import find_receipt_owner
from workbench.receipt import parse_receipt, receipt_text


def receipt(path: Path, content: bytes) -> Path:
    path.write_text(
        receipt_text("03_layers", "layers.ipynb", content, "2026-11-24T12:00:00+00:00", ["x"]),
        encoding="utf-8",
    )
    return path


def test_the_file_with_its_checksum_is_found(fresh_term: Course, tmp_path: Path) -> None:
    file = hand_in(fresh_term, fresh_term.manifest.module("layers"), "ada", "my work, ü")
    hand_in(fresh_term, fresh_term.manifest.module("layers"), "ben", "other work")
    path = receipt(tmp_path / "layers-receipt.txt", file.read_bytes())
    assert (
        find_receipt_owner(fresh_term, path)
        == "The receipt matches the file that was collected from ada for 03_layers."
    )
    done = CliRunner().invoke(main, ["--course", str(fresh_term.folder), "receipt", str(path)])
    assert (done.exit_code, done.output.strip()) == (0, find_receipt_owner(fresh_term, path))


def test_another_file_s_receipt_is_told(fresh_term: Course, tmp_path: Path) -> None:
    hand_in(fresh_term, fresh_term.manifest.module("layers"), "ada", "my work")
    path = receipt(tmp_path / "receipt.txt", b"my better work")
    assert (
        find_receipt_owner(fresh_term, path)
        == "No file that was collected for 03_layers has this checksum."
    )


@pytest.mark.parametrize("content", [b"no receipt", b"\xff\xfe", b""])
def test_what_is_no_receipt_is_told(fresh_term: Course, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "receipt.txt"
    path.write_bytes(content)
    with pytest.raises(CourseError, match="is not a receipt"):
        find_receipt_owner(fresh_term, path)
    with pytest.raises(CourseError, match="is not a receipt"):
        find_receipt_owner(fresh_term, tmp_path / "nowhere.txt")


def test_a_windows_editor_s_line_ends_do_not_matter(tmp_path: Path) -> None:
    text = receipt(tmp_path / "receipt.txt", b"work").read_text(encoding="utf-8")
    path = tmp_path / "windows.txt"
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8"))
    assert parse_receipt(path.read_text(encoding="utf-8")) == parse_receipt(text) is not None
