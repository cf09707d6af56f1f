"""Written answers in the form grader: 120 of one question, marked in a browser."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser import ClosedBrowser, closed_browser
from formgrader import form_grader
from kit import answered, grade_all, hand_in
from playwright.sync_api import Locator, Page

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.feedback.tasks import tasks_of
from grader.gradebook.manual_marks import Mark, marks_of, save_marks
from grader.marking.answers import answers, question, questions
from grader.marking.scheme import Scheme
from workbench.cells import grade_id

NAME = "q4-why-relu"
STUDENTS = [f"s{number:03}" for number in range(120)]
PHRASES = [
    "The slope of the sigmoid is at most a quarter.",
    "Slopes multiply along the chain, so they vanish.",
    "The slope of ReLU is 1 for positive inputs.",
    "A unit that sees negative inputs only is dead.",
    "ReLU is cheaper to compute.",
    "It saturates, so learning stops.",
]
SAME = " ".join(PHRASES[:4])
PICTURE = "s006"  # who hands in a picture
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
MOST_CLICKS = 3


@dataclass
class Marking:
    """A term with graded submissions: two empty answers, four alike, and all kinds of others."""

    course: Course
    module: Module

    def marks(self) -> dict[str, Mark]:
        with self.course.gradebook() as gradebook:
            return marks_of(gradebook, self.module, NAME)

    def scheme(self) -> Scheme:
        tasks = tasks_of(self.course.source(self.module))
        return Scheme.parse(next(task.criteria for task in tasks if task.name == NAME))


@pytest.fixture(scope="module")
def graded(term: Course, tmp_path_factory: pytest.TempPathFactory) -> Marking:
    folder = tmp_path_factory.mktemp("marking") / "term"
    shutil.copytree(term.folder, folder)
    course = Course(term.root, folder)
    module = course.manifest.module("activations")
    cells = read(course.release(module)).cells
    blank = next(cell.source for cell in cells if grade_id(cell) == NAME)
    rng = random.Random(3)
    for number, student in enumerate(STUDENTS):
        text = " ".join(rng.sample(PHRASES, rng.randint(1, 5))) + f" I counted {number} layers."
        text = {0: "", 1: f"{blank} ", 2: SAME, 3: SAME.upper(), 4: SAME, 5: SAME}.get(number, text)
        work = answered(course, module, {NAME: text})
        if student == PICTURE:
            cell = next(cell for cell in work.cells if grade_id(cell) == NAME)
            picture = "![A drawing](attachment:a.png)"
            cell.update(source=picture, attachments={"a.png": {"image/png": DOT}})
        hand_in(course, module, student, work)
    grade_all(course, module, STUDENTS, engine="wall")
    return Marking(course, module)


@pytest.fixture
def marking(graded: Marking, tmp_path: Path) -> Marking:
    """A copy of the test's own."""
    shutil.copytree(graded.course.folder, tmp_path / "term")
    return Marking(Course(graded.course.root, tmp_path / "term"), graded.module)


def test_questions_are_those_of_released_modules(marking: Marking) -> None:
    found = [(each.module.id, each.task.name) for each in questions(marking.course)]
    assert found == [
        (module.id, name) for module in marking.course.manifest.modules for name in module.manual
    ]
    marking.course.release(marking.module).unlink()
    with pytest.raises(CourseError, match="not released"):
        question(marking.course, marking.module.id, NAME)


def test_an_empty_answer_is_zero_and_named_and_waits_for_nobody(marking: Marking) -> None:
    asked = question(marking.course, marking.module.id, NAME)
    with marking.course.gradebook() as gradebook:
        found = answers(marking.course, gradebook, asked)
        scores = [
            gradebook.find_grade(NAME, marking.module.name, marking.module.id, each.student).score
            for each in found.empty
        ]
    assert [each.student for each in found.empty] == STUDENTS[:2] and scores == [0, 0]
    assert not any(each.waiting for each in found.empty) and found.absent == []
    assert len(found.given) == 118 and all(each.waiting for each in found.given)


def test_a_notebook_without_the_answer_is_named(marking: Marking) -> None:
    asked = question(marking.course, marking.module.id, NAME)
    path = marking.course.autograded("s007", marking.module) / f"{marking.module.name}.ipynb"
    path.write_text("{")
    with marking.course.gradebook() as gradebook:
        assert answers(marking.course, gradebook, asked).absent == ["s007"]


def test_marks_are_saved_for_all_or_for_nobody(marking: Marking) -> None:
    with marking.course.gradebook() as gradebook:
        with pytest.raises(CourseError, match="nobody has no graded answer"):
            save_marks(gradebook, marking.module, NAME, ["s002", "nobody"], 2.0, "Good.")
        assert all(
            mark.score is None for mark in marks_of(gradebook, marking.module, NAME).values()
        )
        save_marks(gradebook, marking.module, NAME, ["s002", "s003"], 2.5, "Good.")
    marks = marking.marks()
    assert [marks[each].score for each in STUDENTS[2:5]] == [2.5, 2.5, None]
    assert marks["s003"] == Mark("s003", 2.5, False, "Good.") and marks["s004"].waiting


@pytest.fixture(scope="module")
def closed() -> Iterator[ClosedBrowser]:
    with closed_browser() as found:
        yield found


@pytest.fixture
def said() -> list[str]:
    """What was said on the console."""
    return []


