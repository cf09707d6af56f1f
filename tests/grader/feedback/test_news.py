"""What a page says about exceptions and regrading, in the page of a notebook and in a plain one."""

from datetime import datetime

import pytest
from marked import give

from grader.course.manifest import Module
from grader.course.term import Course
from grader.feedback.news import news
from grader.feedback.pages import write_feedback
from grader.gradebook.regrades import Cell, Moved, Regrade, save
from grader.gradebook.settle import settle

TEXT = """\
late_days: {each: 2}
excused: [{module: activations, exercise: relu}]
points:
- {student: complete, module: activations, exercise: tanh, points: 5, reason: "<b>told</b> _late_"}
- {student: broken_file, module: activations, points: 9, reason: "<b>oral</b>"}
"""


@pytest.fixture
def changed(graded_before: Course, module: Module) -> Course:
    (graded_before.folder / "exceptions.yml").write_text(TEXT, encoding="utf-8")
    settle(graded_before)
    before = {"complete": {"test-relu-values": Cell(auto=1)}, "broken_file": {}}
    moved = {"complete": {"sigmoid": Moved(before=6, after=8), "relu": Moved(before=0, after=6)}}
    record = Regrade(
        at=datetime(2026, 3, 1, 12), because="A test of sigmoid was wrong.", before=before,
        done=True, moved=moved,
    )  # fmt: skip
    save(graded_before, module, [record])
    return graded_before


def test_a_student_reads_what_is_theirs(changed: Course, module: Module) -> None:
    assert news(changed, module, "complete") == [
        "Late days left in this term: 2 of 2.",
        "relu is excused: it is not in the total.",
        "tanh: 5 points, set by the instructor: <b>told</b> _late_",
        "Total with this: 30 of 34 points.",
        # Nothing of relu, which does not count.
        "Regraded on 2026-03-01: A test of sigmoid was wrong. Points changed: sigmoid 6 -> 8.",
    ]
    assert news(changed, module, "wrong")[-1] == "Total with this: 31 of 34 points."
    assert news(changed, module, "never_came") == []


def test_pages_show_it_as_plain_text(changed: Course, module: Module) -> None:
    write_feedback(changed, module, ["complete", "broken_file"], jobs=1)
    of_notebook, plain = (
        (changed.feedback(who, module) / "activations.html").read_text(encoding="utf-8")
        for who in ("complete", "broken_file")
    )
    assert "set by the instructor: &lt;b&gt;told&lt;/b&gt; _late_</p>" in of_notebook
    assert "Points changed: sigmoid 6 -&gt; 8." in of_notebook
    assert (
        "<li>Whole module: 9 points, set by the instructor: &lt;b&gt;oral&lt;/b&gt;</li>" in plain
    )
    assert "Your points are the same." in plain


def test_most_terms_have_nothing_to_tell(fresh_term: Course) -> None:
    layers = fresh_term.manifest.module("layers")
    give(fresh_term, layers, "ada", 0.5)
    assert news(fresh_term, layers, "ada") == []


def test_late_work_says_what_it_loses(fresh_term: Course) -> None:
    layers = fresh_term.manifest.module("layers")
    give(fresh_term, layers, "ada", 0.5, penalty=7.5)
    text = "points: [{student: ada, module: layers, exercise: linear, points: 9, reason: x}]\n"
    (fresh_term.folder / "exceptions.yml").write_text(text, encoding="utf-8")
    assert news(fresh_term, layers, "ada")[-1] == "Late work loses 7.5 of these points."
