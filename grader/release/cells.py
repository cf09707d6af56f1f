"""Update the gradebook's cells of a module: tests with their points, answers and given cells.

nbgrader refuses to add or remove cells once there are submissions. Here the gradebook follows the
source: a cell that stays keeps its scores and comments, a new one starts without scores, and a
removed one takes its scores with it.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.api import (
    Comment,
    Grade,
    GradeCell,
    MissingEntry,
    Notebook,
    SolutionCell,
    SourceCell,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_locked, is_solution, is_task
from sqlalchemy import delete, insert, select
from traitlets import Any as AnyValue

from grader.course.files import write_text
from grader.course.fingerprint import digest
from grader.course.manifest import Module
from grader.course.sheet import csv_of
from grader.course.term import Course

# A person's marks cannot be computed again, so they are saved before their cell is removed.
DROPPED = "dropped_marks.csv"
COLUMNS = ["assignment", "student_id", "cell", "manual_score", "manual_comment"]


@dataclass(frozen=True)
class Cell:
    """A graded, answer or given cell; `points` is None for a cell without points."""

    name: str
    kind: str
    points: float | None
    answer: bool
    task: bool
    locked: bool
    source: str
    checksum: str | None


def cells_of(notebook: NotebookNode) -> list[Cell]:
    """Return the cells to keep in the gradebook, of a notebook without solutions but with tests."""
    found = []
    for cell in notebook.cells:
        if is_grade(cell) or is_solution(cell) or is_locked(cell) or is_task(cell):
            metadata = cell.metadata.nbgrader
            # As a float: the gradebook gives floats back, and both sides are compared by digest.
            points = float(metadata["points"]) if is_grade(cell) or is_task(cell) else None
            flags = (is_solution(cell), is_task(cell), is_locked(cell))
            found.append(
                Cell(
                    metadata["grade_id"],
                    cell.cell_type,
                    points,
                    *flags,
                    cell.source,
                    metadata.get("checksum"),
                )
            )
    return found


def cells_digest(cells: list[Cell]) -> str:
    """Return the digest of cells, which does not depend on their order."""
    return digest([asdict(cell) for cell in sorted(cells, key=lambda cell: cell.name)])


def entered_cells(course: Course, module: Module) -> list[Cell]:
    """Return the cells in the gradebook; none if it does not have the module."""
    with course.gradebook() as gradebook:
        try:
            book = gradebook.find_notebook(module.name, module.id)
        except MissingEntry:
            return []
        answers, tasks = (
            {cell.name for cell in cells} for cells in (book.solution_cells, book.task_cells)
        )
        points = {
            cell.name: float(cell.max_score) for cell in [*book.grade_cells, *book.task_cells]
        }
        found = []
        for each in book.source_cells:
            name = each.name
            flags = (name in answers, name in tasks, each.locked)
            found.append(
                Cell(name, each.cell_type, points.get(name), *flags, each.source, each.checksum)
            )
        return found


def enter_cells(course: Course, module: Module, cells: list[Cell], kernelspec: str) -> list[str]:
    """Make the gradebook hold these cells and no others, in one transaction.

    Returns:
        A line for each removed cell that had scores or comments given by hand, which are saved in
        `dropped_marks.csv`.
    """
    # A manually graded answer is in two tables of nbgrader: as a grade cell and as a solution cell.
    graded = {cell.name: cell for cell in cells if cell.points is not None and not cell.task}
    tasks = {cell.name: cell for cell in cells if cell.task}
    answers = {cell.name: cell for cell in cells if cell.answer}
    with course.gradebook() as gradebook:
        assignment = gradebook.update_or_create_assignment(module.id)
        # nbgrader's methods for single cells commit each; here all cells are committed at once.
        db = gradebook.db
        try:
            book = gradebook.find_notebook(module.name, module.id)
        except MissingEntry:
            book = Notebook(name=module.name, assignment=assignment)
            db.add(book)
        book.kernelspec = kernelspec
        db.flush()
        # Submissions that exist already need a grade and a comment for each new cell.
        submitted = list(
            db.scalars(select(SubmittedNotebook.id).where(SubmittedNotebook.notebook_id == book.id))
        )
        gone = []
        for model, wanted in ((GradeCell, graded), (TaskCell, tasks), (SolutionCell, answers)):
            gone += _follow(db, book.id, model, wanted, submitted)
        _follow_sources(db, book.id, cells)
        # Before the commit: if the file cannot be written, the marks stay in the gradebook.
        lines = _keep_dropped(course, module, gone)
        db.commit()
    return lines


def _follow(
    db: Any, book: str, model: Any, wanted: dict[str, Cell], submitted: list[str]
) -> list[dict[str, Any]]:
    """Make a notebook's cells of one kind the wanted ones.

    Returns:
        The scores and comments given by hand to the removed cells.
    """
    there = {cell.name: cell for cell in db.scalars(select(model).where(model.notebook_id == book))}
    gone = [cell for name, cell in there.items() if name not in wanted]
    dropped = _given_by_hand(db, gone)
    for cell in gone:
        for table in (Grade, Comment):
            db.execute(
                delete(table)
                .where(table.cell_id == cell.id)
                .execution_options(synchronize_session=False)
            )
        db.delete(cell)
    for name, cell in wanted.items():
        values = {} if model is SolutionCell else {"max_score": cell.points, "cell_type": cell.kind}
        entry = there.get(name)
        if entry is None:
            entry = model(name=name, notebook_id=book, **values)
            db.add(entry)
            db.flush()
            new = [{"notebook_id": each, "cell_id": entry.id} for each in submitted]
            for table in {GradeCell: [Grade], SolutionCell: [Comment], TaskCell: [Grade, Comment]}[
                model
            ]:
                if new:
                    db.execute(insert(table.__table__), new)
        # A cell that stays is updated in place, so its grades keep pointing to it.
        for key, value in values.items():
            setattr(entry, key, value)
    db.flush()
    return dropped


def _follow_sources(db: Any, book: str, cells: list[Cell]) -> None:
    there = {
        cell.name: cell
        for cell in db.scalars(select(SourceCell).where(SourceCell.notebook_id == book))
    }
    for name in there.keys() - {cell.name for cell in cells}:
        db.delete(there[name])
    for cell in cells:
        entry = there.get(cell.name)
        if entry is None:
            entry = SourceCell(name=cell.name, notebook_id=book)
            db.add(entry)
        entry.cell_type, entry.locked = cell.kind, cell.locked
        entry.source, entry.checksum = cell.source, cell.checksum
    db.flush()


def _given_by_hand(db: Any, cells: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the scores and comments given by hand to these cells, as rows of the CSV file."""
    names = {cell.id: cell.name for cell in cells}
    rows = []
    for table, column in ((Grade, "manual_score"), (Comment, "manual_comment")):
        value = getattr(table, column)
        query = (
            select(SubmittedAssignment.student_id, table.cell_id, value)
            .join(SubmittedNotebook, SubmittedNotebook.id == table.notebook_id)
            .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
            .where(table.cell_id.in_(names), value.is_not(None))
            .order_by(SubmittedAssignment.student_id)
        )
        rows += [
            {"student_id": who, "cell": names[cell], column: given}
            for who, cell, given in db.execute(query)
        ]
    return rows


