"""Checking: the visible tests as grading runs them, and a note on the hidden ones."""

from collections.abc import Callable
from dataclasses import replace

import nbformat
import pytest
from kit import cell_of, code
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.term import Course
from workbench.assignment import Assignment
from workbench.check import check, make_report
from workbench.errors import UserError
from workbench.load import load
from workbench.notebook import read
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
    said = capsys.readouterr().out.splitlines()
    assert [line for line in said if line.startswith("  ✓ ")][:2] == [
        "  ✓ Task 1, `Layer`: 4 points",
        "  ✓ Task 2, `Linear`: 18 points",
    ]
    assert "\n".join(said).count("  ✓ ") == 18
    assert said[-3] == "  ■■■■■■■■■■■■■■■■■■■■ 88 of 88 points tried."
    assert said[-2:] == [
        "All 18 visible tests pass.",
        "88 points depend on hidden tests, which run when your work is graded.",
    ]


def test_a_failed_test_says_what_it_expected_and_validate_says_the_same(
    layers: Assignment,
    solve: Solve,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    solve({"linear": OWN_SCALE})
    assert check(layers) == 1
    said = capsys.readouterr().out
    assert "17 of 18 visible tests pass." in said
    assert "  ✓ Task 1, `Layer`: 4 points\n  ✗ Task 2, `Linear`: 18 points\n" in said
    assert "□ 70 of 88 points tried.\n" in said
    assert "  Task 2, `Linear`: " in said
    assert "    expected: " in said.replace("      expected", "    expected")
    monkeypatch.setattr("workbench.validate.ROOT", layers.root)
    (failed,) = VisibleValidator().validate(str(layers.notebook))["failed"]
    first = next(line for line in said.splitlines() if "Task 2, `Linear`: " in line).split("`: ")[1]
    assert failed["source"] == "Task 2, `Linear`"
    assert failed["raw_error"].startswith(first)
    assert "expect(" not in failed["raw_error"]


def test_a_warning_fails_no_test_here_as_it_fails_none_in_grading(
    layers: Assignment, solve: Solve, monkeypatch: pytest.MonkeyPatch
) -> None:
    solve()
    source = cell_of(read(layers.notebook), "layer").source
    call = "return self.forward("
    assert call in source
    solve({"layer": source.replace(call, f"__import__('warnings').warn('slow')\n        {call}")})
    assert make_report(layers, load(layers)).failed == {}
    monkeypatch.setattr("workbench.validate.ROOT", layers.root)
    assert VisibleValidator().validate(str(layers.notebook)) == {}


def test_the_package_is_the_one_that_grading_uses_not_the_student_s_own(
    layers: Assignment, solve: Solve
) -> None:
    solve()
    layers.exported.with_name("tensor.py").write_text(
        "raise RuntimeError('my own tensor')\n", encoding="utf-8"
    )
    assert make_report(layers, load(layers)).failed == {}


def test_an_import_of_the_own_export_fails_as_it_does_in_grading(
    layers: Assignment, solve: Solve
) -> None:
    layers.exported.write_text("from numpy import ndarray as Linear\n", encoding="utf-8")
    solve({"linear": "from tinytorch.core.layers import Linear"})
    report = make_report(layers, load(layers))
    assert report.failed["check-linear"].startswith(
        "the cell ended with ModuleNotFoundError in line 1: "
    )


def test_a_cell_that_never_ends_is_stopped_and_named(layers: Assignment, solve: Solve) -> None:
    solve({"linear-macs": "def linear_macs(*sizes):\n    while True:\n        pass"})
    quick = Assignment(layers.root, layers.id, 1, 60, 10, 5000)
    report = make_report(quick, load(layers))
    assert report.failed["check-linear-macs"] == "it did not finish in 1 s"


def test_work_that_takes_longer_than_grading_allows_in_all_is_told(
    layers: Assignment, solve: Solve
) -> None:
    solve()
    report = make_report(Assignment(layers.root, layers.id, 10, 0, 10, 5000), load(layers))
    assert len(report.failed) == report.tests
    assert "longer than the 0 s allowed" in report.failed["check-layer"]


def test_a_notebook_that_ends_its_kernel_is_told_in_a_line(
    layers: Assignment, solve: Solve
) -> None:
    solve({"linear": "import os\nos._exit(1)"})
    with pytest.raises(UserError, match=r"could not be run.*\. Does a cell end the kernel"):
        make_report(layers, load(layers))


def test_a_notebook_from_the_browser_runs_whatever_its_kernel_is_called(
    layers: Assignment, solve: Solve
) -> None:
    solve()
    book = read(layers.notebook)
    book.metadata["kernelspec"] = {
        "name": "python",
        "display_name": "Python (Pyodide)",
        "language": "python",
    }
    save(layers, book)
    assert make_report(layers, load(layers)).failed == {}


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
    assert "  cell 3: the cell has a syntax error in line 2: invalid syntax\n" in said
    assert "  still to be written in words: Q3\n" in said


def test_a_syntax_error_is_told_with_the_task_and_the_line(
    layers: Assignment,
    solve: Solve,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    solve(
        {
            "linear-param-count": "#| export\n"
            "def linear_param_count(i, o, bias=True)\n    return i * o"
        }
    )
    assert check(layers) == 1
    line = "Task 5.1, `linear_param_count`: the cell has a syntax error in line 2: expected ':'"
    said = [each for each in capsys.readouterr().out.splitlines() if "linear_param_count" in each]
    assert said == [f"  {line}", "  ✗ Task 5.1, `linear_param_count`: 3 points"]
    monkeypatch.setattr("workbench.validate.ROOT", layers.root)
    (failed,) = VisibleValidator().validate(str(layers.notebook))["failed"]
    assert f"{failed['source']}: {failed['raw_error']}" == line


def test_an_error_of_a_cell_is_told_in_place_of_the_test_s(
    layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str]
) -> None:
    solve(
        {
            "linear-macs": "#| export\n\nfactor = undefined_name\n"
            "def linear_macs(b, i, o):\n    return b * i * o"
        }
    )
    check(layers)
    assert (
        "  Task 5.4, `linear_macs`: the cell ended with NameError in line 3: "
        "name 'undefined_name' is not defined\n" in capsys.readouterr().out
    )


def test_what_is_missing_is_put_back_and_run_as_in_grading(
    layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str]
) -> None:
    solve()
    book = read(layers.notebook)
    book.cells.remove(cell_of(book, "check-linear"))
    save(layers, book)
    assert check(layers) == 0
    said = capsys.readouterr().out
    assert "Repaired before the run, as grading does; your file is unchanged:" in said
    assert "  cell missing, put back: Task 2, `Linear`" in said


