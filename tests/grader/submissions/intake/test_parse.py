"""Parsing notebooks: damage gives one line, old formats are read, the rest is dropped."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from handed import is_let_through, refused, taken
from kit import cell_of, code, solution
from nbformat import v3
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.outcome import Verdict
from grader.course.term import Course
from workbench.cells import grade_id, grading

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
def test_what_is_no_notebook_is_unreadable(
    course: Course, path: Path, content: bytes, why: str
) -> None:
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
        cells_for_text, numbers_for_cells, unknown_cell_type, no_source, list_for_metadata,
        no_metadata,
        no_metadata_of_the_notebook, text_for_format,
    ],
)  # fmt: skip
def test_a_damaged_notebook_is_unreadable(
    course: Course, path: Path, damage: Callable[[Any], None]
) -> None:
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
    assert is_let_through(course, module)


def test_a_notebook_of_version_3_is_read_as_one_of_4(course: Course, path: Path) -> None:
    mark, old_output = grading(solution("answer")), v3.new_output("stream", output_text="x")
    cells = [
        v3.new_heading_cell(source="Title", level=2),
        v3.new_text_cell("html", source="<b>x</b>"),
        v3.new_text_cell("markdown", source="text"),
        v3.new_code_cell(input="answer = 1", outputs=[old_output], metadata={"nbgrader": mark}),
    ]
    old = v3.new_notebook(
        worksheets=[v3.new_worksheet(cells=cells[:2]), v3.new_worksheet(cells=cells[2:])]
    )
    path.write_text(v3.writes_json(old), encoding="utf-8")
    found = taken(course)
    assert found.notes == ["small.ipynb: notebook format 3.0, read as 4.5"]
    assert [(cell.cell_type, cell.source) for cell in found.notebook.cells] == [
        ("markdown", "## Title"), ("markdown", "<b>x</b>"), ("markdown", "text"),
        ("code", "answer = 1"),
    ]  # fmt: skip
    assert grade_id(found.notebook.cells[3]) == "answer"
    nbformat.validate(found.notebook)


@pytest.mark.parametrize("minor", range(5))
def test_an_older_format_is_noted(
    course: Course, path: Path, book: NotebookNode, minor: int
) -> None:
    for cell in book.cells:
        del cell["id"]
    book.nbformat_minor = minor
    path.write_text(json.dumps(book), encoding="utf-8")
    found = taken(course)
    assert found.notes == [f"small.ipynb: notebook format 4.{minor}, read as 4.5"]
    nbformat.validate(found.notebook)


@pytest.mark.parametrize("version", [1, 2, 5, 99, -4])
def test_a_format_that_nobody_can_read_is_told(
    course: Course, path: Path, book: NotebookNode, version: int
) -> None:
    path.write_text(json.dumps({**book, "nbformat": version}), encoding="utf-8")
    assert refused(course).note == (
        f"small.ipynb has notebook format {version}, and only 3 and 4 can be read;"
        " save it again from Jupyter"
    )


@pytest.mark.parametrize("version", ["4", None, 4.0, [4], True, "x" * 10_000])
def test_a_format_that_is_no_number_is_told(
    course: Course, path: Path, book: NotebookNode, version: Any
) -> None:
    path.write_text(json.dumps({**book, "nbformat": version}), encoding="utf-8")
    assert refused(course).note == "small.ipynb is damaged: its notebook format is not a number"


@pytest.mark.parametrize("schema", [0, 1, 2])
def test_older_grading_metadata_is_read_and_noted(
    course: Course, path: Path, book: NotebookNode, schema: int
) -> None:
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
    expected = (
        f"small.ipynb: nbgrader metadata of an unknown version ({shown}), replaced by the release's"
    )
    assert taken(course).notes == [expected]


def test_a_byte_order_mark_is_forgiven(course: Course, path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert taken(course).notes == ["small.ipynb: began with a byte order mark"]


def test_of_a_notebook_only_what_counts_is_kept(
    course: Course, path: Path, book: NotebookNode
) -> None:
    picture = "aGVsbG8="
    book.metadata.update(kernelspec={"name": "evil"}, widgets={"x": 1}, title="x")
    book.cells[0].update(
        metadata={"nbgrader": {"grade_id": "answer", "points": 99}, "tags": ["x"], "evil": 1}
    )
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


def test_cells_get_ids_that_are_good_and_their_own(
    course: Course, path: Path, book: NotebookNode
) -> None:
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
    assert is_let_through(course, module)
