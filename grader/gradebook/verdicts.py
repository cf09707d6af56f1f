"""A table of our own in the gradebook: the verdict on each submission, for queries."""

from collections.abc import Mapping
from typing import Any

from nbgrader.api import Assignment, Gradebook, SubmittedAssignment
from sqlalchemy import (
    BigInteger,
    Column,
    MetaData,
    String,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    inspect,
    select,
    text,
)

from grader.course.manifest import Module
from grader.course.outcome import Outcome
from grader.course.term import Course

# No foreign key: nbgrader does not know this table and could not delete a submission.
VERDICTS = Table(
    "tinytorch_verdict",
    MetaData(),
    Column("submission_id", String(32), primary_key=True),  # nbgrader's submitted_assignment.id
    Column("verdict", String(16), nullable=False),
    Column("notes", Text, nullable=False),  # one per line
    Column("seed", BigInteger),
    Column("stamp", String(32)),  # of the outcome record that belongs to the scores
)


FORGET = delete(VERDICTS).where(VERDICTS.c.submission_id.in_(bindparam("of", expanding=True)))


# nbgrader looks for grades by their notebook, and has no index for it: each submission read would
# take time for the whole class.
INDEXED = {"grade": "notebook_id", "comment": "notebook_id", "submitted_notebook": "assignment_id"}


def make_table(gradebook: Gradebook) -> None:
    """Create the table and the indexes, or add what an earlier version lacks."""
    with gradebook.engine.begin() as connection:
        for table, column in INDEXED.items():
            name = f"tinytorch_{table}_{column}"
            connection.execute(text(f"create index if not exists {name} on {table} ({column})"))
    VERDICTS.create(gradebook.engine, checkfirst=True)
    # `create` does not alter an existing table.
    if "stamp" not in {
        column["name"] for column in inspect(gradebook.engine).get_columns(VERDICTS.name)
    }:
        with gradebook.engine.begin() as connection:
            connection.execute(text(f"alter table {VERDICTS.name} add column stamp varchar(32)"))


def prepare_for_parallel_use(course: Course) -> None:
    """Prepare the gradebook for processes that open it at the same time.

    nbgrader's preprocessors open it as `default_course` and add that course if it is missing: two
    processes that do so would collide.
    """
    with course.gradebook() as gradebook:
        gradebook.check_course("default_course")


def put_verdicts(db: Any, outcomes: Mapping[str, Outcome]) -> None:
    """Enter the verdicts of submissions by id, replacing earlier ones; the caller commits."""
    db.execute(FORGET, {"of": list(outcomes)})
    rows = [
        {
            "submission_id": submission,
            "verdict": outcome.verdict.value,
            "notes": "\n".join(outcome.notes),
            "seed": outcome.seed,
            "stamp": outcome.stamp,
        }
        for submission, outcome in outcomes.items()
    ]
    db.execute(insert(VERDICTS), rows)


def stamps(course: Course, module: Module) -> dict[str, str | None]:
    """Return student -> stamp of the outcome record that belongs to the scores in the gradebook."""
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
    """Open the gradebook and enter the verdict on a submission."""
    with course.gradebook() as gradebook:
        make_table(gradebook)
        submission = gradebook.update_or_create_submission(module.id, outcome.student)
        put_verdicts(gradebook.db, {submission.id: outcome})
        gradebook.db.commit()
