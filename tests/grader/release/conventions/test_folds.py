"""What a notebook shows at once: supporting code is folded, the rest is open and short."""

import pytest
from broken import lines, place, replace
from kit import cell_of, code
from nbformat.notebooknode import NotebookNode

FOLD = 'must be folded: collapse its code in JupyterLab, or write jupyter={"source_hidden": true}.'


@pytest.mark.parametrize("name", ["check-mse", "given-mse-probes"])
def test_checks_and_probes_are_folded(book: NotebookNode, name: str) -> None:
    del cell_of(book, name).metadata["jupyter"]
    assert lines(book) == [f"{place(book, name)}: {FOLD}"]


def test_a_plot_is_folded(book: NotebookNode) -> None:
    source = "import matplotlib.pyplot as plt\n\nplt.show()"
    book.cells.append(code(source, "skip-execution"))
    assert lines(book) == [f"cell {len(book.cells)}: {FOLD}"]
    book.cells[-1].metadata["jupyter"] = {"source_hidden": True}
    assert lines(book) == []


@pytest.mark.parametrize("name", ["mse", "test-mse-values"])
def test_what_students_write_and_what_is_graded_is_open(book: NotebookNode, name: str) -> None:
    cell_of(book, name).metadata["jupyter"] = {"source_hidden": True}
    said = "must be open: take source_hidden out of its metadata."
    assert lines(book) == [f"{place(book, name)}: {said}"]


def test_what_a_hidden_test_leaves_has_90_columns(book: NotebookNode) -> None:
    where = replace(book, "test-mse-values", "for one and two axes", "x" * 40)
    length = len(cell_of(book, "test-mse-values").source.split("\n")[0])
    said = f"has {length} characters, 90 at most: go on in a line '# ...'."
    assert lines(book) == [f"{where}, line 1: {said}"]
    replace(book, "test-mse-values", " x", "\n# x")
    assert lines(book) == []
