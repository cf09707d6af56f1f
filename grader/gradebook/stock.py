"""Take scores over from the gradebook of a stock nbgrader course, and write one for such a course.

Both have nbgrader's tables; ours has one more, with verdicts. Rows refer to each other by ids that
are drawn at random, so what is taken over is found by the names of assignments, cells and students.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, BaseCell, GradeCell, Notebook, TaskCell
from nbgrader.dbutil import _temp_alembic_ini
from sqlalchemy import Connection, RowMapping, Table, delete, inspect, or_, select, update

from grader.course.database import as_course_error
from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.course.text import first_line
from grader.gradebook.scores import (
    COMMENTS,
    GRADES,
    NOTEBOOKS,
    STUDENTS,
    SUBMISSIONS,
    Row,
    ScoreTables,
    table,
)
from grader.gradebook.tables import VERSION, check_file, copy_to_file, engine_of
from grader.gradebook.verdicts import VERDICTS

ASSIGNMENTS, BOOKS, CELLS = table(Assignment), table(Notebook), table(BaseCell)
NAMES = ("first_name", "last_name", "email", "lms_user_id")
SCORE = ("auto_score", "manual_score", "extra_credit", "needs_manual_grade")
COMMENT = ("auto_comment", "manual_comment")


@dataclass
class Taken:
    """What has been taken over."""

    students: int = 0  # that were not known before
    submissions: dict[str, int] = field(default_factory=dict)  # module -> how many
    left_out: list[str] = field(default_factory=list)  # a line for everything that was not


def write_stock(course: Course, path: Path, *, force: bool = False) -> None:
    """Write the gradebook as an SQLite file that stock nbgrader reads.

    Raises:
        CourseError: if `path` exists and `force` is not given, or there is no gradebook.
    """
    if path.exists() and not force:
        raise CourseError(f"{path} exists: choose another name, or --force to replace it.")
    if course.db_url.startswith("sqlite") and not (course.folder / "gradebook.db").is_file():
        raise CourseError(f"There is no gradebook in {course.folder}.")
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".gradebook-") as folder:
        copy = Path(folder) / "gradebook.db"
        with as_course_error(course.db_url):
            copy_to_file(course.db_url, copy)
        engine = engine_of(copy)
        with engine.begin() as db:
            VERDICTS.drop(db, checkfirst=True)
        engine.dispose()
        copy.chmod(0o600)
        os.replace(copy, path)


def take_over(
    course: Course, path: Path, names: Mapping[str, str], *, force: bool = False
) -> Taken:
    """Take over students, submissions, scores and comments from a stock gradebook.

    Args:
        course: the term; its modules are released.
        path: the SQLite file of the stock gradebook; it is not changed.
        names: assignment there -> module here, for those that have another name there.
        force: replace scores that are here.

    Raises:
        CourseError: if the file is no gradebook, or nothing in it belongs to this term.
    """
    modules = {each.id: each for each in course.manifest.modules if course.release(each).is_file()}
    modules |= {each.name: each for each in modules.values()}
    modules |= {there: course.manifest.module(here) for there, here in names.items()}
    taken = Taken()
    with _current(path) as source, course.gradebook() as gradebook:
        db = gradebook.db.connection()
        found = source.execute(select(ASSIGNMENTS).order_by(ASSIGNMENTS.c.name)).mappings().all()
        for name in sorted(names.keys() - {each["name"] for each in found}):
            raise CourseError(f"{path} has no assignment {name!r}.")
        _take_students(source, db, taken)
        for row in found:
            module = modules.get(row["name"])
            if module is None:
                taken.left_out.append(f"assignment {row['name']}: no module has this name")
                continue
            tables = ScoreTables(course, module, gradebook)
            _take_module(source, db, row, module, tables, taken, force)
        if not taken.submissions:
            raise CourseError(
                f"{path} has no assignment of this term: "
                f"it has {', '.join(each['name'] for each in found) or 'none'}. "
                "Release the modules first; map names with --assignment THERE=HERE."
            )
        gradebook.db.commit()
    return taken


@contextmanager
def _current(path: Path) -> Iterator[Connection]:
    """Open a copy of a gradebook, with the tables of the nbgrader that is installed."""
    if not path.is_file():
        raise CourseError(f"There is no file {path}.")
    with tempfile.TemporaryDirectory(prefix="gradebook-") as folder:
        copy = Path(folder) / "gradebook.db"
        copy.write_bytes(path.read_bytes())
        check_file(copy, str(path))
        engine = engine_of(copy)
        with engine.connect() as db:
            there = set(inspect(db).get_table_names())
        if not {ASSIGNMENTS.name, GRADES.name, VERSION.name} <= there:
            raise CourseError(f"{path} has no nbgrader gradebook.")
        engine.dispose()
        _upgrade(copy, path)
        engine = engine_of(copy)
        try:
            with engine.connect() as db:
                yield db
        finally:
            engine.dispose()


def _upgrade(copy: Path, path: Path) -> None:
    """Bring the tables of an older nbgrader up to date, as `nbgrader db upgrade` does."""
    with _temp_alembic_ini(f"sqlite:///{copy}") as settings:
        command = [sys.executable, "-m", "alembic", "-c", settings, "upgrade", "head"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "Error" in line]
        why = first_line((lines or ["alembic failed"])[-1], 200)
        raise CourseError(
            f"{path}: its tables cannot be brought up to date: {why}. "
            "Is it from a later version of nbgrader?"
        )


def _take_students(source: Connection, db: Connection, taken: Taken) -> None:
    """Add students, and what is not known yet of the names of others."""
    known = {row["id"]: row for row in db.execute(select(STUDENTS)).mappings()}
    new = list[Row]()
    for row in source.execute(select(STUDENTS)).mappings():
        here = known.get(row["id"])
        if here is None:
            new.append(dict(row))
        elif more := {name: row[name] for name in NAMES if row[name] and not here[name]}:
            db.execute(update(STUDENTS).where(STUDENTS.c.id == row["id"]).values(more))
    if new:
        db.execute(STUDENTS.insert(), new)
    taken.students = len(new)


def _take_module(
    source: Connection, db: Connection, assignment: RowMapping, module: Module,
    tables: ScoreTables, taken: Taken, force: bool,
) -> None:  # fmt: skip
    """Take over the submissions of one module."""
    there = _handed_in(source, assignment, module)
    here = ASSIGNMENTS.c.name == module.id
    if assignment["duedate"] is not None:
        unset = here & ASSIGNMENTS.c.duedate.is_(None)
        db.execute(update(ASSIGNMENTS).where(unset).values(duedate=assignment["duedate"]))
    submissions, notebooks = tables.find(db, list(there))
    if not force:
        for student in _scored(db, submissions, notebooks):
            del there[student]
            taken.left_out.append(f"{module.id}, {student}: has scores here; --force replaces them")
    cells = _common_cells(source, db, tables, assignment["id"], module, taken)
    for student, row in there.items():
        submission = submissions[student]
        book = notebooks[submission]
        values = {name: row[name] for name in ("timestamp", "extension")}
        db.execute(update(SUBMISSIONS).where(SUBMISSIONS.c.id == submission).values(values))
        penalty = {"late_submission_penalty": row["late_submission_penalty"]}
        db.execute(update(NOTEBOOKS).where(NOTEBOOKS.c.id == book).values(penalty))
        for where, columns, ids in (
            (GRADES, SCORE, tables.graded), (COMMENTS, COMMENT, tables.commented),
        ):  # fmt: skip
            rows = source.execute(select(where).where(where.c.notebook_id == row["book"]))
            new = [
                {"cell_id": ids[cells[each["cell_id"]]], **{name: each[name] for name in columns}}
                for each in rows.mappings()
                if cells.get(each["cell_id"]) in ids
            ]
            _replace(db, where, book, new)
    taken.submissions[module.id] = len(there)


def _handed_in(source: Connection, assignment: RowMapping, module: Module) -> dict[str, RowMapping]:
    """Return student -> submission, with its notebook's id and penalty, of one module."""
    query = (
        select(SUBMISSIONS, NOTEBOOKS.c.id.label("book"), NOTEBOOKS.c.late_submission_penalty)
        .join(NOTEBOOKS, NOTEBOOKS.c.assignment_id == SUBMISSIONS.c.id)
        .join(BOOKS, BOOKS.c.id == NOTEBOOKS.c.notebook_id)
        .where(SUBMISSIONS.c.assignment_id == assignment["id"], BOOKS.c.name == module.name)
        .order_by(SUBMISSIONS.c.student_id)
    )
    return {row["student_id"]: row for row in source.execute(query).mappings()}


