"""Bring the gradebook in line with `exceptions.yml`: extensions, late days and late penalties.

Extensions and late days become the extension of nbgrader's own submission, which nbgrader's form
grader and both engines read. Nothing is graded again.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from nbgrader.api import Gradebook, SubmittedNotebook
from sqlalchemy import delete, insert, inspect

from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.gradebook.exceptions import FILE, Allowance, Exceptions, load, wrong
from grader.gradebook.late import late_penalty
from grader.gradebook.lateness import DAY, SETTLED, Entry, Lateness, lateness, submissions
from grader.gradebook.totals import Totals
from grader.submissions.roster.entries import Roster


@dataclass(frozen=True)
class Settled:
    """The exceptions of a term and what follows from them for late work."""

    exceptions: Exceptions = field(default_factory=Exceptions)
    late: dict[tuple[str, str], Lateness] = field(default_factory=dict)
    """(student, module) -> how late it is."""

    def of(self, student: str, module: str) -> tuple[Allowance, Lateness]:
        """Return the exceptions of a student in a module, and how late the submission is."""
        late = self.late.get((student, module), Lateness())
        return self.exceptions.of(student, module), late


def current(course: Course, gradebook: Gradebook, student: str | None = None) -> Settled:
    """Return the exceptions and how late everybody, or one student, is; writes nothing.

    Raises:
        CourseError: for what is wrong in the file, except for unknown students.
    """
    if not (course.folder / FILE).exists():
        return Settled()
    exceptions = load(course)
    return Settled(exceptions, lateness(course, exceptions, submissions(gradebook, student)))


def settle(course: Course) -> Settled:
    """Check the exceptions and write what follows from them into the gradebook.

    Raises:
        CourseError: for what is wrong in the file.
    """
    exists = (course.folder / FILE).exists()
    with course.gradebook() as gradebook:
        # Without the file, what an earlier one did is undone.
        if not exists and not inspect(gradebook.engine).has_table(SETTLED.name):
            return Settled()
        exceptions = load(course, _known(course, gradebook))
        _check_due_dates(course, exceptions, gradebook)
        # Before the queries, whose transaction would lock SQLite's file.
        SETTLED.create(gradebook.engine, checkfirst=True)
        entries = submissions(gradebook)
        late = lateness(course, exceptions, entries)
        settled = Settled(exceptions, late)
        totals = {module.id: Totals(course, module) for module in course.manifest.modules}
        for entry in entries:
            if entry.module in totals:
                _write(course, gradebook, entry, settled, totals[entry.module])
        gradebook.db.commit()
    return settled


def _known(course: Course, gradebook: Gradebook) -> set[str]:
    handed_in = {path.name for path in (course.folder / "submitted").glob("*") if path.is_dir()}
    return {student.id for student in gradebook.students} | set(Roster(course).entries) | handed_in


def _check_due_dates(course: Course, exceptions: Exceptions, gradebook: Gradebook) -> None:
    """Refuse an extension of a due date that does not exist or is later."""
    due = {each.name: each.duedate for each in gradebook.assignments}
    for index, extension in enumerate(exceptions.extensions):
        # A module that is not released yet can have extensions, but no due date.
        if extension.module not in due:
            continue
        regular: datetime | None = due[extension.module]
        if regular is None:
            what = f"{extension.module} has no due date: set it in the form grader"
        elif exceptions.in_utc(extension.due) <= regular:
            what = f"must be after the due date of {extension.module}, " + (
                exceptions.written(regular)
            )
        else:
            continue
        raise wrong(course.folder / FILE, "extensions", index, what)


def _write(
    course: Course, gradebook: Gradebook, entry: Entry, settled: Settled, totals: Totals
) -> None:
    """Write the extension and the penalty of a submission that the exceptions concern."""
    allowance, late = settled.of(entry.student, entry.module)
    ours = bool(allowance) or late.days > 0
    if not ours and not entry.settled:
        return
    submission = gradebook.find_submission(entry.module, entry.student)
    extension = entry.extension
    if allowance.extension or late.days:
        extension = _extension(entry, late)
    if submission.extension != extension:
        submission.extension = extension
        gradebook.db.flush()
    for notebook in submission.notebooks:
        penalty = _penalty(course, notebook, allowance, totals) if late.counted else None
        if notebook.late_submission_penalty != penalty:
            notebook.late_submission_penalty = penalty
    if ours != entry.settled:
        where = SETTLED.c.submission_id == entry.id
        row = {"submission_id": entry.id, "before": entry.extension}
        gradebook.db.execute(insert(SETTLED).values(row) if ours else delete(SETTLED).where(where))


def _extension(entry: Entry, late: Lateness) -> timedelta | None:
    if entry.due is None or late.due is None:
        return entry.extension
    return late.due - entry.due + late.days * DAY


def _penalty(
    course: Course, notebook: SubmittedNotebook, allowance: Allowance, totals: Totals
) -> float | None:
    """Return the points that late work loses, of those that count."""
    if allowance.whole or allowance.total is not None:
        return None
    outcome = Outcome.load(course.verdict(notebook.student.id, totals.module))
    unknown = outcome is not None and outcome.verdict == Verdict.UNGRADED
    score = totals.of(notebook.assignment, allowance, unknown=unknown).score
    return late_penalty(course, notebook, score)
