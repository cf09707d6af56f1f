"""Attacks on collecting with a zip: it costs little, and the other hand-ins are collected."""

import time
from pathlib import Path

import pytest
from collecting import inner, note_about, stored, zipped
from hostile_zips import BOMBS, BROKEN

from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions import handin
from grader.submissions.collect import Collection, collect

MB = 1024 * 1024


@pytest.fixture
def module(fresh_term: Course) -> Module:
    return fresh_term.manifest.module("layers")


def among(
    course: Course, module: Module, work: bytes, tmp_path: Path, hostile: bytes
) -> Collection:
    """What becomes of a hostile zip of eve's between two honest hand-ins."""
    files = {
        "ada_1_2_layers.ipynb": work,
        "eve_9_1_work.zip": hostile,
        "zoe_3_4_layers.ipynb": work,
    }
    return collect(course, module, zipped(tmp_path / "in.zip", files))


@pytest.mark.parametrize("zip_name", BROKEN)
def test_cannot_stop_collecting_with_a_zip(
    zip_name: str, fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    make, why = BROKEN[zip_name]
    result = among(fresh_term, module, work, tmp_path, make())
    assert (result.collected, result.refused) == (["ada", "zoe"], ["eve"])
    assert stored(fresh_term, module) == {"ada": work, "zoe": work}
    assert why in note_about(result, "eve: cannot be graded")
    assert (fresh_term.submitted("eve", module) / "problem.txt").is_file()


@pytest.mark.parametrize("bomb", BOMBS)
def test_cannot_fill_memory_or_disk_with_a_zip(
    bomb: str,
    fresh_term: Course,
    module: Module,
    work: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unpacked = []
    real = handin.HandIn._bytes

    def count(self: handin.HandIn, entry: object, most: int) -> bytes:
        content = real(self, entry, most)  # type: ignore[arg-type]
        unpacked.append(len(content))
        return content

    monkeypatch.setattr(handin.HandIn, "_bytes", count)
    hostile = BOMBS[bomb]()
    begin = time.process_time()
    result = among(fresh_term, module, work, tmp_path, hostile)
    assert set(result.collected) >= {"ada", "zoe"}
    assert {"ada": work, "zoe": work}.items() <= stored(fresh_term, module).items()
    assert sum(unpacked) < 75 * MB
    assert max(unpacked) <= 10 * MB
    assert time.process_time() - begin < 30
    kept = [path for path in fresh_term.folder.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in kept) < 20 * MB


def test_cannot_make_students_of_the_files_in_a_zip(
    fresh_term: Course, module: Module, work: bytes, tmp_path: Path
) -> None:
    hostile = inner(tmp_path, {f"s{number}_{number}_1_layers.ipynb": work for number in range(200)})
    result = among(fresh_term, module, work, tmp_path, hostile)
    assert fresh_term.students(module) == ["ada", "eve", "zoe"]
    assert len([note for note in result.notes if "eve" in note]) < 10
