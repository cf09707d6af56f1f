"""A notebook as a file: read it, or say in a line why it cannot be read, and compare it with what was given."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from workbench.errors import Trouble
from workbench.place import Assignment, assignments


def read(path: Path) -> NotebookNode:
    """The notebook at `path`, in version 4 of the format.

    Raises:
        Trouble: if it is missing, not UTF-8, not JSON or not a notebook.
    """
    try:
        content = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise Trouble(_missing(path)) from None
    except UnicodeDecodeError:
        raise Trouble(f"{path.name} is not UTF-8 text. Open it in Jupyter and save it again.") from None
    try:
        found = nbformat.reads(content, as_version=4)
        nbformat.validate(found)
    except Exception as error:  # nbformat raises errors of many types for many kinds of damage
        why = str(error).split("\n", 1)[0][:150] or type(error).__name__
        raise Trouble(f"{path.name} is damaged, no notebook ({why}). Go back to your last good copy.") from None
    return found


def mark(cell: NotebookNode) -> NotebookNode:
    """The cell's nbgrader metadata, empty if it has none."""
    found = cell["metadata"].get("nbgrader")  # as an item: a NotebookNode takes five times as long for an attribute
    return found if isinstance(found, NotebookNode) else NotebookNode()


def name(cell: NotebookNode) -> str | None:
    """The cell's grade_id."""
    found = mark(cell).get("grade_id")
    return found if isinstance(found, str) else None


def is_visible_test(cell: NotebookNode) -> bool:
    """Whether the cell is a test that students see: graded, with no points of its own."""
    return bool(cell.cell_type == "code" and mark(cell).get("grade") and mark(cell).get("points") == 0)


def hidden_points(released: NotebookNode) -> int:
    """The points that the hidden tests of a released notebook give."""
    cells = [mark(cell) for cell in released.cells if cell.cell_type == "code"]
    return round(sum(each.points for each in cells if each.get("grade") and not each.get("solution")))


@dataclass
class Comparison:
    """A student's notebook beside the released one; cells are called by their grade_ids."""

    missing: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    """Given cells and tests whose text is not that of the release."""


def compare(notebook: NotebookNode, released: NotebookNode) -> Comparison:
    """What of the released notebook is missing, there more than once, or no longer as it was given."""
    found: dict[str, list[NotebookNode]] = {}
    by_id = {cell.get("id"): cell for cell in notebook.cells}
    for cell in notebook.cells:
        found.setdefault(name(cell) or "", []).append(cell)
    result = Comparison()
    for given in released.cells:
        called = name(given)
        if called is None:
            continue
        same = found.get(called) or [by_id[given.id]] if called in found or given.id in by_id else []
        if not same:
            result.missing.append(called)
        elif len(same) > 1:
            result.repeated.append(called)
        elif mark(given).get("locked") and same[0].source.strip() != given.source.strip():
            result.changed.append(called)
    return result


def belongs(notebook: NotebookNode, assignment: Assignment) -> None:
    """See to it that `notebook` is one of `assignment`.

    Raises:
        Trouble: if more of another module is in it, or nothing of this one.
    """
    names = {name(cell) for cell in notebook.cells} - {None}
    ids = {cell.get("id") for cell in notebook.cells}
    shares = {each.id: _shared(each, names, ids) for each in assignments(assignment.root)}
    best = max(shares, key=lambda each: (shares[each], each == assignment.id))
    if shares[best] == 0:
        raise Trouble(
            f"{assignment.notebook.name} holds none of the cells of {assignment.id}: it is another notebook, or an "
            f"empty one. The notebook as it was given lies in {assignment.released.relative_to(assignment.root)}."
        )
    if best != assignment.id:
        raise Trouble(
            f"{assignment.notebook.name} holds the cells of {best}: put the notebook of {assignment.id} there."
        )


def _shared(assignment: Assignment, names: set[str | None], ids: set[str | None]) -> int:
    """How many of the module's own tasks are there, by grade_id or by cell id."""
    released = read(assignment.released)
    return sum(1 for cell in released.cells if name(cell) and (name(cell) in names or cell.id in ids))


def _missing(path: Path) -> str:
    others = sorted(other.name for other in path.parent.glob("*.ipynb") if not other.name.startswith("_"))
    if others:
        return f"{path} is missing; there is {others[0]!r} beside its place. Rename it to {path.name}."
    return f"{path} is missing. Put your notebook there; as it was given, it lies in the folder given/."


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file so that a stop leaves the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def without_outputs(notebook: NotebookNode) -> bytes:
    """The notebook's file with its outputs cleared."""
    copy = nbformat.from_dict(json.loads(nbformat.writes(notebook)))
    for cell in copy.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return nbformat.writes(copy).encode("utf-8")
