"""Every source notebook runs as it stands and keeps to the conventions."""

import json
from pathlib import Path

import nbformat
import pytest
from cells import code_cells, label
from nbclient import NotebookClient
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module, load
from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.library.book import make_book
from grader.release.conventions.rules import broken_in_module, broken_in_source
from workbench.cells import NOT_GRADED

NEVER = "a tag that no cell has"


def run(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """`notebook`, run from top to bottom, the cells included that grading passes over."""
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=300,
        allow_errors=True,
        skip_cells_with_tag=NEVER,
        resources={"metadata": {"path": str(folder)}},
    )
    return client.execute()


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the hidden tests of all modules compare with."""
    folder = tmp_path_factory.mktemp("books")
    for module in load(ROOT).modules:
        (folder / f"{module.id}.json").write_text(
            make_book(Course(ROOT, folder), module).to_json(), encoding="utf-8"
        )
    return folder


@pytest.fixture
def quiet_kernel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, books: Path) -> None:
    """Kernels draw no window, leave nothing at home, and know what hidden tests compare with."""
    monkeypatch.setenv("TINYTORCH_BOOK", str(books))
    monkeypatch.setenv("MPLBACKEND", "Agg")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")


@pytest.mark.usefixtures("quiet_kernel")
def test_every_cell_runs_in_a_fresh_kernel(path: Path, tmp_path: Path) -> None:
    done = run(read(path), tmp_path)  # what a notebook saves must not lie beside it
    raised = {
        label(cell): f"{output.ename}: {output.evalue}"
        for cell in code_cells(done)
        for output in cell.outputs
        if output.output_type == "error"
    }
    assert not raised
    assert all(cell.execution_count for cell in code_cells(done) if cell.source.strip())


@pytest.mark.usefixtures("quiet_kernel")
def test_a_run_would_notice_an_error_in_a_cell_that_grading_passes_over(tmp_path: Path) -> None:
    cell = nbformat.v4.new_code_cell("1 / 0", metadata={"tags": [NOT_GRADED]})
    done = run(nbformat.v4.new_notebook(cells=[cell]), tmp_path)
    assert [output.ename for output in done.cells[0].outputs] == ["ZeroDivisionError"]


def test_every_source_keeps_to_the_conventions(path: Path) -> None:
    assert broken_in_source(read(path)) == []


def test_every_module_keeps_to_the_conventions(module: Module, source: NotebookNode) -> None:
    assert broken_in_module(module, source) == []


def test_no_two_modules_have_a_test_of_the_same_name() -> None:
    # A student edition has the tables of the modules before it too, by the tests' names.
    tables = (ROOT / "tinytorch" / "tables").glob("*.json")
    names = [name for path in tables for name in json.loads(path.read_text(encoding="utf-8"))]
    assert len(names) == len(set(names))
