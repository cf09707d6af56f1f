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
from grader.exercises import grade_id, grading
from grader.intake import Refusal, Submission, files, fingerprint, handed_in, refuse, take_in
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


def taken(course: Course) -> Submission:
    found = take_in(course, "ada", course.manifest.modules[0])
    assert isinstance(found, Submission), found
    assert all("\n" not in note for note in found.notes)
    return found


def test_a_sound_notebook_is_let_through(course: Course, module: Module, path: Path) -> None:
    assert path.is_file()
    assert refuse(course, "ada", module) is None


def test_nothing_there_is_missing(course: Course, path: Path) -> None:
    path.unlink()
    assert refused(course) == Refusal(Verdict.MISSING, "small.ipynb is missing")


@pytest.mark.parametrize(
    "name",
    [
        "small (1).ipynb", "small-copy1.ipynb", "Small.ipynb", "small-1.ipynb", "_small.ipynb.ipynb", "small.IPYNB",
        "small copy 2.ipynb", "01_small.ipynb",
    ],
)  # fmt: skip
@pytest.mark.parametrize("marked", [True, False], ids=["with grading metadata", "without"])
def test_the_only_notebook_is_taken_under_a_name_that_can_be_recognised(
    course: Course, module: Module, path: Path, name: str, marked: bool
) -> None:
    if not marked:
        bare = notebook(code("answer = 42"))
        path.write_text(json.dumps(bare), encoding="utf-8")
    path.rename(path.with_name(name))
    found = taken(course)
    assert found.notes == [f"{name!r} is taken for small.ipynb"]
    assert found.notebook.cells[0].source == "answer = 42"


def test_of_several_notebooks_the_right_name_wins(course: Course, module: Module, path: Path) -> None:
    hand_in(
        course, module, "ada", notebook(solution("answer", "answer = 1"), graded("test-answer", 2)), "small (1).ipynb"
    )
    found = taken(course)
    assert found.notes == []
    assert found.notebook.cells[0].source == "answer = 42"


def test_of_several_notebooks_the_one_with_the_module_s_cells_is_taken(
    course: Course, module: Module, path: Path
) -> None:
    path.rename(path.with_name("homework.ipynb"))
    hand_in(course, module, "ada", notebook(code("x = 1")), "small (1).ipynb")
    hand_in(course, module, "ada", "broken", "broken.ipynb")
    assert taken(course).notes == ["'homework.ipynb' is taken for small.ipynb"]


def test_of_several_that_fit_none_is_taken_and_each_is_named(course: Course, module: Module, path: Path) -> None:
    path.rename(path.with_name("small (1).ipynb"))
    hand_in(course, module, "ada", notebook(solution("answer"), graded("test-answer", 2)), "small (2).ipynb")
    found = refused(course)
    assert found.verdict == Verdict.MISSING
    assert found.note == (
        "small.ipynb is missing; there is 'small (1).ipynb', 'small (2).ipynb': "
        "rename the right one to small.ipynb and grade again"
    )


def test_cannot_make_a_formula_of_a_note_in_the_grades(course: Course, module: Module, path: Path) -> None:
    path.rename(path.with_name("=HYPERLINK(1).ipynb"))
    assert taken(course).notes == ["'=HYPERLINK(1).ipynb' is taken for small.ipynb"]


def test_a_notebook_of_something_else_is_named_and_not_taken(course: Course, module: Module, path: Path) -> None:
    path.unlink()
    hand_in(course, module, "ada", notebook(code("x = 1")), "homework.ipynb")
    assert refused(course).note == (
        "small.ipynb is missing; there is 'homework.ipynb': rename it to small.ipynb and grade again"
    )


def test_the_right_name_wins_even_where_it_cannot_be_read(course: Course, module: Module, path: Path) -> None:
    path.rename(path.with_name("small (1).ipynb"))
    path.write_text("broken", encoding="utf-8")
    assert refused(course).verdict == Verdict.UNREADABLE


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


