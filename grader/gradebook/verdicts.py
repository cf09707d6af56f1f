"""Our own table in the gradebook: the verdict on each submission beside its marks, for whoever asks the database."""

from typing import Any

from nbgrader.api import Assignment, Gradebook, SubmittedAssignment
from sqlalchemy import (
    BigInteger,
    Column,
    MetaData,
    String,
    Table,
    Text,
    delete,
    insert,
    inspect,
    select,
    text,
)

from grader.course.manifest import Module
from grader.course.outcome import Outcome
from grader.course.term import Course

# No foreign key: nbgrader knows nothing of this table and could not remove a submission.
VERDICTS = Table(
    "tinytorch_verdict",
    MetaData(),
    Column(
        "submission_id", String(32), primary_key=True
    ),  # of nbgrader's table submitted_assignment
    Column("verdict", String(16), nullable=False),
    Column("notes", Text, nullable=False),  # a line each
    Column("seed", BigInteger),
    Column("stamp", String(32)),  # of the record that belongs to the marks
)


def make_table(gradebook: Gradebook) -> None:
    """Make the table in a gradebook that does not have it yet, or has that of an earlier version."""
    VERDICTS.create(gradebook.engine, checkfirst=True)
    if "stamp" not in {
        column["name"] for column in inspect(gradebook.engine).get_columns(VERDICTS.name)
    }:
        with gradebook.engine.begin() as connection:
            connection.execute(text(f"alter table {VERDICTS.name} add column stamp varchar(32)"))


def prepare_for_parallel_use(course: Course) -> None:
    """Make the gradebook ready for processes that open it at the same time.

    nbgrader's preprocessors open it under the name `default_course` and add that if it is missing:
    two would collide.
    """
    with course.gradebook() as gradebook:
        gradebook.check_course("default_course")


def put_verdict(db: Any, submission: str, outcome: Outcome) -> None:
    """Enter a verdict in place of an earlier one; the caller commits."""
    db.execute(delete(VERDICTS).where(VERDICTS.c.submission_id == submission))
    row = {
        "verdict": outcome.verdict.value,
        "notes": "\n".join(outcome.notes),
        "seed": outcome.seed,
    }
    db.execute(insert(VERDICTS).values(submission_id=submission, stamp=outcome.stamp, **row))


def stamps(course: Course, module: Module) -> dict[str, str | None]:
    """Student -> the stamp of the record that belongs to their marks, for everybody who has marks in a module."""
    query = (
        select(SubmittedAssignment.student_id, VERDICTS.c.stamp)
        .join(VERDICTS, VERDICTS.c.submission_id == SubmittedAssignment.id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Assignment.name == module.id)
    )
    with course.gradebook() as gradebook:
        make_table(gradebook)
        return {row[0]: row[1] for row in gradebook.db.execute(query)}


def enter_verdict(course: Course, module: Module, outcome: Outcome) -> None:
    """Open the gradebook and enter the verdict on a submission that is in it."""
    with course.gradebook() as gradebook:
        make_table(gradebook)
        submission = gradebook.update_or_create_submission(module.id, outcome.student)
        put_verdict(gradebook.db, submission.id, outcome)
        gradebook.db.commit()
