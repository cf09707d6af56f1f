"""Read what the gradebook holds of one submission, in a few queries."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    GradeCell,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import Connection, Engine, Select, create_engine, func, select
from sqlalchemy.exc import SAWarning
from sqlalchemy.pool import NullPool

from grader.course.database import as_course_error
from grader.course.errors import CourseError


@dataclass(frozen=True)
class Score:
    """The points of one cell."""

    points: float
    of: float
    waiting: bool = False  # for a person's mark
    by_person: bool = False


@dataclass(frozen=True)
class Scores:
    """One submission in the gradebook."""

    name: str = ""  # of the student, empty if the gradebook has only the id
    handed_in: datetime | None = None  # in UTC
    penalty: float = 0.0  # points that are taken off because it was late
    cells: dict[str, Score] = field(default_factory=dict)  # grade_id -> its points
    comments: dict[str, str] = field(default_factory=dict)  # grade_id -> what a reader wrote


def scores_of(db_url: str, module_id: str, notebook: str, student: str) -> Scores:
    """Return a submission's scores.

    Raises:
        CourseError: if the gradebook cannot be read or has no such submission.
    """
    with _connected(db_url) as db:
        found = db.execute(_submission(module_id, notebook, student)).one_or_none()
        if found is None:
            raise CourseError(f"The gradebook has no submission of {module_id} by {student}.")
        cells = {
            row.name: Score(row.score, row.of, row.needs_manual_grade, row.manual_score is not None)
            for row in db.execute(_grades(found.id))
        }
        comments = {row.name: row.comment for row in db.execute(_comments(found.id)) if row.comment}
    name = full_name(found.first_name, found.last_name)
    return Scores(name, found.timestamp, found.penalty or 0.0, cells, comments)


def full_name(first: str | None, last: str | None) -> str:
    """Return a student's name, empty if the gradebook has none."""
    return " ".join(part.strip() for part in (first, last) if part)


@cache
def _engine(db_url: str) -> Engine:
    # Without a pool no connection outlives its use, or is carried into a forked process.
    return create_engine(db_url, poolclass=NullPool)


@contextmanager
def _connected(db_url: str) -> Iterator[Connection]:
    with warnings.catch_warnings(), as_course_error(db_url):
        # nbgrader is written for an older SQLAlchemy; newer versions warn about it.
        warnings.simplefilter("ignore", SAWarning)
        with _engine(db_url).connect() as connection:
            yield connection


def _submission(module_id: str, notebook: str, student: str) -> Select[tuple[object, ...]]:
    return (
        select(
            SubmittedNotebook.id,
            SubmittedNotebook.late_submission_penalty.label("penalty"),
            SubmittedAssignment.timestamp,
            Student.first_name,
            Student.last_name,
        )
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Student, SubmittedAssignment.student_id == Student.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .where(Assignment.name == module_id, Notebook.name == notebook, Student.id == student)
    )


def _grades(submitted: str) -> Select[tuple[object, ...]]:
    # By table: the classes of cells would be joined with every table of theirs.
    base, tests, tasks = BaseCell.__table__, GradeCell.__table__, TaskCell.__table__
    return (
        select(
            base.c.name,
            Grade.score.label("score"),
            func.coalesce(tests.c.max_score, tasks.c.max_score, 0.0).label("of"),
            Grade.needs_manual_grade,
            Grade.manual_score,
        )
        .join(base, Grade.cell_id == base.c.id)
        .outerjoin(tests, tests.c.id == base.c.id)
        .outerjoin(tasks, tasks.c.id == base.c.id)
        .where(Grade.notebook_id == submitted)
    )


def _comments(submitted: str) -> Select[tuple[object, ...]]:
    base = BaseCell.__table__
    return (
        select(base.c.name, Comment.comment.label("comment"))
        .join(base, Comment.cell_id == base.c.id)
        .where(Comment.notebook_id == submitted)
    )