@pytest.fixture
def page(
    marking: Marking, closed: ClosedBrowser, tmp_path: Path, said: list[str]
) -> Iterator[Page]:
    """The question's page; a word on the console fails the test."""
    with form_grader(marking.course, tmp_path) as server:
        context = closed.context(viewport={"width": 1300, "height": 900})
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{server}/formgrader/written/{marking.module.id}/{NAME}/")
        yield page
        context.close()
    assert said == [] and closed.outside() == []


class Clicks:
    """Clicks on one group of answers, counted."""

    def __init__(self, group: Locator) -> None:
        self.group, self.count = group, 0

    def __call__(self, selector: str) -> None:
        self.group.locator(selector).click()
        self.count += 1

    def give(self, met: set[int], of: int) -> None:
        """Tick these criteria, the shorter way round."""
        if len(met) * 2 <= of and met:
            for number in met:
                self(f".criterion >> nth={number}")
            return
        self(".all" if met else ".none")
        for number in set(range(of)) - met if met else ():
            self(f".criterion >> nth={number}")


@pytest.mark.slow
def test_120_answers_are_marked_with_at_most_three_clicks_each(
    marking: Marking, page: Page
) -> None:
    scheme, rng = marking.scheme(), random.Random(7)
    of, wanted, most = len(scheme.criteria), dict[str, tuple[float, str]](), 0
    for group in page.locator(".group").all():
        met = {number for number in range(of) if rng.random() < 0.5}
        click = Clicks(group)
        click.give(met, of)
        text = ""
        if rng.random() < 0.3:
            text = scheme.notes[0]
            click(".say >> nth=0")
        most = max(most, click.count)
        points = sum(scheme.criteria[number].points for number in met)
        for student in group.evaluate("each => JSON.parse(each.dataset.students)"):
            wanted[student] = points, scheme.comment(met, text)
    assert most <= MOST_CLICKS and sorted(wanted) == STUDENTS[2:]
    page.locator("#left", has_text="All marked.").wait_for()
    page.wait_for_function(
        "[...document.querySelectorAll('.state')].every(each => each.matches('.saved'))"
    )
    marks = marking.marks()
    assert {each: (marks[each].score, marks[each].comment) for each in wanted} == wanted
    page.reload()
    for group in page.locator(".group").all()[:5]:
        first = group.evaluate("each => JSON.parse(each.dataset.students)[0]")
        assert float(group.locator(".points").input_value()) == wanted[first][0]
        ticks = group.locator(".criterion[aria-pressed=true]").count()
        assert ticks == of - wanted[first][1].count("Missing: ")


@pytest.mark.slow
def test_a_picture_is_shown_and_its_answer_stands_alone(page: Page) -> None:
    group = page.locator(f".group:has(.student[title={PICTURE}])")
    assert group.locator("h2").inner_text().startswith("1 answer")
    assert group.locator(".text img").evaluate("each => each.naturalWidth") == 1


@pytest.mark.slow
def test_answers_that_are_alike_stand_together_and_one_can_be_taken_out(
    marking: Marking, page: Page
) -> None:
    group = page.locator(".group").first
    assert group.locator("h2").inner_text().startswith("4 answers")
    group.locator("summary").click()
    group.locator(".apart[data-student=s004]").click()
    group.locator(".all").click()
    group.locator(".state.saved").wait_for()
    marks = marking.marks()
    assert [marks[each].score for each in ("s002", "s003", "s004", "s005")] == [3, 3, None, 3]
    alone = page.locator(".group").nth(1)
    assert "s004" in alone.locator("h2").inner_text()
    alone.locator(".points").fill("1.5")
    alone.locator(".comment").fill("Say why.")
    alone.locator(".comment").blur()
    alone.locator(".state.saved").wait_for()
    page.locator(".group >> nth=2 >> .say", has_text="Say why.").wait_for()  # offered at others
    page.wait_for_timeout(300)
    assert marking.marks()["s004"] == Mark("s004", 1.5, False, "Say why.")


@pytest.mark.slow
def test_points_out_of_range_are_refused_and_nothing_is_saved(
    marking: Marking, page: Page, said: list[str]
) -> None:
    group = page.locator(".group").first
    group.locator(".points").fill("7")
    group.locator(".points").blur()
    assert "0 to 3" in group.locator(".state.wrong").inner_text()
    answer = page.evaluate(
        """async () => (await fetch(location.pathname + "marks", {method: "PUT", headers:
        {"X-XSRFToken": xsrf()}, body: '{"students": ["s002"], "points": 9}'})).status"""
    )
    assert answer == 400 and marking.marks()["s002"].waiting
    page.wait_for_timeout(100)
    said.clear()  # Chromium says on the console that the server refused


@pytest.mark.slow
def test_the_scheme_stands_beside_the_answer_on_a_submissions_own_page(
    marking: Marking, page: Page
) -> None:
    with marking.course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(marking.module.name, marking.module.id, "s009").id
    address = page.url.split("/written/")[0]
    page.goto(f"{address}/submissions/{book}/")
    scheme = page.locator(f".marking-scheme[data-cell={NAME}]")
    page.wait_for_load_state("networkidle")
    scheme.locator(".criterion").nth(1).click()
    page.wait_for_load_state("networkidle")
    mark = marking.marks()["s009"]
    assert mark.score == 1 and mark.comment == marking.scheme().comment({1}, "")
    for place in ("manage_students", f"gradebook/{marking.module.id}", "manage_assignments"):
        page.goto(f"{address}/{place}")
        assert page.locator("a", has_text="Written answers").count() == 1, place
    page.locator("a", has_text="Written answers").click()
    assert page.locator("h1").inner_text() == "Written answers"
    page.locator("td", has_text=str(117)).first.wait_for()
