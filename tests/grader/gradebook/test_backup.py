"""A backup holds the whole term, and one that is not whole is recognised."""

import os
import sqlite3
import zipfile
from pathlib import Path

import pytest

from grader.course.errors import CourseError
from grader.course.term import Course
from grader.gradebook.backup import GRADEBOOK, MANIFEST, back_up, check, opened


@pytest.fixture
def course(fresh_term: Course) -> Course:
    """A term with a submission, an empty folder and a private file."""
    folder = fresh_term.folder
    (folder / "submitted" / "Zoë" / "03_layers").mkdir(parents=True)
    (folder / "submitted" / "Zoë" / "03_layers" / "layers.ipynb").write_bytes(b"{}\n" * 1000)
    (folder / "submitted" / "ben" / "03_layers").mkdir(parents=True)
    (folder / "seed").chmod(0o600)
    return fresh_term


@pytest.fixture
def path(course: Course, tmp_path: Path) -> Path:
    path = tmp_path / "disk" / "term.zip"
    back_up(course, path)
    return path


def test_it_holds_every_file_and_only_its_owner_may_read_it(course: Course, path: Path) -> None:
    assert path.stat().st_mode & 0o777 == 0o600
    found = check(path)
    there = {
        each.relative_to(course.folder).as_posix()
        for each in course.folder.rglob("*")
        if each.is_file() and not each.name.endswith(".lock")
    }
    assert set(found.files) == there
    assert "submitted/ben/03_layers" in found.folders
    assert found.files["seed"].mode == 0o600
    assert list(path.parent.iterdir()) == [path]  # nothing is left beside it


def test_the_gradebook_is_whole_while_another_process_writes(
    course: Course, tmp_path: Path
) -> None:
    with sqlite3.connect(course.folder / GRADEBOOK) as writer:
        writer.execute("insert into student (id) values ('half')")  # not committed
        back_up(course, tmp_path / "term.zip")
    with opened(tmp_path / "term.zip", tmp_path / "term.zip") as (archive, _):
        archive.extract(GRADEBOOK, tmp_path)
    copy = sqlite3.connect(tmp_path / GRADEBOOK)
    assert copy.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert copy.execute("select count(*) from student where id = 'half'").fetchall() == [(0,)]
    assert copy.execute("select count(*) from assignment").fetchone()[0] > 0
    copy.close()


def test_links_are_named_and_not_followed(course: Course, tmp_path: Path) -> None:
    (course.folder / "submitted" / "ben" / "03_layers" / "layers.ipynb").symlink_to("/etc/passwd")
    written = back_up(course, tmp_path / "term.zip")
    assert written.left_out == ["submitted/ben/03_layers/layers.ipynb is not a plain file"]
    assert "submitted/ben/03_layers/layers.ipynb" not in written.manifest.files


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.999])
def test_a_part_of_a_file_is_recognised(path: Path, part: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    with pytest.raises(CourseError, match=r"term\.zip is not a backup, or is incomplete"):
        check(path)


def test_a_changed_byte_is_recognised(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("seed").header_offset
    data = bytearray(path.read_bytes())
    data[start + 30 + len("seed") + 20 + 4] ^= 0xFF  # in what is stored of it
    path.write_bytes(data)
    with pytest.raises(CourseError, match=r"term\.zip is damaged: seed"):
        check(path)


def test_a_file_that_was_exchanged_is_recognised(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["seed"] = b"1\n"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    with pytest.raises(CourseError, match="damaged: seed is not what was backed up"):
        check(path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ((b'"seed"', b'"../seed"'), "names a file outside of the term"),
        ((b'"format": 1', b'"format": 9'), "has format 9, not 1"),
        ((b'"course"', b'"curse"'), "not a backup: no valid manifest"),
    ],
)
def test_a_manifest_that_is_not_ours_is_refused(
    path: Path, change: tuple[bytes, bytes], message: str
) -> None:
    with zipfile.ZipFile(path) as archive:
        text = archive.read(MANIFEST)
    assert text.count(change[0]) == 1
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(MANIFEST, text.replace(*change))
    with pytest.raises(CourseError, match=message):
        check(path)


def test_an_existing_file_and_a_place_in_the_term_are_refused(course: Course, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(CourseError, match="exists: choose another name"):
        back_up(course, path)
    assert path.read_bytes() == before
    back_up(course, path, force=True)
    with pytest.raises(CourseError, match="is in the term itself"):
        back_up(course, course.folder / "backup.zip")
    with pytest.raises(CourseError, match="no term with a gradebook"):
        back_up(Course(course.root, path.parent / "none"), path.parent / "other.zip")


def test_a_damaged_gradebook_makes_no_backup(course: Course, tmp_path: Path) -> None:
    file = course.folder / GRADEBOOK
    data = bytearray(file.read_bytes())
    data[4096:8192] = os.urandom(4096)
    file.write_bytes(data)
    with pytest.raises(CourseError, match=r"gradebook.*(damaged|malformed)"):
        back_up(course, tmp_path / "disk" / "term.zip")
    assert list((tmp_path / "disk").iterdir()) == []
