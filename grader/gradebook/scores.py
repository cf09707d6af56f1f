"""Enter the scores of several submissions with a few statements for all of them.

nbgrader's own objects recompute all scores of an assignment whenever one is changed, so rows are
read and written in their tables. The caller commits.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from sqlalchemy import Connection, Table, bindparam, insert, select, update

from grader.course.manifest import Module
from grader.course.outcome import Result, Verdict
from grader.course.term import Course
from grader.gradebook.late import late_penalty
from grader.gradebook.verdicts import put_verdicts

Row = dict[str, Any]


def table(model: Any) -> Table:
    """Return the table of one of nbgrader's models."""
    found: Table = model.__table__
    return found


STUDENTS, SUBMISSIONS, NOTEBOOKS = (
    table(Student),
    table(SubmittedAssignment),
    table(SubmittedNotebook),
)
GRADES, COMMENTS = table(Grade), table(Comment)

# Built once: building statements takes time. A list of values is expanded at each call.
FIND_STUDENTS = select(STUDENTS.c.id).where(STUDENTS.c.id.in_(bindparam("of", expanding=True)))
FIND_SUBMISSIONS = select(SUBMISSIONS.c.student_id, SUBMISSIONS.c.id).where(
    SUBMISSIONS.c.assignment_id == bindparam("whole"),
    SUBMISSIONS.c.student_id.in_(bindparam("of", expanding=True)),
)
FIND_NOTEBOOKS = select(NOTEBOOKS.c.assignment_id, NOTEBOOKS.c.id).where(
    NOTEBOOKS.c.notebook_id == bindparam("whole"),
    NOTEBOOKS.c.assignment_id.in_(bindparam("of", expanding=True)),
)
BY_HAND = select(GRADES.c.notebook_id, GRADES.c.cell_id, GRADES.c.manual_score).where(
    GRADES.c.notebook_id.in_(bindparam("of", expanding=True))
)
COMMENTED = select(COMMENTS.c.notebook_id, COMMENTS.c.cell_id, COMMENTS.c.id).where(
    COMMENTS.c.notebook_id.in_(bindparam("of", expanding=True))
)
TIMES = select(SUBMISSIONS.c.id, SUBMISSIONS.c.timestamp, SUBMISSIONS.c.extension).where(
    SUBMISSIONS.c.id.in_(bindparam("of", expanding=True))
)
SET_SCORE = (
    update(GRADES)
    .where(GRADES.c.notebook_id == bindparam("book"), GRADES.c.cell_id == bindparam("cell"))
    .values(auto_score=bindparam("auto_score"), needs_manual_grade=bindparam("needs_manual_grade"))
)
SET_COMMENT = (
    update(COMMENTS)
    .where(COMMENTS.c.notebook_id == bindparam("book"), COMMENTS.c.cell_id == bindparam("cell"))
    .values(auto_comment=bindparam("auto_comment"))
)
SET_TIME = (
    update(SUBMISSIONS)
    .where(SUBMISSIONS.c.id == bindparam("row"))
    .values(timestamp=bindparam("stamp"))
)
SET_PENALTY = update(NOTEBOOKS).where(NOTEBOOKS.c.id == bindparam("row")).values(
    late_submission_penalty=bindparam("penalty")
)  # fmt: skip