def to_markdown(book: NotebookNode) -> None:
    cell = cell_of(book, "linear")
    cell.cell_type = "markdown"
    del cell["outputs"], cell["execution_count"]


def strip_all(book: NotebookNode) -> None:
    for number, cell in enumerate(book.cells):
        cell.metadata, cell.id = NotebookNode(), f"new-{number}"


def imports_of(book: NotebookNode) -> NotebookNode:
    return next(cell for cell in book.cells if cell.source.startswith("#| export\nimport inspect"))


def commands_on_top(book: NotebookNode) -> None:
    cell = imports_of(book)
    top = "!pip install -q numpy\n%pip install x\nfiles = !ls\n%matplotlib widget\n"
    top += "%load_ext nothing\nx = input('?')\n"
    cell.source = top + "get_ipython().system('ls')\n" + cell.source + "\n!ls\nprint?\n?print"


def time_on_top(book: NotebookNode) -> None:
    for called in ("linear", "dropout"):
        cell_of(book, called).source = f"%%time\n{cell_of(book, called).source}"


def from_a_pdf(book: NotebookNode) -> None:
    cell_of(book, "linear").source = cell_of(book, "linear").source.replace(
        "    ", "\xa0\xa0\xa0\xa0"
    )


def moved_above_its_import(book: NotebookNode) -> None:
    cell = cell_of(book, "linear")
    book.cells.remove(cell)
    book.cells.insert(0, cell)


@pytest.mark.parametrize(
    "damage",
    [to_markdown, strip_all, commands_on_top, time_on_top, from_a_pdf, moved_above_its_import],
)
def test_what_a_tool_has_done_costs_nothing_here_as_in_grading(
    term: Course,
    module: Module,
    layers: Assignment,
    solve: Solve,
    damage: Callable[[NotebookNode], None],
) -> None:
    solve()
    book = read(layers.notebook)
    damage(book)
    save(layers, book)
    report = make_report(layers, work := load(layers))
    assert (report.failed, report.cell_errors) == ({}, [])
    assert work.notes


def test_a_file_that_grading_forgives_is_read_here_too(layers: Assignment, solve: Solve) -> None:
    solve()
    content = layers.notebook.read_bytes()
    layers.notebook.write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    assert load(layers).notes == ["began with a byte order mark"]


def test_a_notebook_of_too_many_cells_is_refused_as_grading_does(
    layers: Assignment, solve: Solve
) -> None:
    solve()
    with pytest.raises(UserError, match="cells, more than 100"):
        load(replace(layers, notebook_cells=100))


def test_validate_tells_trouble_in_a_line(
    layers: Assignment, solve: Solve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.validate.ROOT", layers.root)
    layers.notebook.write_text("<<<<<<< HEAD", encoding="utf-8")
    (failed,) = VisibleValidator().validate(str(layers.notebook))["failed"]
    assert failed["raw_error"].startswith("layers.ipynb is not a notebook")
