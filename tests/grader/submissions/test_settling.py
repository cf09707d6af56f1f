"""Settling: a file that is still being written is not complete."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from grader.submissions.settling import PATIENCE, QUIET, Settling, is_open_for_writing

WHOLE = json.dumps({"cells": []}).encode()


class Clock:
    """A clock that moves when it is told to."""

    time = 0.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settling(clock: Clock) -> Settling:
    # In the year 1970 every file has just been written.
    return Settling(10, clock, lambda: 0.0)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_file_is_complete_after_a_moment_without_a_change(
    tmp_path: Path, settling: Settling, clock: Clock
) -> None:
    path = written(tmp_path / "layers.ipynb", WHOLE)
    assert not settling.is_complete(path)
    clock.time += 2 * QUIET
    assert settling.is_complete(path)


def test_each_change_begins_a_new_wait(tmp_path: Path, settling: Settling, clock: Clock) -> None:
    path = written(tmp_path / "table.csv", b"1")
    assert not settling.is_complete(path)
    for number in range(2, 5):
        clock.time += 2 * QUIET
        written(path, b"1" * number)
        assert not settling.is_complete(path)
    clock.time += 2 * QUIET
    assert settling.is_complete(path)


def test_what_lay_there_for_long_is_complete_at_once(tmp_path: Path) -> None:
    path = written(tmp_path / "layers.ipynb", WHOLE)
    assert Settling(10, Clock(), lambda: 4e9).is_complete(path)


def test_a_file_that_a_process_has_open_for_writing_is_not_complete(
    tmp_path: Path, settling: Settling, clock: Clock
) -> None:
    path = tmp_path / "layers.ipynb"
    with path.open("wb") as file:
        file.write(WHOLE)
        file.flush()
        assert is_open_for_writing(path)
        settling.is_complete(path)
        clock.time += 2 * PATIENCE
        assert not settling.is_complete(path)
    assert settling.is_complete(path)


def test_reading_a_file_is_not_writing_it(tmp_path: Path) -> None:
    path = written(tmp_path / "layers.ipynb", WHOLE)
    with path.open("rb"):
        assert not is_open_for_writing(path)
    assert not is_open_for_writing(tmp_path / "missing.ipynb")


def cut_off_zip() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("layers.ipynb", WHOLE)
    return data.getvalue()[:-10]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("layers.ipynb", WHOLE[:-1]),
        ("layers.ipynb", b""),
        ("work.zip", cut_off_zip()),
        ("a.csv", b""),
    ],
)
def test_a_file_that_is_cut_off_is_taken_for_a_broken_one_after_a_longer_rest(
    tmp_path: Path, settling: Settling, clock: Clock, name: str, data: bytes
) -> None:
    path = written(tmp_path / name, data)
    settling.is_complete(path)
    clock.time += PATIENCE - 1
    assert not settling.is_complete(path)
    clock.time += 1
    assert settling.is_complete(path)


def test_a_pause_in_the_middle_is_no_end(tmp_path: Path, settling: Settling, clock: Clock) -> None:
    path = written(tmp_path / "layers.ipynb", WHOLE[:5])
    settling.is_complete(path)
    clock.time += PATIENCE - 1
    assert not settling.is_complete(path)
    written(path, WHOLE)
    assert not settling.is_complete(path)
    clock.time += 2 * QUIET
    assert settling.is_complete(path)


def test_there_is_nothing_to_wait_for_in_what_is_gone_or_is_no_file(
    tmp_path: Path, settling: Settling, clock: Clock
) -> None:
    link = tmp_path / "link.ipynb"
    link.symlink_to(tmp_path / "nowhere")
    settling.is_complete(link)
    clock.time += 2 * QUIET
    assert settling.is_complete(link)
    assert settling.is_complete(tmp_path / "missing.ipynb")
