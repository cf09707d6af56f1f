"""Write a graded submission: its scores in one transaction, its notebook in one step.

If this process is killed, a rerun finds either no outcome record, and grades the submission again,
or a complete one. The order is: remove the old record, replace the notebook, commit the scores,
write the record.
"""

import warnings
from pathlib import Path
from typing import Any

from nbgrader.api import Comment, Grade, Gradebook, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import Connection, Select, Table, bindparam, insert, select, update
from sqlalchemy.exc import OperationalError, SAWarning, StatementError

from grader.course.manifest import Module
from grader.course.outcome import Outcome, Result, Verdict
from grader.course.term import Course
from grader.files import write_text
from grader.gradebook.late import late_penalty
from grader.gradebook.verdicts import make_table, put_verdict
from grader.text import first_line

# Errors for values that cannot be stored, unlike those of a disk or a server.
CANNOT_BE_KEPT = (ValueError, TypeError, RecursionError, StatementError)


def table(model: Any) -> Table:
    """Return the table of one of nbgrader's models, whose own attributes recompute all scores."""
    found: Table = model.__table__
    return found


STUDENTS, SUBMISSIONS, NOTEBOOKS = (
    table(Student),
    table(SubmittedAssignment),
    table(SubmittedNotebook),
)
GRADES, COMMENTS = table(Grade), table(Comment)


def find(where: Table, *names: str) -> Select[tuple[str]]:
    """Return the statement that selects a row's id by the values of these columns."""
    query = select(where.c.id)
    for name in names:
        query = query.where(where.c[name] == bindparam(name))
    return query


# Built once: building statements takes time, and each submission needs all of them.
FIND_STUDENT = find(STUDENTS, "id")
FIND_SUBMISSION = find(SUBMISSIONS, "assignment_id", "student_id")
FIND_NOTEBOOK = find(NOTEBOOKS, "assignment_id", "notebook_id")
SET_TIME = (
    update(SUBMISSIONS)
    .where(SUBMISSIONS.c.id == bindparam("row"))
    .values(timestamp=bindparam("stamp"))
)
SET_PENALTY = update(NOTEBOOKS).where(NOTEBOOKS.c.id == bindparam("row")).values(
    late_submission_penalty=bindparam("penalty")
)  # fmt: skip
BY_HAND = select(GRADES.c.cell_id, GRADES.c.manual_score).where(
    GRADES.c.notebook_id == bindparam("row")
)
COMMENTED = select(COMMENTS.c.cell_id).where(COMMENTS.c.notebook_id == bindparam("row"))


