"""Attacks on the browser of a person who opens a page with a submission.

The pages are feedback's and the form grader's, of submissions that both engines have graded. What a
page holds is looked at as a parser reads it, always, and as Chromium shows it, where there is one.
"""

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import closed_browser
from formgrader import form_grader
from kit import answered, cell_of
from nbconvert.exporters import HTMLExporter
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell, writes
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension
from parsed_page import Page, differ, of_a_students
from payloads import ATTACHMENTS, CODE, MARKDOWN

from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.term import ROOT, Course
from grader.feedback.markup import to_html
from grader.feedback.pages import write_feedback
from grader.grading.batch import grade
from grader.grading.engines import ENGINES
from grader.release.make import release
from grader.settings import nbgrader_config

pytestmark = pytest.mark.slow

HONEST = "honest"
HOSTILE = "<img src=x onerror=window.hit=1>"  # a name that somebody has chosen well


@pytest.mark.parametrize("attack", MARKDOWN)
def test_cannot_be_more_than_text(attack: str) -> None:
    assert of_a_students(Page(to_html(MARKDOWN[attack], ATTACHMENTS))) == []


def test_text_formulas_tables_and_code_are_shown() -> None:
    text = "a **b** $\\frac{1}{2}$ <br> `x < y`\n\n| a |\n|--:|\n| 1 |\n\n```python\nx = 1\n```\n\n[docs](https://numpy.org)"
    tags = Page(to_html(text)).tags
    assert all(tags[tag] for tag in ("strong", "mfrac", "br", "code", "table", "td", "span"))
    assert '<a href="https://numpy.org"' in to_html(text)


def test_a_formula_that_is_none_is_shown_as_it_was_typed() -> None:
    assert "<code>$\\frac{$</code>" in to_html(r"so $\frac{$ is")


def test_an_attached_picture_is_shown() -> None:
    picture = next(iter(ATTACHMENTS['"onerror="window.hit=1'].values()))
    assert f'src="data:image/png;base64,{picture}"' in to_html(
        "![p](attachment:p.png)", {"p.png": {"image/png": picture}}
    )


@pytest.mark.parametrize(
    "text", ["[" * 19_000, "$x$ " * 4_900, "> " * 9_000, "\\begin{a}" * 2_000, "x" * 10_000_000]
)
def test_cannot_keep_the_page_from_being_made(text: str) -> None:
    begin = time.monotonic()
    assert to_html(text)
    assert time.monotonic() - begin < 10


def hostile(book: NotebookNode) -> NotebookNode:
    """A notebook with every payload; code comes first, since later output is not shown."""
    code = [new_code_cell(source) for source in CODE.values()]
    text = [new_markdown_cell(source) for source in MARKDOWN.values()]
    raw = [
        new_raw_cell(MARKDOWN[name]) for name in ("script", "style", "class_of_the_page", "frame")
    ]
    for cell in (*text, *raw):
        cell["attachments"] = ATTACHMENTS
    for cell in raw:
        cell.metadata["raw_mimetype"] = "text/html"
    cell_of(book, "q4-why-relu").source = "\n\n".join(MARKDOWN.values())
    book.cells = [*code, *book.cells, *text, *raw]
    book.metadata["title"] = "</title><script>window.hit=1</script>"
    book.metadata["widgets"] = {
        "application/vnd.jupyter.widget-state+json": {"x": "</script><script>window.hit=1"}
    }
    return book


@pytest.fixture(scope="module", params=ENGINES)
def graded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Course, Module]:
    """A term with an honest and a hostile student, whose feedback has been written."""
    if request.param == "wall" and sys.platform != "linux":
        pytest.skip("the wall is for Linux")
    course = Course(ROOT, tmp_path_factory.mktemp("pages") / "term")
    module = course.manifest.module("activations")
    release(course, module)
    for student, book in (
        (HONEST, answered(course, module)),
        (HOSTILE, hostile(answered(course, module))),
    ):
        write_text(course.submitted(student, module) / f"{module.name}.ipynb", writes(book))
    grade(course, module, [HONEST, HOSTILE], engine=request.param, report=lambda outcome: None)
    with course.gradebook() as gradebook:
        somebody = gradebook.find_student(HOSTILE)
        somebody.first_name = somebody.last_name = (
            f"{HOSTILE}</a></li></nav><script>window.hit=1</script>"
        )
        gradebook.db.commit()
    for student in (HONEST, HOSTILE):
        assert write_feedback(course, module, [student])
    return course, module


def feedback_page(course: Course, module: Module, student: str) -> Path:
    return course.feedback(student, module) / f"{module.name}.html"


