"""What the exceptions of the term say about the students of one module."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime

from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.remarks import remarks
from grader.gradebook.settle import current
from grader.gradebook.totals import Totals
from grader.report.model import Exempted


@dataclass
class Excepted:
    """The students with exceptions.

    Args:
        excused: for whom the module does not count.
        extended: whose own due date is still to come.
        told: what to know, student by student.
    """

    excused: set[str] = field(default_factory=set)
    extended: set[str] = field(default_factory=set)
    told: list[Exempted] = field(default_factory=list)


def excepted(course: Course, module: Module, people: Collection[str]) -> Excepted:
    """Return what `exceptions.yml` and late days mean for `people`.

    Raises:
        CourseError: for what is wrong in the file.
    """
    found, totals = Excepted(), Totals(course, module)
    with course.gradebook() as gradebook:
        settled = current(course, gradebook)
    for student in sorted(people):
        allowance, late = settled.of(student, module.id)
        if not allowance and not late.late:
            continue
        notes = remarks(settled.exceptions, module.id, allowance, late, totals.without(allowance))
        if allowance.whole:
            found.excused.add(student)
        if allowance.extension is not None:
            due = settled.exceptions.in_utc(allowance.extension.due)
            if due.replace(tzinfo=UTC) > datetime.now(UTC):
                found.extended.add(student)
            if late.due is None:  # nothing was handed in, so nothing else says so
                notes.insert(0, f"Due date with the extension: {settled.exceptions.written(due)}.")
        if notes:
            found.told.append(Exempted(student=student, notes=notes))
    return found
