"""The lines of a feedback page about exceptions, late work and regrading."""

from nbgrader.api import MissingEntry

from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.gradebook.exceptions import FILE
from grader.gradebook.regrades import path_of, regraded
from grader.gradebook.remarks import remarks
from grader.gradebook.settle import current
from grader.gradebook.totals import Totals


def news(course: Course, module: Module, student: str) -> list[str]:
    """Return the lines for a student about a module, each a sentence or two of plain text."""
    # Most terms have neither, and there may be many pages.
    if not (course.folder / FILE).exists() and not path_of(course, module).exists():
        return []
    with course.gradebook() as gradebook:
        settled = current(course, gradebook, student)
        allowance, late = settled.of(student, module.id)
        try:
            submission = gradebook.find_submission(module.id, student)
        except MissingEntry:
            return []
        outcome = Outcome.load(course.verdict(student, module))
        unknown = outcome is not None and outcome.verdict == Verdict.UNGRADED
        total = Totals(course, module).of(submission, allowance, unknown=unknown)
        lines = remarks(settled.exceptions, module.id, allowance, late, total, to_student=True)
        if (allowance or late.counted) and (lost := submission.late_submission_penalty):
            lines.append(f"Late work loses {lost:g} of these points.")
    return [*lines, *regraded(course, module, student, settled.exceptions)]
