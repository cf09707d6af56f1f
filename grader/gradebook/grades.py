"""Read grades from the gradebook: a table for the terminal, and `grades.csv`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import (
    Assignment,
    Grade,
    Gradebook,
    GradeCell,
    MissingEntry,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.plugins import ExportPlugin
from rich.table import Table
from rich.text import Text
from sqlalchemy import select

from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.notebook import Exercise
from grader.course.outcome import Outcome, Verdict
from grader.course.sheet import csv_of
from grader.course.term import Course
from grader.course.text import first_line
from grader.gradebook.exceptions import Allowance
from grader.gradebook.remarks import remarks
from grader.gradebook.settle import Settled, current, settle
from grader.gradebook.totals import Total, Totals
from grader.submissions.roster.entries import OWNER_ONLY

STYLE = {Verdict.OK: "green", Verdict.WRONG: "yellow", Verdict.ERROR: "yellow"}
COLUMNS = [
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score", "needs_manual_grade", "verdict",
    "notes", "seed",
]  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One student's points in one module; None for an exercise that is not graded yet."""

    student: str
    points: dict[str, float | None]
    """Without exercises that are excused."""
    score: float
    outcome: Outcome
    shown: str = ""
    """What the table shows for the total, if not the score."""
    remarks: Sequence[str] = ()
    """What to know about exceptions and late work."""


def rows(course: Course, module: Module) -> tuple[list[Exercise], list[Row]]:
    """Return the exercises of a module and a row for every graded student, sorted by name."""
    totals = Totals(course, module)
    table = []
    with course.gradebook() as gradebook:
        settled = current(course, gradebook)
        for submission in gradebook.assignment_submissions(module.id):
            student = submission.student_id
            outcome = Outcome.load(course.verdict(student, module))
            # Without a record the scores may be those of an interrupted run.
            if outcome is not None:
                table.append(_row(submission, totals, outcome, settled))
    return totals.exercises, sorted(table, key=lambda row: row.student)


def _row(
    submission: SubmittedAssignment, totals: Totals, outcome: Outcome, settled: Settled
) -> Row:
    allowance, late = settled.of(submission.student_id, totals.module.id)
    unknown = outcome.verdict == Verdict.UNGRADED
    total = totals.of(submission, allowance, unknown=unknown)
    return Row(
        submission.student_id,
        {} if allowance.whole else total.points,
        total.score,
        outcome,
        _shown(totals.module, allowance, total, unknown=unknown),
        remarks(settled.exceptions, totals.module.id, allowance, late, total),
    )


def _shown(module: Module, allowance: Allowance, total: Total, *, unknown: bool) -> str:
    """Return a total that is no plain number; empty for one that is."""
    if allowance.whole:
        return "-"
    if unknown and allowance.total is None:
        return "?"
    return f"{total.score:g}/{total.most:g}" if total.most != module.max_points else ""


def grade_table(module: Module, found: list[Exercise], table: list[Row]) -> Table:
    """Return a table of students by exercises with totals; `legend` names the exercises."""
    view = Table(
        title=f"{module.id}: points by exercise",
        title_justify="left",
        box=None,
        padding=(0, 1, 0, 0),
    )
    view.add_column("name", no_wrap=True)
    for number in range(1, len(found) + 1):
        view.add_column(str(number), justify="right", no_wrap=True)
    view.add_column("total", justify="right", no_wrap=True)
    view.add_column("verdict", no_wrap=True)
    view.add_row(
        "[dim]of[/dim]",
        *(f"[dim]{e.points:g}[/dim]" for e in found),
        f"[dim]{module.max_points}[/dim]",
        "",
    )
    for row in table:
        style = STYLE.get(row.outcome.verdict, "red")
        cells = [
            _cell(row.points[each.name], each.points)
            if each.name in row.points
            else Text("-", style="dim")
            for each in found
        ]
        total = row.shown or f"{row.score:g}"
        # Text reads no markup, so a name with brackets is shown as it is.
        name = Text(first_line(row.student, 100))
        view.add_row(name, *cells, total, Text(row.outcome.verdict.value, style=style))
    return view


def _cell(points: float | None, of: float) -> Text:
    if points is None:
        return Text("?", style="cyan")
    return Text(
        f"{points:g}", style="green" if points == of else "red" if points == 0 else "yellow"
    )


def legend(found: list[Exercise]) -> str:
    """Return `1 layer, 2 linear, ...`, and what a question mark in the table means."""
    names = ", ".join(f"{number} {exercise.name}" for number, exercise in enumerate(found, start=1))
    by_hand = any(exercise.manual for exercise in found)
    waiting = " A ? is still to be graded in the form grader." if by_hand else ""
    return f"Exercises: {names}.{waiting}"