def test_a_notebook_of_version_3_is_read_as_one_of_4(course: Course, path: Path) -> None:
    mark, old_output = grading(solution("answer")), v3.new_output("stream", output_text="x")
    cells = [
        v3.new_heading_cell(source="Title", level=2),
        v3.new_text_cell("html", source="<b>x</b>"),
        v3.new_text_cell("markdown", source="text"),
        v3.new_code_cell(input="answer = 1", outputs=[old_output], metadata={"nbgrader": mark}),
    ]
    old = v3.new_notebook(worksheets=[v3.new_worksheet(cells=cells[:2]), v3.new_worksheet(cells=cells[2:])])
    path.write_text(v3.writes_json(old), encoding="utf-8")
    found = taken(course)
    assert found.notes == ["small.ipynb: notebook format 3.0, read as 4.5"]
    assert [(cell.cell_type, cell.source) for cell in found.notebook.cells] == [
        ("markdown", "## Title"), ("markdown", "<b>x</b>"), ("markdown", "text"), ("code", "answer = 1"),
    ]  # fmt: skip
    assert grade_id(found.notebook.cells[3]) == "answer"
    nbformat.validate(found.notebook)


@pytest.mark.parametrize("minor", range(5))
def test_an_older_format_is_noted(course: Course, path: Path, book: NotebookNode, minor: int) -> None:
    for cell in book.cells:
        del cell["id"]
    book.nbformat_minor = minor
    path.write_text(json.dumps(book), encoding="utf-8")
    found = taken(course)
    assert found.notes == [f"small.ipynb: notebook format 4.{minor}, read as 4.5"]
    nbformat.validate(found.notebook)


@pytest.mark.parametrize("version", [1, 2, 5, 99, -4])
def test_a_format_that_nobody_can_read_is_told(course: Course, path: Path, book: NotebookNode, version: int) -> None:
    path.write_text(json.dumps({**book, "nbformat": version}), encoding="utf-8")
    assert refused(course).note == (
        f"small.ipynb has notebook format {version}, and only 3 and 4 can be read; save it again from Jupyter"
    )


@pytest.mark.parametrize("version", ["4", None, 4.0, [4], True, "x" * 10_000])
def test_a_format_that_is_no_number_is_told(course: Course, path: Path, book: NotebookNode, version: Any) -> None:
    path.write_text(json.dumps({**book, "nbformat": version}), encoding="utf-8")
    assert refused(course).note == "small.ipynb is damaged: its notebook format is no number"


@pytest.mark.parametrize("schema", [0, 1, 2])
def test_older_grading_metadata_is_read_and_noted(course: Course, path: Path, book: NotebookNode, schema: int) -> None:
    cell_of(book, "answer").metadata.nbgrader.schema_version = schema
    path.write_text(json.dumps(book), encoding="utf-8")
    found = taken(course)
    assert found.notes == [f"small.ipynb: nbgrader metadata of version {schema}, read as 3"]
    assert grade_id(found.notebook.cells[0]) == "answer"


@pytest.mark.parametrize(
    ("schema", "shown"), [(4, "4"), (99, "99"), ("new", "new"), ([[]], "list"), (None, "NoneType")]
)
def test_grading_metadata_of_an_unknown_version_is_told(
    course: Course, path: Path, book: NotebookNode, schema: Any, shown: str
) -> None:
    cell_of(book, "answer").metadata.nbgrader.schema_version = schema
    path.write_text(json.dumps(book), encoding="utf-8")
    expected = f"small.ipynb: nbgrader metadata of an unknown version ({shown}), replaced by the release's"
    assert taken(course).notes == [expected]