class ScoreTables:
    """The rows of one module's submissions in the gradebook."""

    def __init__(self, course: Course, module: Module, gradebook: Gradebook) -> None:
        self._course, self._module, self._gradebook = course, module, gradebook
        assignment = gradebook.find_assignment(module.id)
        self._assignment, self._due = assignment.id, assignment.duedate
        book = gradebook.find_notebook(module.name, module.id)
        self._book = book.id
        # nbgrader's task cells have both a score and a comment.
        self.graded = {cell.name: cell.id for cell in [*book.grade_cells, *book.task_cells]}
        self.commented = {cell.name: cell.id for cell in [*book.solution_cells, *book.task_cells]}

    def enter(self, results: Sequence[Result]) -> None:
        """Enter the scores, comments and verdicts of different students."""
        db = self._gradebook.db.connection()
        students = [result.outcome.student for result in results]
        submissions, notebooks = self.find(db, students)
        books = [notebooks[submissions[student]] for student in students]
        times = [
            {"row": submissions[each.outcome.student], "stamp": each.handed_in}
            for each in results
            if each.handed_in is not None
        ]
        if times:
            db.execute(SET_TIME, times)
        each = list(zip(books, results, strict=True))
        manual = _cells(db, BY_HAND, books)
        scores = ((book, self._scores(r, manual[book])) for book, r in each)
        _put(db, GRADES, SET_SCORE, scores, manual)
        known = _cells(db, COMMENTED, books)
        comments = ((book, self._comments(r, known[book])) for book, r in each)
        _put(db, COMMENTS, SET_COMMENT, comments, known)
        late = self._late(db, list(submissions.values()))
        penalties = [
            {
                "row": book,
                "penalty": self._penalty(student) if submissions[student] in late else None,
            }
            for book, student in zip(books, students, strict=True)
        ]
        db.execute(SET_PENALTY, penalties)
        put_verdicts(db, {submissions[r.outcome.student]: r.outcome for r in results})

    def _scores(self, result: Result, manual: dict[str, Any]) -> dict[str, Row]:
        """Cell -> its score, and whether a person has to look at it."""
        nothing, unknown = result.notebook is None, result.outcome.verdict == Verdict.UNGRADED
        scores: dict[str, float | None] = result.scores
        # What could not be run scores 0; where the grader failed, there is no score.
        if nothing:
            scores = dict.fromkeys(self.graded, None if unknown else 0.0)
        rows = {}
        for name, score in scores.items():
            if name in self.graded:
                cell = self.graded[name]
                # As in nbgrader, a score given by hand stays, and a person has to review it.
                by_hand = unknown or (
                    not nothing and (manual.get(cell) is not None or score is None)
                )
                number = None if score is None else float(score)
                rows[cell] = {"auto_score": number, "needs_manual_grade": by_hand}
        return rows

    def _comments(self, result: Result, known: dict[str, Any]) -> dict[str, Row]:
        """Cell -> its automatic comment, for those that have a new one or none yet."""
        return {
            cell: {"auto_comment": result.comments.get(name)}
            for name, cell in self.commented.items()
            if name in result.comments or cell not in known
        }

    def find(
        self, db: Connection, students: Sequence[str]
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Return student -> submission, and submission -> notebook; adds what is missing."""
        found = set(db.execute(FIND_STUDENTS, {"of": students}).scalars())
        _add(db, STUDENTS, [{"id": each} for each in students if each not in found])
        values = {"whole": self._assignment, "of": students}
        submissions = _ids(db, FIND_SUBMISSIONS, values)
        new = [
            {"assignment_id": self._assignment, "student_id": each}
            for each in students
            if each not in submissions
        ]
        if new:
            _add(db, SUBMISSIONS, new)
            submissions = _ids(db, FIND_SUBMISSIONS, values)
        values = {"whole": self._book, "of": list(submissions.values())}
        notebooks = _ids(db, FIND_NOTEBOOKS, values)
        new = [
            {"assignment_id": each, "notebook_id": self._book}
            for each in submissions.values()
            if each not in notebooks
        ]
        if new:
            _add(db, NOTEBOOKS, new)
            notebooks = _ids(db, FIND_NOTEBOOKS, values)
        return submissions, notebooks

    def _late(self, db: Connection, submissions: Sequence[str]) -> set[str]:
        """The submissions that came after the due date, as nbgrader counts extensions."""
        if self._due is None:
            return set()
        rows = db.execute(TIMES, {"of": submissions})
        return {
            row for row, came, more in rows if came and came > self._due + (more or timedelta())
        }

    def _penalty(self, student: str) -> float | None:
        """The points that a late submission loses."""
        # The policy takes nbgrader's own object of the notebook.
        module = self._module
        book = self._gradebook.find_submission_notebook(module.name, module.id, student)
        return late_penalty(self._course, book)


def _add(db: Connection, where: Table, rows: list[Row]) -> None:
    """Add rows; nbgrader's ids are made by the default of their column, also in an insert."""
    if rows:
        db.execute(insert(where), rows)


def _ids(db: Connection, query: Any, values: Row) -> dict[str, str]:
    return {row[0]: row[1] for row in db.execute(query, values)}


def _cells(db: Connection, query: Any, books: Sequence[str]) -> defaultdict[str, dict[str, Any]]:
    """Notebook -> cell -> value, of the rows that exist."""
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for book, cell, value in db.execute(query, {"of": books}):
        found[book][cell] = value
    return found


def _put(
    db: Connection,
    where: Table,
    change: Any,
    rows: Iterable[tuple[str, dict[str, Row]]],
    known: defaultdict[str, dict[str, Any]],
) -> None:
    """Enter rows by notebook and cell: one statement for the existing ones, one for new ones."""
    old, new = list[Row](), list[Row]()
    for book, cells in rows:
        there = known[book]
        for cell, values in cells.items():
            if cell in there:
                old.append({"book": book, "cell": cell, **values})
            else:
                new.append({"id": new_uuid(), "notebook_id": book, "cell_id": cell, **values})
    _many(db, change, old)
    _many(db, insert(where), new)


def _many(db: Connection, statement: Any, rows: list[Row]) -> None:
    """Execute a statement for rows of the same columns, which need no conversion for the driver.

    SQLAlchemy's own way prepares each row anew, which takes ten times as long.
    """
    if not rows:
        return
    compiled = statement.compile(dialect=db.dialect, column_keys=list(rows[0]))
    # Some drivers take values by position, others by name.
    order = compiled.positiontup
    values = [tuple(row[name] for name in order) for row in rows] if order else rows
    db.exec_driver_sql(str(compiled), values)