def csv_text(gradebook: Gradebook, course: Course) -> str:
    """Return `grades.csv`: nbgrader's columns, and verdict, notes and seed of each submission.

    Every student in the gradebook has a line for each module, also without a submission.
    """
    lines: list[dict[str, object]] = []
    settled = current(course, gradebook)
    for module in course.manifest.modules:
        try:
            assignment = gradebook.find_assignment(module.id)
        except MissingEntry:
            # A module that was never released has no assignment in the gradebook.
            continue
        totals = Totals(course, module)
        submissions = {each.student_id: each for each in assignment.submissions}
        for student in sorted(gradebook.students, key=lambda each: str(each.id)):
            submission = submissions.get(student.id)
            line = {
                "assignment": module.id,
                "duedate": assignment.duedate,
                "student_id": student.id,
                "last_name": student.last_name,
                "first_name": student.first_name,
                "email": student.email,
                "max_score": assignment.max_score,
                **_of_submission(course, module, student.id, submission),
            }
            _apply_exceptions(line, totals, settled, submission)
            lines.append(line)
    return csv_of(COLUMNS, lines)


def above_maximum(course: Course, module: Module) -> list[str]:
    """Return a line for each score given by hand above its cell's maximum.

    This happens when a cell's points change after it was graded.
    """
    query = (
        select(
            SubmittedAssignment.student_id, GradeCell.name, Grade.manual_score, GradeCell.max_score
        )
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(GradeCell, GradeCell.id == Grade.cell_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Assignment.name == module.id, Grade.manual_score > GradeCell.max_score)
        .order_by(SubmittedAssignment.student_id, GradeCell.name)
    )
    with course.gradebook() as gradebook:
        return [
            f"{student}: {name} has {score:g} of {most:g} points, given by hand:"
            " change it in the form grader"
            for student, name, score, most in gradebook.db.execute(query)
        ]


def _of_submission(
    course: Course, module: Module, student: str, submission: SubmittedAssignment | None
) -> dict[str, object]:
    """Return the columns of a submission, or of a student without one."""
    if submission is None:
        none = {
            "raw_score": 0.0,
            "late_submission_penalty": 0.0,
            "score": 0.0,
            "needs_manual_grade": False,
        }
        if course.submitted(student, module).is_dir():
            return {**none, "notes": "not graded yet"}
        return {**none, "verdict": Verdict.MISSING.value, "notes": "nothing was handed in"}
    outcome = Outcome.load(course.verdict(student, module))
    # If the grader itself failed, the score is unknown and not 0.
    known = outcome is None or outcome.verdict != Verdict.UNGRADED
    return {
        "timestamp": submission.timestamp,
        "raw_score": submission.score if known else "",
        "late_submission_penalty": submission.late_submission_penalty,
        # Never negative, as in nbgrader's own export.
        "score": max(0.0, submission.score - submission.late_submission_penalty) if known else "",
        "needs_manual_grade": submission.needs_manual_grade,
        "verdict": outcome.verdict.value if outcome else "",
        "notes": "; ".join(outcome.notes) if outcome else "",
        "seed": outcome.seed if outcome else "",
    }


def _apply_exceptions(
    line: dict[str, object],
    totals: Totals,
    settled: Settled,
    submission: SubmittedAssignment | None,
) -> None:
    """Change the columns of a line that the student's exceptions affect."""
    allowance, late = settled.of(str(line["student_id"]), totals.module.id)
    if not allowance and not late.late:
        return
    if allowance.extension is not None:
        line["duedate"] = settled.exceptions.in_utc(allowance.extension.due)
    # The score is unknown if the grader itself failed.
    unknown = line["score"] == "" and allowance.total is None
    total = (
        totals.of(submission, allowance, unknown=unknown)
        if submission
        else totals.without(allowance)
    )
    if allowance.whole:
        line |= {"raw_score": "", "score": "", "max_score": 0.0, "needs_manual_grade": False}
    elif allowance.changes_points:
        lost = (submission.late_submission_penalty or 0.0) if submission else 0.0
        line |= {
            "raw_score": "" if unknown else total.score,
            "score": "" if unknown else max(0.0, total.score - lost),
            "max_score": total.most,
            "needs_manual_grade": total.waiting,
        }
    told = remarks(settled.exceptions, totals.module.id, allowance, late, total)
    line["notes"] = "; ".join(each for each in (str(line["notes"]), " ".join(told)) if each)


class GradesPlugin(ExportPlugin):
    """nbgrader plugin that makes nbgrader's `export` command write the same file."""

    def export(self, gradebook: Gradebook) -> None:
        """Write `grades.csv`."""
        course = Course.here()
        settle(course)
        path = Path(self.to or course.folder / "grades.csv")
        write_text(path, csv_text(gradebook, course), mode=OWNER_ONLY)


def write_csv(course: Course) -> Path:
    """Write `grades.csv` into the term's folder, with the exceptions of the term.

    Raises:
        CourseError: for what is wrong in `exceptions.yml`.
    """
    settle(course)
    path = course.folder / "grades.csv"
    with course.gradebook() as gradebook:
        write_text(path, csv_text(gradebook, course), mode=OWNER_ONLY)
    return path
