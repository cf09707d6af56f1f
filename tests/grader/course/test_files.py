"""Files are written in one step: whoever looks sees the old one or the new one."""

import errno
import os
import stat
from pathlib import Path

import pytest

from grader.course.files import write_text


def test_text_is_written_as_utf_8_with_plain_line_ends_into_a_new_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "grades.csv"
    write_text(path, "Zoë ≠ Zoe\nsecond\n")
    assert path.read_bytes() == "Zoë ≠ Zoe\nsecond\n".encode()


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "grades.csv"
    write_text(path, "a long first text")
    write_text(path, "short")
    assert path.read_text(encoding="utf-8") == "short"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "grades.csv"
    write_text(path, "old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_text(path, "x" * 100_000)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_stopped_before_its_end_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "grades.csv"
    write_text(path, "old")

    def stop(source: object, target: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_text(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_others_may_read_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "grades.csv"
    write_text(path, "text")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_is_replaced_and_its_target_is_not_written_to(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("untouched", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to(target)
    write_text(link, "new")
    assert target.read_text(encoding="utf-8") == "untouched"
    assert link.read_text(encoding="utf-8") == "new"
