"""Collecting: folders and zips of Canvas and Moodle, each student once, with hostile names."""

import io
import os
import time
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nbformat
import pytest
from collecting import LATER, NOON, note_about, stored, zipped
from kit import code, notebook

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.collect import Collection, collect
from workbench.receipt import receipt_text


@pytest.fixture
def module(fresh_term: Course) -> Module:
    return fresh_term.manifest.module("layers")


def test_a_zip_of_canvas(fresh_term: Course, module: Module, work: bytes, tmp_path: Path) -> None:
    files = {
        "lovelaceada_4711_90210_layers.ipynb": work,
        "hopperben_LATE_4712_90211_layers-1.ipynb": work + b"\n",
        "curiecara_4713_90212_layers (1).ipynb": work + b"\n\n",
    }
    result = collect(fresh_term, module, zipped(tmp_path / "submissions.zip", files))
    assert result.collected == ["curiecara", "hopperben", "lovelaceada"]
    assert sorted(stored(fresh_term, module).values()) == sorted(files.values())
    assert note_about(result, "late") == "hopperben: late, according to the platform"


@pytest.mark.parametrize("between", ["/", ""])
def test_a_zip_of_moodle_with_and_without_folders(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path, between: str
) -> None:
    name = f"Zoë Müller_815_assignsubmission_file_{between}layers.ipynb"
    result = collect(fresh_term, module, zipped(tmp_path / "moodle.zip", {name: work}))
    assert result.collected == ["Zoë Müller"]
    assert stored(fresh_term, module) == {"Zoë Müller": work}


