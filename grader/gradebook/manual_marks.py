"""Read and save the marks that a reader gives to one cell, for many students at once."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import Select, select, update
from sqlalchemy.exc import SAWarning
from sqlalchemy.orm import Session

from grader.course.database import as_course_error
from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.gradebook.read_scores import full_name


@dataclass(frozen=True)
class Mark:
    """The mark of one cell of one student.

    Args:
        name: the student's name, the id if the gradebook has none.
        score: points from a reader; None if no reader has given any.
        waiting: whether it is still to be graded.
        comment: what the reader wrote.
    """

    name: str
    score: float | None
    waiting: bool
    comment: str


def marks_of(gradebook: Gradebook, module: Module, cell: str) -> dict[str, Mark]:
    """Return student -> the mark of a cell, in the order of the students' ids.

    Raises:
        CourseError: if the gradebook cannot be read.
    """
    found = {}
    with _session(gradebook) as db:
        comments = {
            row.notebook: row.comment or ""
            for row in db.execute(_rows(module, cell, Comment, Comment.comment))
        }
        columns = Grade.manual_score, Grade.needs_manual_grade
        for row in db.execute(_rows(module, cell, Grade, *columns)):
            name = full_name(row.first_name, row.last_name) or row.student
            comment = comments.get(row.notebook, "")
            mark = Mark(name, row.manual_score, row.needs_manual_grade, comment)
            found[row.student] = mark
    return found


def save_marks(
    gradebook: Gradebook, module: Module, cell: str, students: Sequence[str],
    score: float, comment: str,
) -> None:  # fmt: skip
    """Give `students` a score and a comment for a cell, all of them or none.

    Raises:
        CourseError: if a student has no such cell, or the gradebook cannot be written.
    """
    with _session(gradebook) as db:
        grades, comments = (
            {row.student: row.id for row in db.execute(_rows(module, cell, table))}
            for table in (Grade, Comment)
        )
        for student in students:
            if student not in grades or student not in comments:
                raise CourseError(f"{student} has no graded answer to {cell} in {module.id}.")
        change = update(Grade).where(Grade.id.in_([grades[each] for each in students]))
        db.execute(change.values(manual_score=score, needs_manual_grade=False))
        change = update(Comment).where(Comment.id.in_([comments[each] for each in students]))
        db.execute(change.values(manual_comment=comment or None))
        db.commit()


@contextmanager
def _session(gradebook: Gradebook) -> Iterator[Session]:
    """The gradebook's session, with the database's errors as `CourseError`; a change is undone."""
    with warnings.catch_warnings(), as_course_error(str(gradebook.engine.url)):
        # nbgrader is written for an older SQLAlchemy; newer versions warn about it.
        warnings.simplefilter("ignore", SAWarning)
        try:
            yield gradebook.db
        finally:
            # Nothing half-changed stays, and no transaction stays open while others write.
            gradebook.db.rollback()


def _rows(module: Module, cell: str, table: Any, *columns: object) -> Select[tuple[object, ...]]:
    """Rows of the gradebook about a cell: a grade or a comment for each student."""
    base = BaseCell.__table__  # by table: the classes of cells would be joined with all of theirs
    return (
        select(
            Student.id.label("student"), Student.first_name, Student.last_name,
            table.id, SubmittedNotebook.id.label("notebook"), *columns,
        )
        .join(SubmittedNotebook, table.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Student, SubmittedAssignment.student_id == Student.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(base, table.cell_id == base.c.id)
        .where(Assignment.name == module.id, Notebook.name == module.name, base.c.name == cell)
        .order_by(Student.id)
    )  # fmt: skip
