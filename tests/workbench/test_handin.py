"""Handing in: one file and a receipt for it; incomplete work is accepted."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from kit import cell_of, code, notebook, write_notebook

from grader.course.term import Course
from grader.release.edition import write_edition
from workbench.assignment import Assignment, find_assignment
from workbench.errors import UserError
from workbench.handin import hand_in
from workbench.notebook import read
from workbench.receipt import parse_receipt

Solve = Callable[..., None]


def handed_in(layers: Assignment) -> Path:
    return layers.root / "handed-in" / "layers.ipynb"


def receipt(layers: Assignment) -> str:
    return (layers.root / "handed-in" / "layers-receipt.txt").read_text(encoding="utf-8")


def save(layers: Assignment, book: nbformat.NotebookNode) -> None:
    layers.notebook.write_text(nbformat.writes(book), encoding="utf-8")


def test_the_file_is_the_notebook_and_the_receipt_holds_its_checksum(
    layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str]
) -> None:
    solve()
    assert hand_in(layers) == 0
    content = handed_in(layers).read_bytes()
    assert content == layers.notebook.read_bytes()
    found = parse_receipt(receipt(layers))
    assert found is not None
    assert (found.module, found.sha256) == ("03_layers", hashlib.sha256(content).hexdigest())
    assert re.search(
        r"^time: +\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$", receipt(layers), re.MULTILINE
    )
    assert "All 18 visible tests pass.\n88 points depend on hidden tests" in receipt(layers)
    assert capsys.readouterr().out.splitlines()[-1] == f"Upload this file: {handed_in(layers)}"


def test_untouched_work_is_handed_in_and_told_to_be_open(layers: Assignment) -> None:
    assert hand_in(layers) == 0
    assert handed_in(layers).is_file()
    assert "0 of 18 visible tests pass." in receipt(layers)
    assert "  ✗ Q6: 2 points\n  □□□□□□□□□□□□□□□□□□□□ 0 of 88 points tried.\n" in receipt(layers)
    assert "Task 2, `Linear`: Linear.__init__ is not written yet." in receipt(layers)


def test_missing_repeated_and_changed_cells_are_told_and_handed_in(
    layers: Assignment, solve: Solve
) -> None:
    solve()
    book = read(layers.notebook)
    book.cells.remove(cell_of(book, "dropout"))
    book.cells.append(nbformat.from_dict({**cell_of(book, "linear"), "id": "pasted"}))
    cell_of(book, "check-linear").source = "pass"
    save(layers, book)
    assert hand_in(layers) == 0
    said = receipt(layers)
    assert "  solution cell missing: Task 3, `Dropout`" in said
    assert "  pasted more than once, the original counts: Task 2, `Linear`" in said
    assert "  differed from the released cell, which counts: Task 2, `Linear`" in said


def test_a_notebook_that_lost_its_grading_metadata_is_known_by_its_cells_ids(
    layers: Assignment, solve: Solve
) -> None:
    solve()
    book = read(layers.notebook)
    for cell in book.cells:
        cell.metadata.pop("nbgrader", None)
    save(layers, book)
    assert hand_in(layers) == 0
    assert "missing" not in receipt(layers)


def test_a_notebook_that_cannot_be_run_is_handed_in_all_the_same(
    layers: Assignment, solve: Solve
) -> None:
    solve({"linear": "import os\nos._exit(1)"})
    assert hand_in(layers) == 0
    assert handed_in(layers).read_bytes() == layers.notebook.read_bytes()
    assert "The notebook could not be run" in receipt(layers)


def test_handing_in_again_keeps_the_earlier_file_and_its_receipt(
    layers: Assignment, solve: Solve
) -> None:
    hand_in(layers)
    first, first_receipt = handed_in(layers).read_bytes(), receipt(layers)
    solve()
    hand_in(layers)
    assert (layers.kept / "layers-1.ipynb").read_bytes() == first
    assert (layers.kept / "layers-receipt-1.txt").read_text(encoding="utf-8") == first_receipt
    assert handed_in(layers).read_bytes() == layers.notebook.read_bytes()


def test_outputs_that_make_the_file_too_large_are_left_out(
    layers: Assignment, solve: Solve
) -> None:
    solve()
    book = read(layers.notebook)
    cell = next(cell for cell in book.cells if cell.cell_type == "code")
    cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text="x" * (2 * 1024 * 1024))]
    save(layers, book)
    small = Assignment(layers.root, layers.id, 10, 60, 1, 5000)
    assert hand_in(small) == 0
    assert handed_in(layers).stat().st_size < 1024 * 1024
    assert "The outputs were left out" in receipt(layers)
    assert (
        parse_receipt(receipt(layers)).sha256
        == hashlib.sha256(handed_in(layers).read_bytes()).hexdigest()
    )  # type: ignore[union-attr]
    assert len(layers.notebook.read_bytes()) > 2 * 1024 * 1024


def test_a_newer_release_beside_the_notebook_is_pointed_at(layers: Assignment) -> None:
    layers.notebook.with_name("_layers.new.ipynb").write_text("{}", encoding="utf-8")
    hand_in(layers)
    assert "There is a newer release beside your notebook: _layers.new.ipynb." in receipt(layers)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b"no notebook", "is not a notebook"),
        (b'{"a": 1}', "is JSON, but not a notebook"),
        (b"", "is not a notebook"),
    ],
)
def test_what_is_no_notebook_is_refused_in_a_line_and_nothing_is_written(
    layers: Assignment, content: bytes, says: str
) -> None:
    layers.notebook.write_bytes(content)
    with pytest.raises(UserError, match=says):
        hand_in(layers)
    assert not handed_in(layers).exists()


def test_another_notebook_is_not_handed_in(layers: Assignment) -> None:
    write_notebook(layers.notebook, notebook(code("x = 1")))
    with pytest.raises(UserError, match="has no cell of 03_layers"):
        hand_in(layers)
    assert not handed_in(layers).exists()


def test_the_notebook_of_another_module_is_named(term: Course, layers: Assignment) -> None:
    write_edition(term, term.manifest.module("tensor"), layers.root)
    layers.notebook.write_bytes(find_assignment(layers.root, "tensor").notebook.read_bytes())
    with pytest.raises(
        UserError, match=r"has the cells of 01_tensor: put the notebook of 03_layers there"
    ):
        hand_in(layers)


def test_a_notebook_under_another_name_is_pointed_at(layers: Assignment) -> None:
    layers.notebook.rename(layers.notebook.with_name("layers (1).ipynb"))
    with pytest.raises(UserError, match=r"is missing, but 'layers \(1\).ipynb' is there"):
        hand_in(layers)