def test_folders_one_for_each_student_and_nbgrader_s_own(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    for name in (
        "zoe/layers.ipynb",
        "ada/03_layers/layers.ipynb",
        "submitted/ben/03_layers/layers.ipynb",
    ):
        (tmp_path / "in" / name).parent.mkdir(parents=True)
        (tmp_path / "in" / name).write_bytes(work)
    (tmp_path / "in" / "cara_layers.ipynb").write_bytes(work)
    result = collect(fresh_term, module, tmp_path / "in")
    assert result.collected == ["ada", "ben", "cara", "zoe"]


def test_a_pattern_of_one_s_own(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    source = zipped(tmp_path / "other.zip", {"Attempt 3, s1234567, final.ipynb": work})
    pattern = r"Attempt \d+, (?P<student_id>s\d+), (?P<file_id>.+)"
    assert collect(fresh_term, module, source, pattern).collected == ["s1234567"]
    with pytest.raises(CourseError, match="needs the groups"):
        collect(fresh_term, module, source, r"(?P<student_id>.+)")
    with pytest.raises(CourseError, match="not a valid regular expression"):
        collect(fresh_term, module, source, r"(")


def test_the_newest_of_several_files_is_taken_and_the_others_are_named(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    files = {
        "ada_1_10_layers.ipynb": b"{}",
        "ada_1_11_layers-1.ipynb": work,
        "ada_1_12_tensor.ipynb": b"{}",
    }
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    assert stored(fresh_term, module) == {"ada": work}
    assert (
        "'ada_1_11_layers-1.ipynb' is used as the newest; not used: 'ada_1_10_layers.ipynb'"
        in note_about(result, "newest")
    )
    assert "it is not the notebook of 03_layers" in note_about(result, "tensor")


def test_people_of_one_name_are_told_apart(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    files = {"kim_1_10_layers.ipynb": work, "kim_2_11_layers.ipynb": work + b"\n"}
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    assert result.collected == ["kim-1", "kim-2"]
    assert "not the only one called 'kim'" in note_about(result, "kim-1")


def test_a_notebook_under_any_name_is_known_by_its_cells(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    files = {
        "ada/homework final.ipynb": work,
        "ben/notes.ipynb": nbformat.writes(notebook(code("x"))).encode(),
    }
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    assert stored(fresh_term, module) == {"ada": work}
    assert result.refused == ["ben"]
    assert "'ben/notes.ipynb': it is not the notebook of 03_layers" in note_about(result, "ben")


def test_collecting_again_brings_only_what_is_new_and_never_what_is_older(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    newer = work + b"\n"
    source = zipped(tmp_path / "a.zip", {"ada/layers.ipynb": work, "ben/layers.ipynb": work})
    collect(fresh_term, module, source)
    again = collect(fresh_term, module, source)
    assert (again.collected, again.unchanged) == ([], ["ada", "ben"])
    second = zipped(tmp_path / "b.zip", {"ada/layers.ipynb": newer}, {"ada/layers.ipynb": LATER})
    assert collect(fresh_term, module, second).collected == ["ada"]
    assert stored(fresh_term, module) == {"ada": newer, "ben": work}
    third = collect(fresh_term, module, source)
    assert third.collected == []
    assert "older than what was collected before" in note_about(third, "ada")
    assert stored(fresh_term, module)["ada"] == newer


def test_the_time_is_the_platform_s_whatever_a_student_hands_in(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    files = {"ada/layers.ipynb": work, "ada/timestamp.txt": b"2001-01-01 00:00:00 UTC"}
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    stamp = (fresh_term.submitted("ada", module) / "timestamp.txt").read_text(encoding="utf-8")
    assert datetime.fromisoformat(stamp).replace(tzinfo=UTC) == datetime(*NOON).astimezone()
    assert "timestamp.txt" in note_about(result, "not a notebook")


def test_the_time_of_a_file_in_a_folder_is_the_file_system_s(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "in" / "ada" / "layers.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes(work)
    an_hour_ago = time.time() - 3600
    os.utime(path, (an_hour_ago, an_hour_ago))
    collect(fresh_term, module, tmp_path / "in")
    stamp = (fresh_term.submitted("ada", module) / "timestamp.txt").read_text(encoding="utf-8")
    then = datetime.fromtimestamp(an_hour_ago, UTC)
    assert abs(datetime.fromisoformat(stamp).replace(tzinfo=UTC) - then) < timedelta(seconds=2)


@pytest.mark.parametrize(
    "name",
    [
        "../../evil/layers.ipynb",
        "/evil/layers.ipynb",
        "ada/../../layers.ipynb",
        "C:\\evil\\layers.ipynb",
    ],
)
def test_a_path_that_leaves_the_folder_is_left_out(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path, name: str
) -> None:
    result = collect(
        fresh_term, module, zipped(tmp_path / "in.zip", {name: work, "ben/layers.ipynb": work})
    )
    assert (result.collected, result.refused) == (["ben"], [])
    assert "its path leads out of the folder" in note_about(
        result, "evil" if "evil" in name else ".."
    )
    assert not list(tmp_path.rglob("evil"))


@pytest.mark.parametrize("name", ["*ada?[x]", "a+b", "{0}", ".hidden", "con|pipe"])
def test_a_name_that_is_no_folder_s_is_mended(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path, name: str
) -> None:
    result = collect(
        fresh_term, module, zipped(tmp_path / "in.zip", {f"{name}/layers.ipynb": work})
    )
    (student,) = result.collected
    assert not set("*?[]+{}|").intersection(student)
    assert stored(fresh_term, module) == {student: work}


def test_a_zip_bomb_is_left_out_without_being_unpacked(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    files = {"ada/layers.ipynb": b"0" * (300 * 1024 * 1024), "ben/layers.ipynb": work}
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    assert result.collected == ["ben"]
    assert "larger than 10 MB; ask for it without outputs" in note_about(result, "ada")


def test_a_zip_of_a_student_s_is_looked_into_once(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    inner = zipped(tmp_path / "inner.zip", {"layers.ipynb": work}).read_bytes()
    deep = zipped(tmp_path / "deep.zip", {"again.zip": inner}).read_bytes()
    files = {"ada/work.zip": inner, "ben/work.zip": deep, "cara/work.zip": b"no zip"}
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    assert result.collected == ["ada"]
    assert "no notebook" in note_about(result, "ben")
    assert "a zip that cannot be read" in note_about(result, "cara")


def test_a_damaged_or_encrypted_entry_is_left_out(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    path = zipped(tmp_path / "in.zip", {"ada/layers.ipynb": work, "ben/layers.ipynb": work})
    content = bytearray(path.read_bytes())
    content[200:260] = bytes(60)
    path.write_bytes(content)
    result = collect(fresh_term, module, path)
    assert result.collected == ["ben"]
    assert "cannot be unpacked" in note_about(result, "ada")


def test_names_of_other_systems_and_what_they_add(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    files = {
        "Zoe\u0308/layers.ipynb": work,  # as macOS writes an e with two dots
        "__MACOSX/Zoe\u0308/._layers.ipynb": b"\x00",
        "Zoe\u0308/.ipynb_checkpoints/layers-checkpoint.ipynb": b"{}",
    }
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    assert (result.collected, result.notes) == (["Zo\u00eb"], [])


def test_a_name_in_utf_8_that_the_zip_does_not_tell_of(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    plain = "Zo\u00eb/layers.ipynb".encode()
    path = zipped(tmp_path / "in.zip", {"ZoXX/layers.ipynb": work})
    path.write_bytes(path.read_bytes().replace(b"ZoXX/layers.ipynb", plain))
    assert collect(fresh_term, module, path).collected == ["Zo\u00eb"]


def test_a_link_is_left_out(fresh_term: Course, module: Module, tmp_path: Path) -> None:
    (tmp_path / "in" / "ada").mkdir(parents=True)
    (tmp_path / "in" / "ada" / "layers.ipynb").symlink_to("/etc/hostname")
    result = collect(fresh_term, module, tmp_path / "in")
    assert result.collected == []
    assert "a link" in note_about(result, "ada")


def test_a_receipt_is_checked_against_the_file(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    right = receipt_text(module.id, "layers.ipynb", work, "now", []).encode()
    files = {
        "ada/layers.ipynb": work, "ada/layers-receipt.txt": right,
        "ben/layers.ipynb": work + b"\n", "ben/layers-receipt.txt": right,
    }  # fmt: skip
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    assert result.notes == [
        "ada: the receipt matches this file",
        "ben: the receipt does not match this file",
    ]


def test_what_is_no_zip_and_what_is_not_there(
    fresh_term: Course, module: Module, tmp_path: Path
) -> None:
    (tmp_path / "in.zip").write_bytes(b"no zip")
    with pytest.raises(CourseError, match="neither a folder nor a zip"):
        collect(fresh_term, module, tmp_path / "in.zip")
    with pytest.raises(CourseError, match="nowhere does not exist"):
        collect(fresh_term, module, tmp_path / "nowhere")


def test_an_empty_zip_collects_nothing(fresh_term: Course, module: Module, tmp_path: Path) -> None:
    path = tmp_path / "in.zip"
    path.write_bytes(b"")
    with zipfile.ZipFile(path, "w"):
        pass
    assert collect(fresh_term, module, path) == Collection()
    assert not list(fresh_term.folder.glob(".collecting*"))
    assert io.BytesIO(path.read_bytes()).read(2) == b"PK"


def test_what_a_pattern_leaves_out_is_one_line(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    folder = tmp_path / "layers-submissions" / "layers-ada"
    for part in ("modules", "given"):
        (folder / part / "03_layers").mkdir(parents=True)
        (folder / part / "03_layers" / "layers.ipynb").write_bytes(work)
    (folder / "Makefile").touch()
    pattern = r"layers-(?P<student_id>[^/]+)/modules/03_layers/(?P<file_id>layers\.ipynb)"
    result = collect(fresh_term, module, folder.parent, pattern)
    assert result.collected == ["ada"]
    assert result.notes == [
        "left out: what the pattern does not match, such as 'layers-ada/Makefile'"
    ]
