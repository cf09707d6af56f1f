"""Checking: the visible tests as grading runs them, with their messages, and a word about the hidden ones."""

from collections.abc import Callable

import nbformat
import pytest
from kit import cell_of, code

from workbench.check import check, look
from workbench.errors import Trouble
from workbench.notebook import read
from workbench.place import Assignment
from workbench.validate import VisibleValidator

Solve = Callable[..., None]
OWN_SCALE = """#| export
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        self.weight = Tensor(np.ones((in_features, out_features)))
        self.bias = Tensor(np.zeros(out_features)) if bias else None
    def forward(self, x):
        import warnings
        warnings.warn("only a warning")
        return x.matmul(self.weight)
    def parameters(self):
        return [self.weight]"""


def save(layers: Assignment, book: nbformat.NotebookNode) -> None:
    layers.notebook.write_text(nbformat.writes(book), encoding="utf-8")


def test_a_complete_notebook_passes_all_visible_tests_and_hears_of_the_hidden_ones(
    layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str]
) -> None:
    solve()
    assert check(layers) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "All 18 visible tests pass.",
        "Hidden tests remain: they give the 88 points, and are run when your work is graded.",
    ]


def test_a_failed_test_says_what_it_expected_and_validate_says_the_same(
    layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    solve({"linear": OWN_SCALE})
    assert check(layers) == 1
    said = capsys.readouterr().out
    assert "17 of 18 visible tests pass." in said
    assert "  check-linear: " in said
    assert "    expected: " in said.replace("      expected", "    expected")
    monkeypatch.setattr("workbench.validate.ROOT", layers.root)
    (failed,) = VisibleValidator().validate(str(layers.notebook))["failed"]
    first = next(line for line in said.splitlines() if "check-linear: " in line).split("check-linear: ")[1]
    assert failed["raw_error"].startswith(first)


def test_a_warning_fails_no_test_here_as_it_fails_none_in_grading(
    layers: Assignment, solve: Solve, monkeypatch: pytest.MonkeyPatch
) -> None:
    solve()
    source = cell_of(read(layers.notebook), "layer").source
    call = "return self.forward("
    assert call in source
    solve({"layer": source.replace(call, f"__import__('warnings').warn('slow')\n        {call}")})
    assert look(layers, read(layers.notebook)).failed == {}
    monkeypatch.setattr("workbench.validate.ROOT", layers.root)
    assert VisibleValidator().validate(str(layers.notebook)) == {}


def test_the_package_is_the_one_that_grading_uses_not_the_student_s_own(layers: Assignment, solve: Solve) -> None:
    solve()
    layers.exported.with_name("tensor.py").write_text("raise RuntimeError('my own tensor')\n", encoding="utf-8")
    assert look(layers, read(layers.notebook)).failed == {}


def test_an_import_of_the_own_export_fails_as_it_does_in_grading(layers: Assignment, solve: Solve) -> None:
    layers.exported.write_text("from numpy import ndarray as Linear\n", encoding="utf-8")
    solve({"linear": "from tinytorch.core.layers import Linear"})
    report = look(layers, read(layers.notebook))
    assert report.broken[0].startswith("linear: ModuleNotFoundError")


def test_a_cell_that_never_ends_is_stopped_and_named(layers: Assignment, solve: Solve) -> None:
    solve({"linear-macs": "def linear_macs(*sizes):\n    while True:\n        pass"})
    quick = Assignment(layers.root, layers.id, 1, 60, 10)
    report = look(quick, read(layers.notebook))
    assert report.failed["check-linear-macs"] == "it did not come to an end in 1 s"


def test_work_that_takes_longer_than_grading_allows_in_all_is_told(layers: Assignment, solve: Solve) -> None:
    solve()
    report = look(Assignment(layers.root, layers.id, 10, 0, 10), read(layers.notebook))
    assert len(report.failed) == report.tests
    assert "longer than the 0 s allowed" in report.failed["check-layer"]


def test_a_notebook_that_ends_its_kernel_is_told_in_a_line(layers: Assignment, solve: Solve) -> None:
    solve({"linear": "import os\nos._exit(1)"})
    with pytest.raises(Trouble, match=r"could not be run.*\. Does a cell end the kernel"):
        look(layers, read(layers.notebook))


def test_a_notebook_from_the_browser_runs_whatever_its_kernel_is_called(layers: Assignment, solve: Solve) -> None:
    solve()
    book = read(layers.notebook)
    book.metadata["kernelspec"] = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
    assert look(layers, book).failed == {}


def test_broken_cells_and_blank_answers_are_listed(
    layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str]
) -> None:
    solve()
    book = read(layers.notebook)
    cell_of(book, "q3-why").source = cell_of(read(layers.released), "q3-why").source
    book.cells.insert(2, code("x = 1\ny = = 2"))
    save(layers, book)
    check(layers)
    said = capsys.readouterr().out
    assert "  cell 3: SyntaxError: " in said
    assert "  still to be written in words: q3-why\n" in said


def test_missing_cells_are_named(layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str]) -> None:
    solve()
    book = read(layers.notebook)
    book.cells.remove(cell_of(book, "check-linear"))
    save(layers, book)
    assert check(layers) == 1
    assert "Cells that are missing from the notebook: check-linear." in capsys.readouterr().out
