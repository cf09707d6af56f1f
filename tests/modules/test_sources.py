"""Source notebooks run as they are, read in order, keep experiments apart from what is graded."""

import ast
import builtins
import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from cells import code_cells, defines, headings, label, prose, tagged, uses
from nbclient import NotebookClient
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module, load
from grader.course.notebook import NOT_GRADED, grading, is_answer, read
from grader.course.term import ROOT, Course
from grader.library.book import make_book

PLACEHOLDER = re.compile(
    r"\{python\}|\{\{ *\w+ *\}\}|\b(?:TODO|FIXME|TBD|XXX|lorem ipsum)\b", re.IGNORECASE
)
NEVER = "a tag that no cell has"
# What pictures, timings and comparisons are made with; no grade may wait for them.
EXPERIMENTS = {"matplotlib", "torch", "time", "timeit"}


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
def test_every_cell_runs_in_a_fresh_kernel(path: Path) -> None:
    done = run(read(path), path.parent)
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


def test_no_placeholder_is_left(path: Path) -> None:
    left = [found for cell in read(path).cells for found in PLACEHOLDER.findall(cell.source)]
    assert not left


def test_headings_descend_one_level_at_a_time(path: Path) -> None:
    levels = [level for level, _ in headings(read(path))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    steps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
    assert not steps


def test_numbered_sections_count_up_from_one(module: Module, source: NotebookNode) -> None:
    numbers = [
        int(text.split(".")[0])
        for level, text in headings(source)
        if level == 2 and re.match(r"\d+\.", text)
    ]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


def test_no_heading_stands_twice(source: NotebookNode) -> None:
    texts = [text for _, text in headings(source)]
    assert not {text for text in texts if texts.count(text) > 1}


def test_notebook_opens_with_its_title_and_one_line_about_it(
    module: Module, source: NotebookNode
) -> None:
    title, summary = source.cells[0].source.split("\n\n")[:2]
    assert title == f"# Module {module.id[:2]}: {module.title}"
    assert summary.startswith("> ") and "\n" not in summary


def test_a_temporary_binder_session_is_mentioned_before_the_first_task(
    source: NotebookNode,
) -> None:
    first_task = next(index for index, cell in enumerate(source.cells) if is_answer(cell))
    before = prose(nbformat.v4.new_notebook(cells=source.cells[:first_task]))
    assert "Binder" in before and "temporary" in before and "ownload" in before


def test_pictures_timings_and_comparisons_are_not_run_while_grading(source: NotebookNode) -> None:
    offenders = []
    for cell in code_cells(source):
        tree = ast.parse(cell.source)
        imported = {
            name.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for name in node.names
        }
        imported |= {
            node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
        }
        roots = {name.split(".")[0] for name in imported}
        if (roots & EXPERIMENTS or "plt" in uses(cell)) and not tagged(cell):
            offenders.append(label(cell))
    assert not offenders


def test_cells_that_grading_passes_over_carry_no_grade(source: NotebookNode) -> None:
    assert not [label(cell) for cell in code_cells(source) if tagged(cell) and grading(cell)]


def test_what_is_graded_uses_no_name_from_a_cell_that_grading_passes_over(
    source: NotebookNode,
) -> None:
    known, missing = set(dir(builtins)) | {"__name__"}, {}
    for cell in code_cells(source):
        if tagged(cell):
            continue
        known |= defines(cell)
        if unknown := uses(cell) - known:
            missing[label(cell)] = sorted(unknown)
    assert not missing


def test_a_test_cell_uses_no_name_from_another_test_cell(source: NotebookNode) -> None:
    tests = [cell for cell in code_cells(source) if grading(cell).get("grade")]
    assert tests
    known = set(dir(builtins)) | {"__name__"}
    for cell in code_cells(source):
        if not grading(cell).get("grade") and not tagged(cell):
            known |= defines(cell)
    leaning = {
        label(cell): sorted(needed)
        for cell in tests
        if (needed := uses(cell) - defines(cell) - known)
    }
    assert not leaning


def test_uses_and_defines_see_into_functions_classes_and_comprehensions() -> None:
    source = (
        "import numpy as np\n"
        "class A(Base):\n"
        "    def f(self, x: Hint = default):\n"
        "        local = 1\n"
        "        return helper(local)\n"
        "    __call__ = f\n"
        "made = [each + more for each in many]\n"
    )
    cell = nbformat.v4.new_code_cell(source)
    assert defines(cell) == {"np", "A", "made"}
    assert uses(cell) - {"__name__"} >= {"Base", "default", "helper", "more", "many"}
    assert not uses(cell) & {"f", "local", "each", "self", "x"}
