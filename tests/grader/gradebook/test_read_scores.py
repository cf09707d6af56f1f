"""The scores of one submission, as nbgrader itself counts them."""

from datetime import datetime

import pytest

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.read_scores import Score, scores_of


def test_they_are_those_that_nbgrader_counts(graded_before: Course, module: Module) -> None:
    with graded_before.gradebook() as gradebook:
        student = gradebook.find_student("wrong")
        student.first_name, student.last_name = "Ada", "Lovelace"
        gradebook.find_submission(module.id, "wrong").timestamp = datetime(2026, 3, 2, 9, 30)
        book = gradebook.find_submission_notebook(module.name, module.id, "wrong")
        book.late_submission_penalty = 1.5
        grade = gradebook.find_grade("q4-why-relu", module.name, module.id, "wrong")
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 2.0, 0.5, False
        gradebook.find_comment(
            "q4-why-relu", module.name, module.id, "wrong"
        ).manual_comment = "See section 2."
        gradebook.db.commit()
        score, of, names = book.score, book.max_score, {grade.name for grade in book.grades}
    found = scores_of(graded_before.db_url, module.id, module.name, "wrong")
    assert (found.name, found.handed_in) == ("Ada Lovelace", datetime(2026, 3, 2, 9, 30))
    assert found.penalty == 1.5
    assert found.cells.keys() == names
    assert sum(cell.points for cell in found.cells.values()) == score
    assert sum(cell.of for cell in found.cells.values()) == of
    assert found.cells["q4-why-relu"] == Score(2.5, 3.0, waiting=False, by_person=True)
    assert found.comments["q4-why-relu"] == "See section 2."


def test_an_unknown_submission_is_named(graded_before: Course, module: Module) -> None:
    with pytest.raises(CourseError, match="no submission of 02_activations by nobody"):
        scores_of(graded_before.db_url, module.id, module.name, "nobody")