def form_grader_page(course: Course, module: Module, student: str) -> str:
    """The page that the form grader makes of a submission, as it makes it."""
    resources = {
        "assignment_id": module.id, "notebook_id": module.name, "submission_id": "1", "index": 0,
        "total": 1, "base_url": "", "student": student, "last_name": student,
        "first_name": student, "notebook_path": student,
    }  # fmt: skip
    path = course.autograded(student, module) / f"{module.name}.ipynb"
    config = nbgrader_config(course)
    config.merge(FormgradeExtension().build_extra_config())
    return str(HTMLExporter(config=config).from_filename(str(path), resources=resources)[0])


def test_cannot_put_anything_on_the_feedback_page(graded: tuple[Course, Module]) -> None:
    course, module = graded
    pages = [
        Page(feedback_page(course, module, who).read_text(encoding="utf-8"))
        for who in (HONEST, HOSTILE)
    ]
    differ(*pages)
    assert not pages[1].tags["script"]


def test_cannot_put_anything_on_the_form_graders_page(graded: tuple[Course, Module]) -> None:
    course, module = graded
    differ(*(Page(form_grader_page(course, module, who)) for who in (HONEST, HOSTILE)))


@pytest.mark.parametrize("student", [HONEST, HOSTILE])
def test_the_feedback_page_asks_nobody_for_anything(
    graded: tuple[Course, Module], student: str
) -> None:
    text = feedback_page(*graded, student).read_text(encoding="utf-8")
    assert "Content-Security-Policy" in text
    assert not [
        value
        for tag, name, value in Page(text).attributes
        if name == "src" and not value.startswith("data:")
    ]
    styles = "".join(re.findall(r"<style.*?</style>", text, re.DOTALL))
    assert not re.findall(r"url\(['\"]?(?:https?:)?//[^)]*", styles)
    assert "<math" in text


LOOK = """() => ({
    hit: window.hit,
    colour: getComputedStyle(document.body).backgroundColor,
    fixed: [...document.querySelectorAll('#notebook *')]
        .filter(e => getComputedStyle(e).position == 'fixed').length,
    frames: window.frames.length,
    ways: [...new Set([...document.querySelectorAll('#notebook a[href]')]
        .map(a => a.protocol))].sort(),
    formulas: document.querySelectorAll('math').length,
})"""


def test_cannot_do_anything_in_a_browser_that_shows_feedback(graded: tuple[Course, Module]) -> None:
    with closed_browser() as closed:
        page = closed.browser.new_page()
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        for student in (HONEST, HOSTILE):
            page.goto(feedback_page(*graded, student).as_uri())
            page.wait_for_timeout(500)
            found = page.evaluate(LOOK)
            assert found["hit"] is None
            assert found["colour"] != "rgb(1, 2, 3)"
            assert (found["fixed"], found["frames"]) == (0, 0)
            assert set(found["ways"]) <= {"file:", "https:", "http:"}
            assert found["formulas"]
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
    assert "evil.test" not in " ".join(closed.asked)


@pytest.fixture
def server(graded: tuple[Course, Module], tmp_path: Path) -> Iterator[str]:
    with form_grader(graded[0], tmp_path) as address:
        yield address


def test_cannot_do_anything_in_a_browser_that_shows_the_form_grader(
    graded: tuple[Course, Module], server: str
) -> None:
    course, module = graded
    with course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, HOSTILE).id
    with closed_browser() as closed:
        page = closed.browser.new_page(viewport={"width": 1200, "height": 900})
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: requests.append(f"error: {error}"))
        page.goto(f"{server}/formgrader/submissions/{book}/")
        page.wait_for_timeout(1500)
        found = page.evaluate(LOOK)
        assert found["hit"] is None
        assert found["colour"] != "rgb(1, 2, 3)"
        assert (found["fixed"], found["frames"]) == (0, 0)
        assert "javascript:" not in found["ways"]
        page.fill("#q4-why-relu", "2.5")
        page.press("#q4-why-relu", "Tab")
        page.wait_for_timeout(1000)
        for place in (
            "manage_students",
            f"gradebook/{module.id}/{module.name}",
            f"manage_submissions/{module.id}",
        ):
            page.goto(f"{server}/formgrader/{place}")
            page.wait_for_timeout(500)
            assert page.evaluate("window.hit") is None, place
    assert [url for url in requests if not url.startswith((server, "data:"))] == []
    assert "evil.test" not in " ".join(closed.asked)
    with course.gradebook() as gradebook:
        assert (
            gradebook.find_grade("q4-why-relu", module.name, module.id, HOSTILE).manual_score == 2.5
        )
