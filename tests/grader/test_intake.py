"""Intake: what cannot be graded is refused with a line that says why, and everything else is let through."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from kit import cell_of, code, graded, hand_in, notebook, small_course, solution, write_notebook
from nbformat import v3
from nbformat.notebooknode import NotebookNode

from grader.course import Course
from grader.intake import Refusal, fingerprint, refuse
from grader.manifest import Module
from grader.verdict import Verdict


@pytest.fixture
def book() -> NotebookNode:
    return notebook(solution("answer"), graded("test-answer", 2), code("print(answer)"))


@pytest.fixture
def course(tmp_path: Path, book: NotebookNode) -> Course:
    return small_course(tmp_path, book, points={"answer": 2})[0]


@pytest.fixture
def module(course: Course) -> Module:
    return course.manifest.modules[0]


@pytest.fixture
def path(course: Course, module: Module, book: NotebookNode) -> Path:
    return hand_in(course, module, "ada", book)


def refused(course: Course) -> Refusal:
    found = refuse(course, "ada", course.manifest.modules[0])
    assert found is not None, "it was let through"
    assert "\n" not in found.note
    return found


def test_a_sound_notebook_is_let_through(course: Course, module: Module, path: Path) -> None:
    assert path.is_file()
    assert refuse(course, "ada", module) is None


def test_nothing_there_is_missing(course: Course, path: Path) -> None:
    path.unlink()
    assert refused(course) == Refusal(Verdict.MISSING, "small.ipynb is missing")


def test_a_wrong_name_is_named(course: Course, path: Path) -> None:
    path.rename(path.with_name("small-final (2).ipynb"))
    found = refused(course)
    assert found.verdict == Verdict.MISSING
    assert "'small-final (2).ipynb'" in found.note
    assert "rename it to small.ipynb" in found.note


BROKEN: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "not a notebook"),
    "text": (b"def linear(): pass", "not a notebook"),
    "cut off": (b'{"cells": [{"cell_type": "code"', "not a notebook"),
    "a web page": (b"<!DOCTYPE html><html></html>", "not a notebook"),
    "too deep": (b"[" * 100_000, "not a notebook"),
    "a list": (b"[1, 2]", "JSON, but not a notebook"),
    "a number": (b"7", "JSON, but not a notebook"),
    "other JSON": (b'{"name": "layers"}', "JSON, but not a notebook"),
    "not UTF-8": ('{"cells": "Schön"}'.encode("latin-1"), "not UTF-8"),
    "UTF-16": ('{"cells": []}'.encode("utf-16"), "not UTF-8"),
}


@pytest.mark.parametrize(("content", "why"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_notebook_is_unreadable(course: Course, path: Path, content: bytes, why: str) -> None:
    path.write_bytes(content)
    found = refused(course)
    assert found.verdict == Verdict.UNREADABLE
    assert found.note.startswith("small.ipynb ")
    assert why in found.note


def cells_for_text(content: dict[str, Any]) -> None:
    content["cells"] = "none"


def numbers_for_cells(content: dict[str, Any]) -> None:
    content["cells"] = [1, 2]


def unknown_cell_type(content: dict[str, Any]) -> None:
    content["cells"][0]["cell_type"] = "slide"


def no_source(content: dict[str, Any]) -> None:
    del content["cells"][0]["source"]


def list_for_metadata(content: dict[str, Any]) -> None:
    content["cells"][0]["metadata"] = []


def no_metadata(content: dict[str, Any]) -> None:
    del content["cells"][0]["metadata"]


def no_metadata_of_the_notebook(content: dict[str, Any]) -> None:
    del content["metadata"]


def text_for_format(content: dict[str, Any]) -> None:
    content["nbformat"] = "four"


@pytest.mark.parametrize(
    "damage",
    [
        cells_for_text, numbers_for_cells, unknown_cell_type, no_source, list_for_metadata, no_metadata,
        no_metadata_of_the_notebook, text_for_format,
    ],
)  # fmt: skip
def test_a_damaged_notebook_is_unreadable(course: Course, path: Path, damage: Callable[[Any], None]) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    damage(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    found = refused(course)
    assert found.verdict == Verdict.UNREADABLE
    assert found.note.startswith("small.ipynb is damaged: ")


def test_an_old_notebook_without_ids_is_let_through(
    course: Course, module: Module, path: Path, book: NotebookNode
) -> None:
    for cell in book.cells:
        del cell["id"]
    book.nbformat_minor = 0
    path.write_text(json.dumps(book), encoding="utf-8")
    assert refuse(course, "ada", module) is None


def test_a_notebook_from_before_version_4_is_told(course: Course, path: Path) -> None:
    old = v3.new_notebook(worksheets=[v3.new_worksheet(cells=[v3.new_code_cell(input="x = 1")])])
    path.write_text(v3.writes_json(old), encoding="utf-8")
    assert refused(course).verdict == Verdict.UNREADABLE


def test_odd_grading_metadata_is_no_reason_to_refuse(
    course: Course, module: Module, path: Path, book: NotebookNode
) -> None:
    for cell in book.cells:
        cell.metadata.update(nbgrader="lost", tags="raises-exception")
    path.write_text(json.dumps(book), encoding="utf-8")
    assert refuse(course, "ada", module) is None


def test_a_link_is_refused(course: Course, path: Path, book: NotebookNode, tmp_path: Path) -> None:
    elsewhere = write_notebook(tmp_path / "elsewhere.ipynb", book)
    path.unlink()
    path.symlink_to(elsewhere)
    found = refused(course)
    assert found.verdict == Verdict.UNREADABLE
    assert "link" in found.note


def test_a_link_to_nothing_is_refused_as_a_link(course: Course, path: Path, tmp_path: Path) -> None:
    path.unlink()
    path.symlink_to(tmp_path / "nowhere.ipynb")
    found = refused(course)
    assert found.verdict == Verdict.UNREADABLE
    assert "link" in found.note


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_being_opened(course: Course, module: Module, path: Path) -> None:
    path.unlink()
    os.mkfifo(path)
    assert fingerprint(course, "ada", module)
    assert refused(course).verdict == Verdict.UNREADABLE


def test_a_folder_of_that_name_is_refused(course: Course, path: Path) -> None:
    path.unlink()
    path.mkdir()
    assert refused(course).verdict == Verdict.UNREADABLE


def test_a_file_that_is_too_big_is_told_its_size_and_the_limit(course: Course, path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(25 * 1024 * 1024)
    found = refused(course)
    assert found.verdict == Verdict.UNREADABLE
    assert "25 MB, more than 10 MB" in found.note


def test_a_note_holds_no_control_characters(course: Course, path: Path, book: NotebookNode) -> None:
    book.cells[0].cell_type = "\x1b[31m\x07slide"
    path.write_text(json.dumps(book), encoding="utf-8")
    assert refused(course).note.isprintable()


def test_the_fingerprint_tells_a_changed_submission(course: Course, module: Module, book: NotebookNode) -> None:
    hand_in(course, module, "ada", book)
    before = fingerprint(course, "ada", module)
    assert fingerprint(course, "ada", module) == before
    cell_of(book, "answer").source = "answer = 43"
    hand_in(course, module, "ada", book)
    assert fingerprint(course, "ada", module) != before


def test_the_fingerprint_tells_a_changed_source(course: Course, module: Module, path: Path) -> None:
    before = fingerprint(course, "ada", module)
    write_notebook(course.source(module), nbformat.read(path, as_version=4))
    assert fingerprint(course, "ada", module) == before
    write_notebook(course.source(module), notebook(solution("answer"), graded("test-answer", 2, "assert answer == 41")))
    assert fingerprint(course, "ada", module) != before


def test_two_students_with_the_same_work_are_alike_and_nothing_is_not(
    course: Course, module: Module, path: Path, book: NotebookNode
) -> None:
    hand_in(course, module, "ben", book)
    assert fingerprint(course, "ada", module) == fingerprint(course, "ben", module) != fingerprint(course, "no", module)
