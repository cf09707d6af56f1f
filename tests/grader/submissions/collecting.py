"""What the tests of collecting make downloads with, and look at."""

import zipfile
from pathlib import Path

import pytest

from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.collect import Collection

Files = dict[str, bytes]
NOON = (2026, 11, 24, 12, 0, 0)
LATER = (2026, 11, 24, 18, 0, 0)


def zipped(path: Path, files: Files, times: dict[str, tuple[int, ...]] | None = None) -> Path:
    """A zip of `files`, written at noon if `times` does not say otherwise."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            moment = (times or {}).get(name, NOON)
            archive.writestr(zipfile.ZipInfo(name, moment), content, zipfile.ZIP_DEFLATED)  # type: ignore[arg-type]
    return path


def inner(tmp_path: Path, files: Files, times: dict[str, tuple[int, ...]] | None = None) -> bytes:
    """The bytes of a zip that a student hands in."""
    return zipped(tmp_path / "inner.zip", files, times).read_bytes()


def stored(course: Course, module: Module) -> dict[str, bytes]:
    """student -> the notebook that was collected of them."""
    paths = {
        each: course.submitted(each, module) / f"{module.name}.ipynb"
        for each in course.students(module)
    }
    return {student: path.read_bytes() for student, path in paths.items() if path.exists()}


def stamp(course: Course, module: Module, student: str) -> str:
    return (course.submitted(student, module) / "timestamp.txt").read_text(encoding="utf-8")


def note_about(result: Collection, what: str) -> str:
    """The one note that has `what` in it."""
    found = [note for note in result.notes if what in note]
    if len(found) != 1:
        pytest.fail(f"{len(found)} notes about {what!r}: {result.notes}")
    return found[0]
