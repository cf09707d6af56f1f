"""Attacks on collecting: each ends in a row of the attacker, and no other work changes."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from collecting import LATER, NOON, Files, inner, note_about, stamp, stored, zipped

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.grades import csv_text
from grader.grading.batch import grade
from grader.submissions.collect import collect

EARLY = (2026, 11, 1, 0, 0, 0)
MB = 1024 * 1024


@pytest.fixture
def module(fresh_term: Course) -> Module:
    return fresh_term.manifest.module("layers")


CANVAS = "ada_4711_90210_layers.ipynb"
MOODLE = "Ada_815_assignsubmission_file_/layers.ipynb"
# A zip of eve's with files named as another's: (the download's honest file, eve's, what lies in
# eve's zip).
OTHERS: dict[str, tuple[str, str, str]] = {
    "canvas": (CANVAS, "eve_9_1_work.zip", CANVAS),
    "canvas_with_another_number": (CANVAS, "eve_9_1_work.zip", "ada_1_2_layers.ipynb"),
    "canvas_in_a_folder": (CANVAS, "eve_9_1_work.zip", "ada/layers.ipynb"),
    "canvas_that_leads_away": (CANVAS, "eve_9_1_work.zip", f"../{CANVAS}"),
    "moodle": (MOODLE, "Eve_9_assignsubmission_file_/work.zip", MOODLE),
    "moodle_flat": (
        MOODLE,
        "Eve_9_assignsubmission_file_work.zip",
        "Ada_815_assignsubmission_file_layers.ipynb",
    ),
    "a_folder": ("ada/layers.ipynb", "eve/work.zip", "submitted/ada/layers.ipynb"),
    "a_flat_name": ("ada_layers.ipynb", "eve_layers.zip", "ada_layers.ipynb"),
}


@pytest.mark.parametrize("platform", OTHERS)
def test_cannot_replace_another_s_work_from_within_a_zip(
    platform: str, fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    honest, hers, within = OTHERS[platform]
    forged = inner(tmp_path, {within: work + b"\n"}, {within: LATER})
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", {honest: work, hers: forged}))
    found = {student.lower(): content for student, content in stored(fresh_term, module).items()}
    assert found == {"ada": work, "eve": work + b"\n"}
    assert len(result.collected) == 2


@pytest.mark.parametrize("as_folder", [False, True])
@pytest.mark.parametrize(
    ("honest", "forged"),
    [
        (MOODLE, f"Eve_9_assignsubmission_file_/{MOODLE}"),
        (MOODLE, f"Eve_9_assignsubmission_file_{MOODLE.replace('/', '')}"),
        (CANVAS, f"eve_9_1_{CANVAS}"),
        (MOODLE, f"Eve_9_assignsubmission_file_/{CANVAS}"),
        ("ada/layers.ipynb", f"eve/{CANVAS}"),
    ],
)
def test_cannot_be_collected_as_another_by_a_file_s_name(
    as_folder: bool,
    honest: str,
    forged: str,
    fresh_term: Course,
    module: Module,
    work: bytes,
    tmp_path: Path,
) -> None:
    files = {honest: work, forged: work + b"\n"}
    collect(fresh_term, module, download(tmp_path, files, as_folder))
    found = {student.lower(): content for student, content in stored(fresh_term, module).items()}
    assert found == {"ada": work, "eve": work + b"\n"}


def download(tmp_path: Path, files: Files, as_folder: bool) -> Path:
    if not as_folder:
        return zipped(tmp_path / "in.zip", files)
    for name, content in files.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "in"


def test_cannot_take_a_namesake_s_folder_in_a_later_download(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    collect(
        fresh_term,
        module,
        zipped(tmp_path / "a.zip", {"Kim_1_assignsubmission_file_/layers.ipynb": work}),
    )
    second = {"Kim_2_assignsubmission_file_/layers.ipynb": work + b"\n"}
    result = collect(
        fresh_term, module, zipped(tmp_path / "b.zip", second, dict.fromkeys(second, LATER))
    )
    assert stored(fresh_term, module) == {"Kim": work, "Kim-2": work + b"\n"}
    assert "not the only one called 'Kim'" in note_about(result, "Kim-2")


def test_cannot_replace_work_by_a_name_that_can_be_read_in_two_ways(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    """Eve, where Canvas lets her choose it, is called ada_4711_90300_x; her number is 9."""
    files = {CANVAS: work, "ada_4711_90300_x_9_90301_layers.ipynb": b"{}"}
    collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    assert stored(fresh_term, module) == {"ada": work}


def test_cannot_make_one_folder_pass_for_a_download(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    with pytest.raises(CourseError, match="has only the folder 'downloads'"):
        collect(fresh_term, module, zipped(tmp_path / "in.zip", {f"downloads/{CANVAS}": work}))
    assert stored(fresh_term, module) == {}


def test_cannot_be_in_time_by_a_date_in_a_zip(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    name = "eve_LATE_9_1_work.zip"
    forged = inner(tmp_path, {"eve_9_1_layers.ipynb": work}, {"eve_9_1_layers.ipynb": EARLY})
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", {name: forged}))
    assert (
        stamp(fresh_term, module, "eve") == f"{datetime(*NOON).astimezone(UTC):%Y-%m-%d %H:%M:%S}"
    )
    assert note_about(result, "late") == "eve: late, according to the platform"


def test_cannot_be_in_time_by_a_file_s_date_in_a_shared_folder(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that belongs to another account than the folder and who collects: to a student."""
    monkeypatch.setattr("grader.submissions.upload._own_accounts", lambda handle: set())
    begin = datetime.now(UTC).replace(microsecond=0)
    path = download(tmp_path, {"eve/layers.ipynb": work}, as_folder=True) / "eve" / "layers.ipynb"
    os.utime(path, (1, 1))
    collect(fresh_term, module, tmp_path / "in")
    assert datetime.fromisoformat(stamp(fresh_term, module, "eve")).replace(tzinfo=UTC) >= begin


