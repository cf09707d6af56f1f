"""The one writer: enters a submission's marks in one transaction, and puts its notebook in place in one step.

Whenever this is killed, a rerun finds either no record of the submission, and grades it, or all of it. The order is:
take back the old record, put the notebook in place, commit the marks, write the record.
"""

import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbgrader.api import Comment, Grade, Gradebook, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.exc import SAWarning

from grader.course import Course
from grader.files import write_text
from grader.gradebook import make_table, put_verdict
from grader.intake import handed_in
from grader.late import late_penalty
from grader.manifest import Module
from grader.verdict import Outcome


@dataclass
class Result:
    """What a judge hands over: the verdict, and for a notebook that was run its text, marks and comments."""

    outcome: Outcome
    notebook: str | None = None
    marks: dict[str, float | None] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)


def table(model: Any) -> Table:
    """The table behind one of nbgrader's models: its models compute scores with every look, which costs much."""
    found: Table = model.__table__
    return found


STUDENTS, SUBMISSIONS, NOTEBOOKS = table(Student), table(SubmittedAssignment), table(SubmittedNotebook)
GRADES, COMMENTS = table(Grade), table(Comment)


class Ledger:
    """The gradebook and the folders of graded work, open for one module."""

    def __init__(self, course: Course, module: Module, gradebook: Gradebook) -> None:
        self._course, self._module, self._gradebook = course, module, gradebook
        make_table(gradebook)
        self._db = gradebook.db
        assignment = gradebook.find_assignment(module.id)
        self._assignment, self._due = assignment.id, assignment.duedate
        book = gradebook.find_notebook(module.name, module.id)
        self._book = book.id
        self._graded = {cell.name: cell.id for cell in [*book.grade_cells, *book.task_cells]}
        self._commented = {cell.name: cell.id for cell in [*book.solution_cells, *book.task_cells]}
        self._db.rollback()
        _sweep(course.verdict("x", module).parent, ".*.json.*")

    def save(self, result: Result) -> None:
        """Put everything about one graded submission where it belongs."""
        outcome = result.outcome
        record = self._course.verdict(outcome.student, self._module)
        record.unlink(missing_ok=True)
        path = self._course.autograded(outcome.student, self._module) / f"{self._module.name}.ipynb"
        if result.notebook is None:
            path.unlink(missing_ok=True)  # what was graded before is not what is graded now
        else:
            _sweep(path.parent, f".{path.name}.*")
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
        submission, notebook = self._find(result.outcome.student)
        stamp = handed_in(self._course, result.outcome.student, self._module)
        if stamp is not None:
            self._db.execute(update(SUBMISSIONS).where(SUBMISSIONS.c.id == submission).values(timestamp=stamp))
        nothing = result.notebook is None
        marks: dict[str, float | None] = dict.fromkeys(self._graded, 0.0) if nothing else result.marks
        query = select(GRADES.c.cell_id, GRADES.c.manual_score).where(GRADES.c.notebook_id == notebook)
        manual = {row[0]: row[1] for row in self._db.execute(query)}
        rows = {}
        for name, mark in marks.items():
            if name in self._graded:
                cell = self._graded[name]
                by_hand = not nothing and (manual.get(cell) is not None or mark is None)
                rows[cell] = {"auto_score": mark, "needs_manual_grade": by_hand}
        self._put(GRADES, notebook, rows, set(manual))
        known = set(self._db.execute(select(COMMENTS.c.cell_id).where(COMMENTS.c.notebook_id == notebook)).scalars())
        said = {
            cell: {"auto_comment": result.comments.get(name)}
            for name, cell in self._commented.items()
            if name in result.comments or cell not in known
        }
        self._put(COMMENTS, notebook, said, known)
        self._assign_penalty(result.outcome.student, submission, notebook)
        put_verdict(self._db, submission, result.outcome)

    def _put(self, where: Table, notebook: str, rows: dict[str, dict[str, Any]], known: set[str]) -> None:
        """Enter rows by their cell, all that are there already in one statement and all new ones in another."""
        old = [{"cell": cell, **values} for cell, values in rows.items() if cell in known]
        new = [{"notebook_id": notebook, "cell_id": cell, **v} for cell, v in rows.items() if cell not in known]
        if old:
            row = (where.c.notebook_id == notebook) & (where.c.cell_id == bindparam("cell"))
            names = [name for name in old[0] if name != "cell"]
            self._db.connection().execute(update(where).where(row).values({n: bindparam(n) for n in names}), old)
        if new:
            self._db.connection().execute(insert(where), new)

    def _find(self, student: str) -> tuple[str, str]:
        """The ids of the student's submission and notebook, made if need be."""
        if self._db.execute(select(STUDENTS.c.id).where(STUDENTS.c.id == student)).first() is None:
            self._db.execute(insert(STUDENTS).values(id=student))
        same = {"assignment_id": self._assignment, "student_id": student}
        submission = self._one(SUBMISSIONS, **same)
        return submission, self._one(NOTEBOOKS, assignment_id=submission, notebook_id=self._book)

    def _one(self, where: Table, **values: str) -> str:
        query = select(where.c.id)
        for name, value in values.items():
            query = query.where(where.c[name] == value)
        found = self._db.execute(query).scalar()
        if found is None:
            found = self._db.execute(insert(where).values(**values)).inserted_primary_key[0]
        return str(found)

    def _assign_penalty(self, student: str, submission: str, notebook: str) -> None:
        """nbgrader's own penalty for late work, as its settings say."""
        row = NOTEBOOKS.c.id == notebook
        penalty = None
        if self._due is not None:
            book = self._gradebook.find_submission_notebook(self._module.name, self._module.id, student)
            penalty = late_penalty(self._course, book)
        self._db.execute(update(NOTEBOOKS).where(row).values(late_submission_penalty=penalty))


def _sweep(folder: Path, pattern: str) -> None:
    """Remove what a killed run had begun to write; nobody else writes there while this one holds the module."""
    for path in folder.glob(pattern):
        path.unlink()
