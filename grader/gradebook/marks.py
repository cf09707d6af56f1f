"""The marks of a module as a platform gets them: one number for each student, or why there is none.

The instructor decides about the late penalty, answers that wait for a person, and people who handed
in nothing.
"""

from dataclasses import dataclass

from nbgrader.api import Gradebook, MissingEntry, SubmittedAssignment

from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.errors import CourseError
from grader.submissions.roster.entries import Entry

NOT_RELEASED = "nothing was released"


@dataclass(frozen=True)
class Rules:
    """What the instructor decides.

    Args:
        penalty: whether late work loses the points of the late policy.
        waiting: whether a submission with answers that wait for a person has its mark so far.
        missing: whether somebody who handed in nothing has 0 points, instead of no mark.
    """

    penalty: bool = True
    waiting: bool = False
    missing: bool = False


@dataclass(frozen=True)
class Mark:
    """A student's points, or None and why."""

    points: float | None
    why: str = ""


def marks(course: Course, module: Module, rules: Rules) -> tuple[dict[str, Mark], float]:
    """Return student -> mark for everybody in the gradebook, and the points of the module.

    Raises:
        CourseError: if the module has no marks, since it was never released.
    """
    with course.gradebook() as gradebook:
        try:
            assignment = gradebook.find_assignment(module.id)
        except MissingEntry:
            raise CourseError(
                f"{module.id} is not in the gradebook: run `make release MODULE={module.name}`."
            ) from None
        submissions = {each.student_id: each for each in assignment.submissions}
        found = {
            student.id: _mark(course, module, rules, student.id, submissions.get(student.id))
            for student in gradebook.students
        }
        return found, float(assignment.max_score)


def _mark(
    course: Course, module: Module, rules: Rules, student: str, entry: SubmittedAssignment | None
) -> Mark:
    if entry is None:
        if course.submitted(student, module).is_dir():
            return Mark(None, "not graded yet")
        return Mark(0.0 if rules.missing else None, "nothing was handed in")
    outcome = Outcome.load(course.verdict(student, module))
    # Without a record the scores may be those of a run that was interrupted.
    if outcome is None or outcome.verdict == Verdict.UNGRADED:
        return Mark(None, "not graded yet")
    if entry.needs_manual_grade and not rules.waiting:
        return Mark(None, "answers wait for the form grader")
    penalty = entry.late_submission_penalty if rules.penalty else 0.0
    return Mark(max(0.0, entry.score - (penalty or 0.0)))


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