def _keep_dropped(course: Course, module: Module, rows: list[dict[str, Any]]) -> list[str]:
    if not rows:
        return []
    path = course.folder / DROPPED
    text = csv_of(COLUMNS, [{"assignment": module.id, **row} for row in rows])
    if path.is_file():
        # Earlier rows stay; the new text goes on without its header line.
        text = path.read_text(encoding="utf-8") + text.split("\n", 1)[1]
    write_text(path, text)
    counts = {
        name: sum(row["cell"] == name for row in rows)
        for name in dict.fromkeys(row["cell"] for row in rows)
    }
    return [
        f"{name} was removed from the notebook:"
        f" its {count} scores and comments given by hand are saved in {path}"
        for name, count in counts.items()
    ]


class EnterCells(NbGraderPreprocessor):
    """nbgrader preprocessor that replaces SaveCells, for nbgrader's own command and our release."""

    # Our release first collects the cells and enters them when it is complete.
    take = AnyValue(
        None, help="Called with the cells and the kernelspec instead of writing the gradebook."
    ).tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Enter the notebook's cells; the notebook stays as it is."""
        enter: Callable[[list[Cell], str], object] = self.take or self._enter(
            resources["nbgrader"]["assignment"]
        )
        enter(cells_of(nb), _kernelspec(nb))
        return nb, resources

    def _enter(self, assignment: str) -> Callable[[list[Cell], str], None]:
        def enter(cells: list[Cell], kernelspec: str) -> None:
            course = Course.here()
            for line in enter_cells(course, course.manifest.module(assignment), cells, kernelspec):
                self.log.warning(line)

        return enter


def _kernelspec(notebook: NotebookNode) -> str:
    return json.dumps(notebook.metadata.get("kernelspec", {}))