class GradebookWriter:
    """Writes graded submissions of one module to the gradebook and to the term's folders."""

    def __init__(self, course: Course, module: Module, gradebook: Gradebook) -> None:
        self._course, self._module, self._gradebook = course, module, gradebook
        make_table(gradebook)
        self._db = gradebook.db
        assignment = gradebook.find_assignment(module.id)
        self._assignment, self._due = assignment.id, assignment.duedate
        book = gradebook.find_notebook(module.name, module.id)
        self._book = book.id
        # nbgrader's task cells have both a score and a comment.
        self._graded = {cell.name: cell.id for cell in [*book.grade_cells, *book.task_cells]}
        self._commented = {cell.name: cell.id for cell in [*book.solution_cells, *book.task_cells]}
        # The queries above have begun a transaction, which would stay open until the first save.
        self._db.rollback()
        _sweep(course.verdict("x", module).parent, ".*.json.*")

    def save(self, result: Result) -> Outcome:
        """Save one graded submission; return the outcome that is saved.

        A result with values that cannot be stored becomes `ungraded`; errors of the system are
        raised.
        """
        try:
            self._write(result)
            return result.outcome
        # A subclass of StatementError that comes from the disk or the server.
        except OperationalError:
            raise
        except CANNOT_BE_KEPT as error:
            notes = [first_line(f"cannot be saved: {error}", 300)]
            changes = {"verdict": Verdict.UNGRADED, "notes": notes, "fingerprint": "", "said": {}}
            blank = result.outcome.model_copy(update=changes)
        self._write(Result(blank))
        return blank

    def _write(self, result: Result) -> None:
        outcome = result.outcome
        record = self._course.verdict(outcome.student, self._module)
        record.unlink(missing_ok=True)
        path = self._course.autograded(outcome.student, self._module) / f"{self._module.name}.ipynb"
        if result.notebook is None:
            path.unlink(missing_ok=True)  # the notebook of an earlier submission
        else:
            _sweep(path.parent, f".{path.name}.*")
            # Read-only, as nbgrader leaves graded notebooks.
            # Flushed before the scores are committed, so that no crash leaves scores without a
            # notebook.
            write_text(path, result.notebook, mode=0o444, durable=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)
            try:
                self._enter(result)
                self._db.commit()
            except BaseException:
                self._db.rollback()
                raise
            finally:
                self._db.remove()
        outcome.save(record)

    def _enter(self, result: Result) -> None:
        db = self._db.connection()
        submission, notebook = self._find(db, result.outcome.student)
        if result.handed_in is not None:
            db.execute(SET_TIME, {"row": submission, "stamp": result.handed_in})
        nothing, unknown = result.notebook is None, result.outcome.verdict == Verdict.UNGRADED
        scores: dict[str, float | None] = result.scores
        # What could not be run scores 0; where the grader failed, there is no score.
        if nothing:
            scores = dict.fromkeys(self._graded, None if unknown else 0.0)
        manual = {row[0]: row[1] for row in db.execute(BY_HAND, {"row": notebook})}
        rows = {}
        for name, score in scores.items():
            if name in self._graded:
                cell = self._graded[name]
                # As in nbgrader, a score given by hand stays, and a person has to review it.
                by_hand = unknown or (
                    not nothing and (manual.get(cell) is not None or score is None)
                )
                rows[cell] = {"auto_score": score, "needs_manual_grade": by_hand}
        self._put(db, GRADES, notebook, rows, set(manual))
        known = set(db.execute(COMMENTED, {"row": notebook}).scalars())
        comments = {
            cell: {"auto_comment": result.comments.get(name)}
            for name, cell in self._commented.items()
            if name in result.comments or cell not in known
        }
        self._put(db, COMMENTS, notebook, comments, known)
        self._assign_penalty(db, result.outcome.student, notebook)
        put_verdict(db, submission, result.outcome)

    def _put(
        self,
        db: Connection,
        where: Table,
        notebook: str,
        rows: dict[str, dict[str, Any]],
        known: set[str],
    ) -> None:
        """Enter rows by cell: one statement for the existing ones, and one for the new ones."""
        old = [{"cell": cell, **values} for cell, values in rows.items() if cell in known]
        new = [
            {"notebook_id": notebook, "cell_id": cell, **v}
            for cell, v in rows.items()
            if cell not in known
        ]
        if old:
            row = (where.c.notebook_id == notebook) & (where.c.cell_id == bindparam("cell"))
            # All rows have the same columns, as one statement for many rows requires.
            names = [name for name in old[0] if name != "cell"]
            db.execute(update(where).where(row).values({n: bindparam(n) for n in names}), old)
        if new:
            db.execute(insert(where), new)

    def _find(self, db: Connection, student: str) -> tuple[str, str]:
        """Return the ids of the student's submission and notebook; adds what is missing."""
        _one(db, FIND_STUDENT, STUDENTS, {"id": student})
        submission = _one(
            db,
            FIND_SUBMISSION,
            SUBMISSIONS,
            {"assignment_id": self._assignment, "student_id": student},
        )
        return submission, _one(
            db, FIND_NOTEBOOK, NOTEBOOKS, {"assignment_id": submission, "notebook_id": self._book}
        )

    def _assign_penalty(self, db: Connection, student: str, notebook: str) -> None:
        """Enter the late penalty, None without a due date."""
        penalty = None
        if self._due is not None:
            # The policy takes nbgrader's own object of the notebook.
            book = self._gradebook.find_submission_notebook(
                self._module.name, self._module.id, student
            )
            penalty = late_penalty(self._course, book)
        db.execute(SET_PENALTY, {"row": notebook, "penalty": penalty})


def _one(db: Connection, query: Select[tuple[str]], where: Table, values: dict[str, str]) -> str:
    found = db.execute(query, values).scalar()
    if found is not None:
        return str(found)
    # nbgrader's ids are made by the default of their column, also in a plain insert.
    made = db.execute(insert(where), values).inserted_primary_key
    assert made is not None
    return str(made[0])


def _sweep(folder: Path, pattern: str) -> None:
    """Remove temporary files of a killed run; the module's lock keeps other writers away."""
    for path in folder.glob(pattern):
        path.unlink()