def _replace(db: Connection, where: Table, book: str, new: list[dict[str, Any]]) -> None:
    """Put rows in place of those of the same notebook and cells."""
    cells = [each["cell_id"] for each in new]
    old = (where.c.notebook_id == book) & where.c.cell_id.in_(cells)
    db.execute(delete(where).where(old))
    if new:
        db.execute(where.insert(), [{"notebook_id": book, **each} for each in new])


def _scored(
    db: Connection, submissions: Mapping[str, str], notebooks: Mapping[str, str]
) -> Sequence[str]:
    """The students with a score here."""
    has = or_(GRADES.c.auto_score.is_not(None), GRADES.c.manual_score.is_not(None))
    books = set(
        db.execute(
            select(GRADES.c.notebook_id).where(has, GRADES.c.notebook_id.in_(notebooks.values()))
        ).scalars()
    )
    return [student for student, row in submissions.items() if notebooks[row] in books]


def _common_cells(
    source: Connection, db: Connection, tables: ScoreTables, assignment: object, module: Module,
    taken: Taken,
) -> dict[str, str]:  # fmt: skip
    """Id there -> name, of the cells that have the same name and the same points here."""
    query = (
        select(CELLS.c.id, CELLS.c.name)
        .join(BOOKS, BOOKS.c.id == CELLS.c.notebook_id)
        .where(BOOKS.c.assignment_id == assignment, BOOKS.c.name == module.name)
    )
    names = {row[0]: row[1] for row in source.execute(query)}
    there, here = _points(source, list(names)), _points(db, list(tables.graded.values()))
    cells = {}
    for row, name in names.items():
        most = there.get(row)
        # A written answer is two cells of one name: one has the points, one the comment.
        own = tables.commented if most is None else tables.graded
        if name not in own:
            if most:
                taken.left_out.append(f"{module.id}, cell {name}: is not in this term")
        elif most is not None and most != here[own[name]]:
            line = f"cell {name}: has {here[own[name]]:g} points here, {most:g} there"
            taken.left_out.append(f"{module.id}, {line}")
        else:
            cells[row] = name
    return cells


def _points(db: Connection, cells: Sequence[str]) -> dict[str, float]:
    """Cell -> its points, of those that have any."""
    found: dict[str, float] = {}
    for model in (GradeCell, TaskCell):
        where = table(model)
        query = select(where.c.id, where.c.max_score).where(where.c.id.in_(cells))
        found |= {row[0]: float(row[1]) for row in db.execute(query)}
    return found
