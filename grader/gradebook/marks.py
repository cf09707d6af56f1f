"""The marks of a module as a platform gets them: one number for each student, or why there is none.

The instructor decides about the late penalty, answers that are still to be graded, and people who
handed in nothing.
"""

from dataclasses import dataclass, replace

from nbgrader.api import Gradebook, MissingEntry, SubmittedAssignment

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.gradebook.exceptions import Allowance
from grader.gradebook.settle import current, settle
from grader.gradebook.totals import Totals
from grader.submissions.roster.entries import Entry

NOT_RELEASED = "nothing was released"


@dataclass(frozen=True)
class Rules:
    """What the instructor decides.

    Args:
        penalty: whether late work loses the points of the late policy.
        waiting: whether a submission with unmarked answers gets its mark so far.
        missing: whether somebody who handed in nothing has 0 points, instead of no mark.
    """

    penalty: bool = True
    waiting: bool = False
    missing: bool = False


@dataclass(frozen=True)
class Mark:
    """A student's points, or None and why; `excused` from the whole module."""

    points: float | None
    why: str = ""
    excused: bool = False


def marks(course: Course, module: Module, rules: Rules) -> tuple[dict[str, Mark], float]:
    """Return student -> mark for everybody in the gradebook, and the points of the module.

    Raises:
        CourseError: if the module has no marks, since it was never released, or something is wrong
            in `exceptions.yml`.
    """
    settle(course)
    with course.gradebook() as gradebook:
        try:
            assignment = gradebook.find_assignment(module.id)
        except MissingEntry:
            raise CourseError(
                f"{module.id} is not in the gradebook: run `make release MODULE={module.name}`."
            ) from None
        submissions = {each.student_id: each for each in assignment.submissions}
        settled, totals = current(course, gradebook), Totals(course, module)
        # Exercises that are excused for everyone do not count towards the module.
        every = settled.exceptions.of_all(module.id)
        points = float(assignment.max_score) - sum(module.points[each] for each in every.excused)
        found = {}
        for student in gradebook.students:
            allowance, _ = settled.of(student.id, module.id)
            entry = submissions.get(student.id)
            mark = _set_or_excused(totals, allowance) or _mark(
                course, totals, allowance, rules, student.id, entry
            )
            most = totals.most(allowance)
            # A platform has one maximum for everyone: scale points of the partly excused.
            if mark.points is not None and 0 < most != points:
                mark = replace(mark, points=mark.points * points / most)
            found[student.id] = mark
        return found, points


def _set_or_excused(totals: Totals, allowance: Allowance) -> Mark | None:
    """Return the mark of somebody whose submission does not matter; None if it does."""
    if allowance.whole or totals.most(allowance) == 0:
        return Mark(None, "excused", excused=True)
    return None if allowance.total is None else Mark(allowance.total.points)


def _mark(
    course: Course,
    totals: Totals,
    allowance: Allowance,
    rules: Rules,
    student: str,
    entry: SubmittedAssignment | None,
) -> Mark:
    module = totals.module
    if entry is None:
        if course.submitted(student, module).is_dir():
            return Mark(None, "not graded yet")
        return Mark(0.0 if rules.missing else None, "nothing was handed in")
    outcome = Outcome.load(course.verdict(student, module))
    # Without a record the scores may be those of a run that was interrupted.
    if outcome is None or outcome.verdict == Verdict.UNGRADED:
        return Mark(None, "not graded yet")
    score, waiting = entry.score, entry.needs_manual_grade
    if allowance.changes_points:
        total = totals.of(entry, allowance)
        score, waiting = total.score, total.waiting
    if waiting and not rules.waiting:
        return Mark(None, "answers wait for the form grader")
    penalty = entry.late_submission_penalty if rules.penalty else 0.0
    return Mark(max(0.0, score - (penalty or 0.0)))


def enter_students(course: Course, entries: list[Entry]) -> None:
    """Enter the people of the roster in the gradebook, so that each has a line in grades.csv."""
    with course.gradebook() as gradebook:
        for each in entries:
            _enter(gradebook, each)
        gradebook.db.commit()


def _enter(gradebook: Gradebook, entry: Entry) -> None:
    first, last = entry.first, entry.last or ("" if entry.first else entry.name)
    known = {"first_name": first, "last_name": last, "email": entry.email}
    gradebook.update_or_create_student(
        entry.student, **{name: value for name, value in known.items() if value}
    )