def test_a_byte_order_mark_is_forgiven(course: Course, path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert taken(course).notes == ["small.ipynb: began with a byte order mark"]


def test_of_a_notebook_only_what_counts_is_kept(course: Course, path: Path, book: NotebookNode) -> None:
    picture = "aGVsbG8="
    book.metadata.update(kernelspec={"name": "evil"}, widgets={"x": 1}, title="x")
    book.cells[0].update(metadata={"nbgrader": {"grade_id": "answer", "points": 99}, "tags": ["x"], "evil": 1})
    book.cells[0].outputs = [nbformat.v4.new_output("stream", text="x")]
    attached = {
        "a.png": {"image/png": picture, "text/html": "x"},
        "b.svg": {"image/svg+xml": picture},
        "c.png": {"image/png": "<"},
    }
    book.cells.append(nbformat.v4.new_markdown_cell("text", id="m", attachments=attached))
    path.write_text(json.dumps(book), encoding="utf-8")
    found = taken(course).notebook
    assert found.metadata == {}
    assert found.cells[0].metadata == {"nbgrader": {"grade_id": "answer", "schema_version": 3}}
    assert found.cells[0].outputs == []
    assert found.cells[-1].attachments == {"a.png": {"image/png": picture}}


def test_cells_get_ids_that_are_good_and_their_own(course: Course, path: Path, book: NotebookNode) -> None:
    ids = ["same", "same", None, "", "<script>", "x" * 65, "unnamed-3", 7]
    cells = [{**code("x = 1"), "id": name} for name in ids]
    path.write_text(json.dumps({**book, "cells": cells}), encoding="utf-8")
    found = [cell.id for cell in taken(course).notebook.cells]
    assert found[0] == "same"
    assert len(set(found)) == len(ids)
    assert "unnamed-3" in found
    nbformat.validate(taken(course).notebook)


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


@pytest.fixture
def with_files(tmp_path: Path, book: NotebookNode) -> Course:
    """A course whose module lets two files in, and a submission to it."""
    course, module = small_course(tmp_path / "files", book, points={"answer": 2}, files=["data.csv", "plot.png"])
    hand_in(course, module, "ada", book)
    return course


def beside(course: Course, name: str) -> Path:
    return course.submitted("ada", course.manifest.modules[0]) / name


def test_files_that_the_manifest_names_go_in_and_no_others(with_files: Course) -> None:
    for name in ("data.csv", "numpy.py", "other.csv", "timestamp.txt"):
        beside(with_files, name).write_bytes(b"1,2")
    found = taken(with_files)
    assert found.files == {"data.csv": b"1,2"} == files(with_files, "ada", with_files.manifest.modules[0])


def test_a_changed_file_is_a_changed_submission(with_files: Course) -> None:
    module = with_files.manifest.modules[0]
    seen = {fingerprint(with_files, "ada", module)}
    for content in (b"1", b"2"):
        beside(with_files, "data.csv").write_bytes(content)
        seen.add(fingerprint(with_files, "ada", module))
    assert len(seen) == 3


def test_cannot_hand_in_a_link_as_a_file(with_files: Course, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    beside(with_files, "data.csv").symlink_to(secret)
    os.link(secret, beside(with_files, "plot.png"))
    found = taken(with_files)
    assert found.files == {}
    assert [note.split(":")[0] for note in found.notes] == ["data.csv is left out", "plot.png is left out"]


def test_cannot_hand_in_more_than_the_limit_in_files(with_files: Course) -> None:
    for name in ("data.csv", "plot.png"):
        beside(with_files, name).write_bytes(b"x" * 3 * 1024 * 1024)
    found = taken(with_files)
    assert list(found.files) == ["data.csv"]
    assert found.notes == ["plot.png is left out: there are more than 5 MB of files"]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-01 10:00:00", "2026-03-01 10:00:00"),
        ("2026-03-01 10:00:00.123456 UTC\n", "2026-03-01 10:00:00.123456"),
        ("2026-03-01T10:00:00Z", "2026-03-01 10:00:00"), ("2026-03-01 10:00:00 +0100", "2026-03-01 09:00:00"),
        ("2026-07-01 10:00:00 America/New_York", "2026-07-01 14:00:00"), ("2026-03-01 10:00", "2026-03-01 10:00:00"),
    ],
)  # fmt: skip
def test_the_collector_s_time_is_read_in_all_its_forms(
    course: Course, module: Module, path: Path, text: str, moment: str
) -> None:
    path.with_name("timestamp.txt").write_text(text, encoding="utf-8")
    assert str(handed_in(course, "ada", module)) == moment
    assert str(taken(course).handed_in) == moment


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "2026-13-01 10:00:00", "2026-03-01 10:00:00 ../../etc/passwd", "2026-03-01", "x" * 10_000,
        "2026-03-01 10:00:00 /etc/localtime", "0001-01-01 00:00:00 +0100", "9999-12-31 23:59:59 -0100", "\x00",
        "2026-03-01 10:00:00\n\n2020-01-01",
    ],
)  # fmt: skip
def test_a_time_that_is_none_is_noted(course: Course, module: Module, path: Path, text: str) -> None:
    path.with_name("timestamp.txt").write_text(text, encoding="utf-8")
    assert handed_in(course, "ada", module) is None
    assert taken(course).notes == ["timestamp.txt holds no time, so nobody knows when this was handed in"]


def test_a_new_time_is_a_changed_submission(course: Course, module: Module, path: Path) -> None:
    before = fingerprint(course, "ada", module)
    path.with_name("timestamp.txt").write_text("2026-03-01 10:00:00", encoding="utf-8")
    assert fingerprint(course, "ada", module) != before
