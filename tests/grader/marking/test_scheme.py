"""Marking schemes: read from a model answer, and told in a comment and back."""

import pytest

from grader.course.term import Course
from grader.feedback.tasks import tasks_of
from grader.marking.scheme import Criterion, Scheme

TEXT = """- 1 point: the slope is small,
  or "it saturates".
- 2.5 points: slopes *multiply*.

Half points may be given.

"Slow" alone earns
nothing."""
SMALL = Criterion(1, 'the slope is small, or "it saturates".')
MULTIPLY = Criterion(2.5, "slopes *multiply*.")


def test_criteria_and_notes_are_read_without_their_line_breaks() -> None:
    scheme = Scheme.parse(TEXT)
    assert scheme.criteria == [SMALL, MULTIPLY]
    assert scheme.notes == ["Half points may be given.", '"Slow" alone earns nothing.']
    assert Scheme.parse("") == Scheme([], [])


@pytest.mark.parametrize("met", [set(), {0}, {1}, {0, 1}])
def test_a_comment_says_what_is_missing_and_is_read_back(met: set[int]) -> None:
    scheme = Scheme.parse(TEXT)
    comment = scheme.comment(met, " Well put. ")
    points = sum(scheme.criteria[n].points for n in met)
    assert comment.count("Missing: ") == 2 - len(met) and comment.endswith("Well put.")
    assert scheme.met(points, comment) == met
    assert scheme.split(comment)[1] == "Well put."


def test_points_that_do_not_fit_the_comment_tell_no_criteria() -> None:
    scheme = Scheme.parse(TEXT)
    assert scheme.met(2.0, scheme.comment({0}, "")) is None
    assert scheme.met(None, "") is None
    assert Scheme.parse("Read it well.").met(0.0, "") is None


def test_every_written_question_has_criteria_that_add_up_to_its_points(term: Course) -> None:
    found = 0
    for module in term.manifest.modules:
        for task in tasks_of(term.source(module)):
            if task.manual:
                found += 1
                criteria = Scheme.parse(task.criteria).criteria
                total = sum(each.points for each in criteria)
                assert len(criteria) > 1 and total == module.points[task.name], task.name
    assert found == sum(len(module.manual) for module in term.manifest.modules)
