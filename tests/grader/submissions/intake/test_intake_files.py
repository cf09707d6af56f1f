"""Files beside the notebook: those that the manifest lists are read, up to a limit."""

import os
from pathlib import Path

import pytest
from handed import taken
from kit import hand_in, small_course
from nbformat.notebooknode import NotebookNode

from grader.course.term import Course
from grader.submissions.intake import read_contents


@pytest.fixture
def with_files(tmp_path: Path, book: NotebookNode) -> Course:
    """A course whose module lets two files in, and a submission to it."""
    course, module = small_course(
        tmp_path / "files", book, points={"answer": 2}, files=["data.csv", "plot.png"]
    )
    hand_in(course, module, "ada", book)
    return course


def beside(course: Course, name: str) -> Path:
    return course.submitted("ada", course.manifest.modules[0]) / name


def test_files_that_the_manifest_names_go_in_and_no_others(with_files: Course) -> None:
    for name in ("data.csv", "numpy.py", "other.csv", "timestamp.txt"):
        beside(with_files, name).write_bytes(b"1,2")
    found = taken(with_files)
    assert found.files == {"data.csv": b"1,2"}


def test_a_changed_file_is_a_changed_submission(with_files: Course) -> None:
    module = with_files.manifest.modules[0]
    seen = {read_contents(with_files, "ada", module).fingerprint}
    for content in (b"1", b"2"):
        beside(with_files, "data.csv").write_bytes(content)
        seen.add(read_contents(with_files, "ada", module).fingerprint)
    assert len(seen) == 3


def test_cannot_hand_in_a_link_as_a_file(with_files: Course, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    beside(with_files, "data.csv").symlink_to(secret)
    os.link(secret, beside(with_files, "plot.png"))
    found = taken(with_files)
    assert found.files == {}
    assert [note.split(":")[0] for note in found.notes] == [
        "data.csv is left out",
        "plot.png is left out",
    ]


def test_cannot_hand_in_more_than_the_limit_in_files(with_files: Course) -> None:
    for name in ("data.csv", "plot.png"):
        beside(with_files, name).write_bytes(b"x" * 3 * 1024 * 1024)
    found = taken(with_files)
    assert list(found.files) == ["data.csv"]
    assert found.notes == ["plot.png is left out: the files have more than 5 MB in all"]
