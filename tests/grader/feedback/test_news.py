"""What a page says about exceptions and regrading, in the page of a notebook and in a plain one."""

from datetime import datetime

import pytest
from marked import give

from grader.course.manifest import Module
from grader.course.term import Course
from grader.feedback.exporter import template
from grader.feedback.model import Report
from grader.feedback.news import News, news
from grader.feedback.pages import write_feedback
from grader.gradebook.exceptions import Allowance, Override
from grader.gradebook.regrades import Cell, Moved, Regrade, save
from grader.gradebook.settle import settle
from grader.gradebook.totals import Total

TEXT = """\
late_days: {each: 2}
excused: [{module: layers, exercise: q1}]
points:
- {student: ada, module: layers, exercise: dropout, points: 5, reason: "<b>told</b> _late_"}
- {student: ben, module: layers, points: 9, reason: oral}
"""


@pytest.fixture
def layers(fresh_term: Course) -> Module:
    return fresh_term.manifest.module("layers")


@pytest.fixture
def changed(fresh_term: Course, layers: Module) -> Course:
    for student in ("ada", "ben"):
        give(fresh_term, layers, student, 0.5)
    (fresh_term.folder / "exceptions.yml").write_text(TEXT, encoding="utf-8")
    settle(fresh_term)
    before = {"ada": {"test-linear-values": Cell(auto=1)}, "ben": {}}
    moved = {"ada": {"linear": Moved(before=6, after=8), "q1": Moved(before=0, after=2)}}
    record = Regrade(
        at=datetime(2026, 3, 1, 12), because="A test of linear was wrong.", before=before,
        done=True, moved=moved,
    )  # fmt: skip
    save(fresh_term, layers, [record])
    return fresh_term


def test_a_student_reads_what_is_theirs(changed: Course, layers: Module) -> None:
    assert news(changed, layers, "ada").lines == [
        "Late days left in this term: 2 of 2.",
        "Q1: Parameter scaling is excused: it is not in the total.",
        "Task 3: Dropout: 5 points, set by the instructor: <b>told</b> _late_",
        "Total with this: 45 of 98 points.",
        # Nothing of q1, which does not count.
        "Regraded on 2026-03-01: A test of linear was wrong. Points changed: linear 6 -> 8.",
    ]
    assert news(changed, layers, "ben").lines[-1].endswith("Your points are the same.")
    assert news(changed, layers, "never_came") == News()


def test_a_plain_page_shows_it_as_text(changed: Course, layers: Module) -> None:
    write_feedback(changed, layers, ["ada", "ben"], jobs=1)
    ada, ben = (
        (changed.feedback(who, layers) / "layers.html").read_text(encoding="utf-8")
        for who in ("ada", "ben")
    )
    told = "Task 3: Dropout: 5 points, set by the instructor: &lt;b&gt;told&lt;/b&gt; _late_"
    assert f"<li>{told}</li>" in ada
    assert "<li>Whole module: 9 points, set by the instructor: oral</li>" in ben
    assert "Your points are the same." in ben


def test_a_plain_page_of_an_excused_module_tells_no_points(changed: Course, layers: Module) -> None:
    text = "excused: [{student: ben, module: layers}]"
    (changed.folder / "exceptions.yml").write_text(text, encoding="utf-8")
    write_feedback(changed, layers, ["ben"], jobs=1)
    page = (changed.feedback("ben", layers) / "layers.html").read_text(encoding="utf-8")
    assert "<strong>Excused</strong>" in page and " of 100 points" not in page


def test_a_notebook_s_page_shows_it_as_text_below_the_total(layers: Module) -> None:
    found = Report("ada", None, 2.0, [])
    whole = Override.model_construct(points=45.0, reason="oral")
    told = News(["<b>told</b> _late_", "more"], Total({}, 45.0, 98.0), Allowance(total=whole))
    page = template("page.html.j2").render(
        course="A course", module=layers, report=found, news=told, cells=[], markdown=str
    )
    assert "<li>&lt;b&gt;told&lt;/b&gt; _late_</li><li>more</li>" in page
    # The total with the exceptions, less the late penalty.
    assert "<strong>43</strong> of 98 points" in page


def test_most_terms_have_nothing_to_tell(fresh_term: Course, layers: Module) -> None:
    give(fresh_term, layers, "ada", 0.5)
    assert news(fresh_term, layers, "ada") == News()


def test_late_work_says_what_it_loses(fresh_term: Course, layers: Module) -> None:
    give(fresh_term, layers, "ada", 0.5, penalty=7.5)
    text = "points: [{student: ada, module: layers, exercise: linear, points: 9, reason: x}]\n"
    (fresh_term.folder / "exceptions.yml").write_text(text, encoding="utf-8")
    assert news(fresh_term, layers, "ada").lines[-1] == "Late work loses 7.5 of these points."