def test_of_one_s_own_files_in_a_zip_the_newest_is_taken(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    """A whole student edition, which has the given notebook beside the student's own."""
    files = {
        "given/03_layers/layers.ipynb": b"{}",
        "modules/03_layers/layers.ipynb": work,
        "tinytorch/x.py": b"",
    }
    edition = inner(tmp_path, files, {"given/03_layers/layers.ipynb": EARLY})
    collect(fresh_term, module, zipped(tmp_path / "in.zip", {"ada_1_2_edition.zip": edition}))
    assert stored(fresh_term, module) == {"ada": work}


def test_cannot_fill_the_terminal(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    files = {f"eve_9_{number}_{'x' * 240}{number}.py": b"" for number in range(500)} | {
        "ada_1_2_layers.ipynb": work
    }
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    assert len(result.notes) < 10
    assert all(len(note) < 400 and note.isprintable() for note in result.notes)


# A path in a folder that is given to collect, made hostile.
STRANGE: dict[str, Callable[[Path, Path], object]] = {
    "a_link_to_the_source": lambda path, source: path.symlink_to(source),
    "a_link_as_folder": lambda path, source: (
        path.parent.rmdir() or path.parent.symlink_to(source.parent)
    ),
    "a_link_to_another_s_folder": lambda path, source: (
        path.parent.rmdir() or path.parent.symlink_to("ada")
    ),
    "a_link_in_a_circle": lambda path, source: path.symlink_to(path.name),
    "a_dangling_link": lambda path, source: path.symlink_to("nowhere"),
    "a_device": lambda path, source: path.symlink_to("/dev/zero"),
    "a_pipe": lambda path, source: os.mkfifo(path),
    "a_hard_link": lambda path, source: os.link(
        path.parent.parent / "ada" / "layers.ipynb.orig", path
    ),
    "a_sparse_file": lambda path, source: (
        os.truncate(path, 50_000_000_000) if not path.touch() else None
    ),
    "a_deep_tree": lambda path, source: deep_tree(path.parent),
    "a_zip_that_is_a_pipe": lambda path, source: os.mkfifo(path.with_suffix(".zip")),
    "a_zip_that_is_a_link": lambda path, source: path.with_suffix(".zip").symlink_to("/dev/zero"),
}


def deep_tree(folder: Path) -> None:
    here = os.getcwd()
    os.chdir(folder)
    try:
        for _ in range(60):
            os.mkdir("d")
            os.chdir("d")
    finally:
        os.chdir(here)


@pytest.mark.skipif(sys.platform != "linux", reason="made for a system with devices and links")
@pytest.mark.parametrize("attack", STRANGE)
def test_cannot_reach_out_of_a_folder(
    attack: str, fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    folder = download(
        tmp_path, {"ada/layers.ipynb": work, "ada/layers.ipynb.orig": b"{}"}, as_folder=True
    )
    (folder / "eve").mkdir()
    STRANGE[attack](folder / "eve" / "layers.ipynb", fresh_term.source(module))
    result = collect(fresh_term, module, folder)
    assert stored(fresh_term, module) == {"ada": work}
    assert (result.collected, result.refused) == (["ada"], ["eve"])
    assert note_about(result, "eve: cannot be graded")


UNGRADED: Files = {
    "web_1_2_text.html": b"<html>my answer</html>",
    "page_3_4_layers.html": b"<html>",
    "wrong_5_6_layers.py": b"x = 1",
    "large_7_8_layers.ipynb": b"0" * (11 * MB),
    "other_9_10_tensor.ipynb": b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}',
    "broken_11_12_work.zip": b"no zip",
}


def test_who_cannot_be_graded_has_a_row_and_a_reason(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    names = sorted(name.split("_")[0] for name in UNGRADED)
    files = {name.replace("web_1_2", "web_1"): content for name, content in UNGRADED.items()}
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    assert result.refused == fresh_term.students(module) == names
    grade(fresh_term, module, names, report=lambda outcome: None)
    with fresh_term.gradebook() as gradebook:
        lines = csv_text(gradebook, fresh_term).splitlines()
    for name in names:
        (line,) = (line for line in lines if f",{name}," in line and line.startswith(module.id))
        assert ",0.0,100.0,False,unreadable," in line
    again = collect(fresh_term, module, tmp_path / "in.zip")
    assert (again.refused, again.unchanged) == ([], names)
    better = zipped(tmp_path / "b.zip", {"wrong_5_6_layers.ipynb": work})
    assert collect(fresh_term, module, better).collected == ["wrong"]
    assert not (fresh_term.submitted("wrong", module) / "problem.txt").exists()
    worse = collect(fresh_term, module, tmp_path / "in.zip")
    assert "the notebook that was collected before is kept" in note_about(
        worse, "wrong: the notebook"
    )
    assert stored(fresh_term, module) == {"wrong": work}


@pytest.mark.parametrize("ending", [".ipynb.txt", ".json", ".IPYNB", ".ipynb.json"])
def test_a_notebook_whose_ending_a_browser_has_changed_is_taken(
    ending: str, fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    collect(fresh_term, module, zipped(tmp_path / "in.zip", {f"ada_1_2_layers{ending}": work}))
    assert stored(fresh_term, module) == {"ada": work}


def test_other_modules_folders_are_passed_over(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    files = {
        "submitted/ada/03_layers/layers.ipynb": work,
        "submitted/ben/02_activations/activations.ipynb": b"{}",
    }
    result = collect(fresh_term, module, zipped(tmp_path / "in.zip", files))
    assert (result.collected, result.refused, result.notes) == (["ada"], [], [])
