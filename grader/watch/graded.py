"""What there is to say about a submission that was graded."""

import contextlib
from dataclasses import dataclass
from datetime import datetime

from nbgrader.api import Gradebook

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.course.text import first_line
from grader.gradebook.exceptions import Allowance
from grader.gradebook.settle import current
from grader.gradebook.totals import Totals

SILENT = (Verdict.OK, Verdict.WRONG, Verdict.ERROR)  # the page says it all


@dataclass(frozen=True)
class Graded:
    """One submission: its outcome, its points so far, and how long it took.

    Args:
        outcome: what became of it.
        points, of: points after a late penalty, and the most that there are.
        waiting: points that a person has still to give.
        seconds: from complete files to marks in the gradebook.
    """

    outcome: Outcome
    points: float
    of: float
    waiting: float
    seconds: float

    def line(self, at: datetime) -> str:
        """Return the line about it."""
        outcome = self.outcome
        score = f"{self.points:g} of {self.of:g}"
        if outcome.verdict == Verdict.UNGRADED:
            score = f"no points of {self.of:g} yet"
        elif self.waiting:
            score += f", {self.waiting:g} still to be graded"
        parts = [score, outcome.verdict.value, f"{self.seconds:.2f} s"]
        if outcome.notes and (
            outcome.verdict not in SILENT or outcome.notes[0].startswith("unsafe: ")
        ):
            parts.append(outcome.notes[0])
        who = first_line(outcome.student, 100)
        return first_line(f"{at:%H:%M:%S} {who}: {'; '.join(parts)}", 300)


def graded(
    course: Course, gradebook: Gradebook, module: Module, outcome: Outcome, seconds: float
) -> Graded:
    """Return what the gradebook and `exceptions.yml` say of a graded submission."""
    book = gradebook.find_submission_notebook(module.name, module.id, outcome.student)
    waiting = sum(grade.max_score for grade in book.grades if grade.needs_manual_grade)
    score, of = book.score, book.max_score
    allowance = Allowance()
    # What is wrong in the file is said when `grades.csv` is written; the watch goes on.
    with contextlib.suppress(CourseError):
        allowance, _ = current(course, gradebook, outcome.student).of(outcome.student, module.id)
    if allowance.changes_points:
        total = Totals(course, module).of(book.assignment, allowance)
        score, of, waiting = total.score, total.most, waiting if total.waiting else 0.0
    points = max(0.0, score - (book.late_submission_penalty or 0.0))
    found = Graded(outcome, points, of, waiting, seconds)
    # What was read is not kept, and no transaction stays open while others write.
    gradebook.db.rollback()
    return found
