"""How a page looks: on a phone, in the dark, on paper, and without a word on the console."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import ClosedBrowser, closed_browser
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output

from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.feedback.exporter import PageExporter
from grader.feedback.redact import Redact
from grader.feedback.sanitize import SanitizeOutputs
from grader.gradebook.read_scores import Score, Scores
from workbench.cells import grade_id, grading, is_answer

pytestmark = pytest.mark.slow

WRONG = "test-linear-initialization"
MESSAGE = "How the weights start is not right."


def page_text(student: str = "ada") -> str:
    """The page of a notebook with one failed test and a cell that Python cannot read."""
    course = Course(ROOT, ROOT)
    module = course.manifest.module("layers")
    nb = read(course.source(module))
    cells: dict[str, Score] = {}
    for cell in nb.cells:
        if not grading(cell).get("grade"):
            continue
        of = float(grading(cell).points)
        by_person = is_answer(cell)
        cells[grade_id(cell) or ""] = Score(
            0 if grade_id(cell) == WRONG else of, of, False, by_person
        )
    wrong = next(cell for cell in nb.cells if grade_id(cell) == WRONG)
    wrong.outputs = [new_output("error", ename="CheckFailed", evalue=MESSAGE, traceback=[MESSAGE])]
    broken = next(cell for cell in nb.cells if grade_id(cell) == "mlp-flops")
    broken.source = "def mlp_flops(batch, sizes)\n    return 0"
    broken.outputs = [new_output("error", ename="SyntaxError", evalue="", traceback=[])]
    exporter = PageExporter(root=str(ROOT), folder=str(ROOT))
    exporter.register_preprocessor(SanitizeOutputs, enabled=True)
    exporter.register_preprocessor(
        lambda nb, resources: _scored(nb, resources, Scores(cells=cells))
    )
    exporter.register_preprocessor(Redact, enabled=True)
    names = {"assignment": module.id, "notebook": module.name, "student": student}
    return str(exporter.from_notebook_node(nb, {"nbgrader": names})[0])


def _scored(nb: NotebookNode, resources: Any, scores: Scores) -> tuple[NotebookNode, Any]:
    resources["scores"] = scores
    return nb, resources


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "layers.html"
    path.write_text(page_text(), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def closed() -> Iterator[ClosedBrowser]:
    with closed_browser() as found:
        yield found


@pytest.mark.parametrize("width", [390, 1280])
def test_it_needs_no_scrolling_sideways_and_says_nothing_on_the_console(
    closed: ClosedBrowser, path: Path, width: int
) -> None:
    said: list[str] = []
    page = closed.context(viewport={"width": width, "height": 900}).new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("#passed > summary")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []


def test_it_is_dark_where_the_system_is(closed: ClosedBrowser, path: Path) -> None:
    colours = {}
    for scheme in ("light", "dark"):
        page = closed.context(color_scheme=scheme).new_page()
        page.goto(path.as_uri())
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        colours[scheme] = sum(map(int, re.findall(r"\d+", colour)[:3]))
    assert colours["light"] > 700
    assert colours["dark"] < 120


def test_it_prints_on_two_pages(closed: ClosedBrowser, path: Path, tmp_path: Path) -> None:
    page = closed.context().new_page()
    page.goto(path.as_uri())
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "page.pdf").read_bytes())) <= 2


def test_a_link_to_a_section_leads_to_it(closed: ClosedBrowser, path: Path) -> None:
    page = closed.context().new_page()
    page.goto(path.as_uri())
    page.click(".problem .tests a")
    assert page.evaluate("document.querySelector(':target').innerText").startswith("# Graded")


def test_its_top_tells_the_syntax_error_with_its_line_and_it_is_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    top = text[: text.index("What is not right")]
    assert "SyntaxError in line 1 of your cell: expected &#39;:&#39;" in top
    assert "<pre>def mlp_flops(batch, sizes)</pre>" in top
    assert len(text.encode()) < 300_000
    assert "weights of spread sqrt(1 / in_features)" in text[len(top) :]


def test_the_name_of_a_student_is_text() -> None:
    text = page_text("<img src=x onerror=window.hit=1>")
    assert "<img" not in text
    assert "&lt;img src=x onerror=window.hit=1&gt;" in text
