"""`backup` and `restore` from the command line: one line for what is wrong, and exit code 2."""

from pathlib import Path

import pytest
from command_line import complaint, run

from grader.course.term import Course
from grader.gradebook import tables


def test_a_term_goes_into_a_file_and_back(fresh_term: Course, tmp_path: Path) -> None:
    file = tmp_path / "term.zip"
    said = run(fresh_term, "backup", str(file)).stdout
    assert "all checked" in said and f"Backup: {file}" in said
    assert "term.zip is whole: " in run(fresh_term, "backup", "--check", str(file)).stdout
    new = Course(fresh_term.root, tmp_path / "new")
    assert f"Term: {new.folder}" in run(new, "restore", str(file)).stdout
    said = run(fresh_term, "restore", str(file), "--force").stdout
    assert "The term that was there is in " in said


def test_what_cannot_be_done_is_one_line(fresh_term: Course, tmp_path: Path) -> None:
    file = tmp_path / "term.zip"
    assert "There is no file" in complaint(run(fresh_term, "restore", str(file), "--force"))
    run(fresh_term, "backup", str(file))
    assert "--force to replace it" in complaint(run(fresh_term, "backup", str(file)))
    assert "--force sets it aside" in complaint(run(fresh_term, "restore", str(file)))
    for url, said in (("nowhere", "--database has no database URL"), ("x://y", "unknown kind of")):
        assert said in complaint(run(fresh_term, "restore", str(file), "--database", url))
    both = run(fresh_term, "restore", str(file), "--sqlite", "--database", "sqlite://")
    assert both.exit_code == 2 and "exclude each other" in both.stderr
    file.write_bytes(file.read_bytes()[:5000])
    assert "or is incomplete" in complaint(run(fresh_term, "backup", "--check", str(file)))


def test_a_full_disk_is_one_line_and_leaves_no_file(
    fresh_term: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "disk")

    monkeypatch.setattr(tables, "check_file", full)
    place = tmp_path / "disk"
    assert "No space left on device" in complaint(run(fresh_term, "backup", str(place / "t.zip")))
    assert list(place.iterdir()) == []


def test_a_gradebook_goes_to_stock_nbgrader_and_back(fresh_term: Course, tmp_path: Path) -> None:
    with fresh_term.gradebook() as gradebook:
        gradebook.add_student("ada", last_name="Lovelace")
        gradebook.add_submission("03_layers", "ada")
    file = tmp_path / "stock.db"
    assert f"Gradebook for nbgrader: {file}" in run(fresh_term, "migrate", "--to", str(file)).stdout
    with fresh_term.gradebook() as gradebook:
        gradebook.remove_student("ada")
    said = run(fresh_term, "migrate", str(file)).stdout
    assert "03_layers: 1 submissions taken over.\n" in said and "1 new students.\n" in said
    refused = complaint(run(fresh_term, "migrate", str(file), "--assignment", "ps3"))
    assert "write THERE=HERE" in refused
