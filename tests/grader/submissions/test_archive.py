"""The files in a zip: as many and as large as allowed, and whatever is broken is one line."""

import zipfile
from pathlib import Path

import pytest
from collecting import zipped
from hostile_zips import BROKEN, STORED, zip_of

from grader.submissions import archive
from grader.submissions.archive import in_inner_zip, in_zip
from grader.submissions.upload import CannotRead

MB = 1024 * 1024


def test_an_entry_has_name_time_and_content(tmp_path: Path) -> None:
    entry = next(in_inner_zip(zipped(tmp_path / "a.zip", {"a/layers.ipynb": b"{}"}).read_bytes()))
    assert (entry.name, entry.time.astimezone().hour) == ("a/layers.ipynb", 12)


def test_what_systems_add_is_passed_over() -> None:
    noise = {
        "__MACOSX/a": b"",
        "a/.ipynb_checkpoints/b.ipynb": b"",
        "a/._b": b"",
        ".git/x": b"",
        "a/": b"",
        "a/b": b"",
    }
    assert [each.name for each in in_inner_zip(zip_of(noise))] == ["a/b"]


@pytest.mark.parametrize("name", BROKEN)
def test_whatever_is_broken_is_said_in_a_line(name: str) -> None:
    try:
        for entry in in_inner_zip(BROKEN[name][0]()):
            entry.read(MB)
    except CannotRead as error:
        assert str(error).isprintable()
        assert len(str(error)) < 200


def test_no_more_is_read_than_asked_for() -> None:
    entries = in_inner_zip(STORED)
    entry = next(entries)
    with pytest.raises(CannotRead, match="larger than"):
        entry.read(100)
    assert entry.read(MB).startswith(b'{"cells"')


def test_cannot_hold_more_files_than_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"{number}": b"" for number in range(4)}
    monkeypatch.setattr(archive, "MOST_INNER_ENTRIES", 3)
    with pytest.raises(CannotRead, match="more than 3 files"):
        list(in_inner_zip(zip_of(files)))
    monkeypatch.setattr(archive, "MOST_ENTRIES", 3)
    with pytest.raises(CannotRead, match="more than 3 files"):
        list(in_zip(zipped(tmp_path / "a.zip", files)))


def test_cannot_have_a_table_of_contents_read_that_is_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = zip_of({f"{number}": b"" for number in range(archive.MOST_INNER_ENTRIES + 1)})
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(CannotRead, match="files"):
        list(in_inner_zip(content))
