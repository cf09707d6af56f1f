"""A notebook as a file: read and write it, and say in a line what is wrong with it."""

import json
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from workbench.errors import Trouble
from workbench.place import Assignment, assignments


def read_bytes(path: Path) -> bytes:
    """The content of the notebook's file.

    Raises:
        Trouble: if it is missing.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Trouble(_missing(path)) from None


def read(path: Path) -> NotebookNode:
    """A notebook of the course's own, in version 4 of the format.

    Raises:
        Trouble: if it is missing or damaged.
    """
    try:
        return nbformat.reads(read_bytes(path).decode("utf-8"), as_version=4)
    except Exception:  # nbformat raises errors of many types for many kinds of damage
        raise Trouble(f"{path} is damaged: take the file from the student edition again.") from None


def mark(cell: NotebookNode) -> NotebookNode:
    """The cell's nbgrader metadata, empty if it has none."""
    found = cell["metadata"].get(
        "nbgrader"
    )  # as an item: a NotebookNode takes five times as long for an attribute
    return found if isinstance(found, NotebookNode) else NotebookNode()


def name(cell: NotebookNode) -> str | None:
    """The cell's grade_id."""
    found = mark(cell).get("grade_id")
    return found if isinstance(found, str) else None


def is_visible_test(cell: NotebookNode) -> bool:
    """Whether the cell is a test that students see: graded, with no points of its own."""
    return bool(
        cell.cell_type == "code" and mark(cell).get("grade") and mark(cell).get("points") == 0
    )


def hidden_points(released: NotebookNode) -> int:
    """The points that the hidden tests of a released notebook give."""
    cells = [mark(cell) for cell in released.cells if cell.cell_type == "code"]
    return round(
        sum(each.points for each in cells if each.get("grade") and not each.get("solution"))
    )


def belongs(notebook: NotebookNode, assignment: Assignment) -> None:
    """See to it that `notebook` is one of `assignment`.

    Raises:
        Trouble: if more of another module is in it, or nothing of this one.
    """
    seen: set[str | None] = {name(cell) for cell in notebook.cells} - {None}
    seen |= {cell.get("id") for cell in notebook.cells} | {
        cell["source"].strip() for cell in notebook.cells
    }
    shares = {each.id: _shared(each, seen) for each in assignments(assignment.root)}
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


def _shared(assignment: Assignment, seen: set[str | None]) -> int:
    """How many of the module's own tasks and tests are there, by grade_id, by cell id or by text."""
    cells = [cell for cell in read(assignment.released).cells if name(cell)]
    return sum(
        1 for cell in cells if not seen.isdisjoint((name(cell), cell["id"], cell["source"].strip()))
    )


def _missing(path: Path) -> str:
    others = sorted(
        other.name for other in path.parent.glob("*.ipynb") if not other.name.startswith("_")
    )
    if others:
        return (
            f"{path} is missing; there is {others[0]!r} beside its place. Rename it to {path.name}."
        )
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


def without_outputs(content: bytes) -> bytes:
    """A notebook's file with its outputs cleared."""
    book = json.loads(content)
    for cell in book.get("cells", []):
        if cell.get("cell_type") == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return json.dumps(book, ensure_ascii=False, indent=1).encode("utf-8")
