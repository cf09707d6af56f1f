"""What a feedback page says about exceptions, late work and regrading."""

from dataclasses import dataclass, field

from nbgrader.api import MissingEntry

from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.feedback.tasks import tasks_of
from grader.gradebook.exceptions import FILE, Allowance
from grader.gradebook.regrades import path_of, regraded
from grader.gradebook.remarks import remarks
from grader.gradebook.settle import current
from grader.gradebook.totals import Total, Totals


@dataclass(frozen=True)
class News:
    """What is new to a student about the points of a module.

    Args:
        lines: sentences of plain text.
        total: the total, where exceptions change it.
        allowance: the exceptions.
    """

    lines: list[str] = field(default_factory=list)
    total: Total | None = None
    allowance: Allowance = field(default_factory=Allowance)

    @property
    def decided(self) -> bool:
        """Whether an exception decides the points of the whole module."""
        return self.allowance.whole or self.allowance.total is not None


def news(course: Course, module: Module, student: str) -> News:
    """Return what exceptions, late days and regrading mean for a student in a module."""
    # Most terms have neither, and there may be many pages.
    if not (course.folder / FILE).exists() and not path_of(course, module).exists():
        return News()
    with course.gradebook() as gradebook:
        settled = current(course, gradebook, student)
        allowance, late = settled.of(student, module.id)
        try:
            submission = gradebook.find_submission(module.id, student)
        except MissingEntry:
            return News()
        outcome = Outcome.load(course.verdict(student, module))
        unknown = outcome is not None and outcome.verdict == Verdict.UNGRADED
        total = Totals(course, module).of(submission, allowance, unknown=unknown)
        titles = {task.name: task.title for task in tasks_of(course.source(module))}
        lines = remarks(
            settled.exceptions, module.id, allowance, late, total, to_student=True, titles=titles
        )
        if (allowance or late.counted) and (lost := submission.late_submission_penalty):
            lines.append(f"Late work loses {lost:g} of these points.")
    lines += regraded(course, module, student, settled.exceptions)
    return News(lines, total if allowance.changes_points else None, allowance)
