"""How late each submission of a term is: due dates with extensions, and late days that are used.

The late days of a student are used in the order of the due dates. A day that has begun counts. If
too few are left, what is left is used, unless the policy takes all points of late work anyway.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from nbgrader.api import Assignment, Gradebook, SubmittedAssignment
from sqlalchemy import Column, Interval, MetaData, String, Table, inspect, select

from grader.course.term import Course
from grader.gradebook.exceptions import Exceptions

DAY = timedelta(days=1)

# Submissions whose extension or penalty follows from the exceptions. nbgrader has one column for an
# extension, and another program may have filled it before.
SETTLED = Table(
    "tinytorch_exception",
    MetaData(),
    Column("submission_id", String(32), primary_key=True),  # nbgrader's submitted_assignment.id
    Column("before", Interval),  # the extension that was there
)


@dataclass(frozen=True)
class Entry:
    """A submission in the gradebook."""

    id: str
    student: str
    module: str
    handed_in: datetime | None
    due: datetime | None
    """The module's due date, the same for all."""
    extension: timedelta | None
    """The student's extension by another program than this."""
    settled: bool
    """Whether the gradebook has an extension or penalty of ours."""


@dataclass(frozen=True)
class Lateness:
    """How late a submission is.

    Args:
        due: its due date with an extension; None if the module has none.
        late: the time after that.
        days: the late days that are used for it.
        left: the late days that the student has left in the term.
        budget: the late days that the student had.
    """

    due: datetime | None = None
    late: timedelta = timedelta()
    days: int = 0
    left: int = 0
    budget: int = 0

    @property
    def counted(self) -> timedelta:
        """The time that the work counts as late."""
        return max(timedelta(), self.late - self.days * DAY)


def submissions(gradebook: Gradebook, student: str | None = None) -> list[Entry]:
    """Return what the gradebook has of everybody, or of one student, in the order of due dates."""
    ours = inspect(gradebook.engine).has_table(SETTLED.name)
    query = (
        select(
            SubmittedAssignment.id, SubmittedAssignment.student_id, Assignment.name,
            SubmittedAssignment.timestamp, Assignment.duedate, SubmittedAssignment.extension,
        )
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
    )  # fmt: skip
    if student is not None:
        query = query.where(SubmittedAssignment.student_id == student)
    settled = gradebook.db.execute(select(SETTLED)).all() if ours else []
    before = {row[0]: row[1] for row in settled}
    found = [
        Entry(id, who, module, when, due, before.get(id, extension), id in before)
        for id, who, module, when, due, extension in gradebook.db.execute(query)
    ]
    # Modules are numbered, so their ids decide where due dates do not.
    return sorted(found, key=lambda entry: (entry.due or datetime.max, entry.module))


def lateness(
    course: Course, exceptions: Exceptions, entries: Iterable[Entry]
) -> dict[tuple[str, str], Lateness]:
    """Return (student, module) -> how late it is; `entries` are in the order of due dates."""
    of_student: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        of_student[entry.student].append(entry)
    found = {}
    for student, own in of_student.items():
        budget = left = exceptions.budget(student)
        uses = []
        for entry in own:
            allowance = exceptions.of(student, entry.module)
            due = entry.due
            if allowance.extension is not None:
                due = exceptions.in_utc(allowance.extension.due)
            elif due is not None and entry.extension is not None:
                due += entry.extension
            late = timedelta()
            if due is not None and entry.handed_in is not None:
                late = max(late, entry.handed_in - due)
            # Points that were set, or that do not count, lose nothing for being late.
            free = allowance.whole or allowance.total is not None
            days = 0 if free else _days(late, left, course.manifest.late.penalty)
            left -= days
            uses.append((entry.module, due, late, days))
        for module, due, late, days in uses:
            found[student, module] = Lateness(due, late, days, left, budget)
    return found


def _days(late: timedelta, left: int, penalty: str) -> int:
    """Return the late days that are used."""
    needed = math.ceil(late / DAY)
    if needed > left and penalty == "zero":
        return 0
    return min(needed, left)
