"""A notebook as a file: read it, write it, and see which module it belongs to."""

import json
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from workbench.assignment import Assignment, assignments
from workbench.cells import grade_id, grading, is_test, is_visible_test
from workbench.errors import UserError


def read_bytes(path: Path) -> bytes:
    """The content of the student's notebook file.

    Raises:
        UserError: if it is missing.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(_missing(path)) from None


def read(path: Path) -> NotebookNode:
    """A notebook that came with the student edition, in version 4 of the format.

    Raises:
        UserError: if it is missing or damaged.
    """
    try:
        return nbformat.reads(read_bytes(path).decode("utf-8"), as_version=4)
    except Exception:  # nbformat raises errors of many types for a damaged file
        raise UserError(
            f"{path} is damaged: take the file from the student edition again."
        ) from None


def tested_points(released: NotebookNode) -> dict[str, int]:
    """Visible test -> the points of the hidden tests that follow it, up to the next visible one."""
    found: dict[str, int] = {}
    current = ""
    for cell in released.cells:
        if is_visible_test(cell):
            current = str(grade_id(cell))
            found[current] = 0
        elif cell.cell_type == "code" and is_test(cell):
            found[current] = found.get(current, 0) + round(grading(cell).points)
    return found


def check_module(notebook: NotebookNode, assignment: Assignment) -> None:
    """Check that `notebook` belongs to `assignment`.

    Raises:
        UserError: if it has more cells of another module, or none of this one.
    """
    # Any of the three identifies a cell: editors drop metadata, and some renumber the ids.
    seen: set[str | None] = {grade_id(cell) for cell in notebook.cells} - {None}
    seen |= {cell.get("id") for cell in notebook.cells}
    seen |= {cell["source"].strip() for cell in notebook.cells}
    shares = {each.id: _shared(each, seen) for each in assignments(assignment.root)}
    # On equal shares, the module that was asked for.
    best = max(shares, key=lambda each: (shares[each], each == assignment.id))
    if shares[best] == 0:
        raise UserError(
            f"{assignment.notebook.name} has no cell of {assignment.id}: it is another notebook or "
            "an empty one. The released notebook is "
            f"{assignment.released.relative_to(assignment.root)}."
        )
    if best != assignment.id:
        raise UserError(
            f"{assignment.notebook.name} has the cells of {best}: "
            f"put the notebook of {assignment.id} there."
        )


def _shared(assignment: Assignment, seen: set[str | None]) -> int:
    """How many graded cells of the module have their grade_id, cell id or text in `seen`."""
    cells = [cell for cell in read(assignment.released).cells if grade_id(cell)]
    keys = [(grade_id(cell), cell["id"], cell["source"].strip()) for cell in cells]
    return sum(1 for key in keys if not seen.isdisjoint(key))


def _missing(path: Path) -> str:
    others = sorted(
        other.name for other in path.parent.glob("*.ipynb") if not other.name.startswith("_")
    )
    if others:
        return f"{path} is missing, but {others[0]!r} is there. Rename it to {path.name}."
    return f"{path} is missing. Put your notebook there; the released one is in the folder given/."


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file atomically: after an interruption it has the old content or the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def without_outputs(content: bytes) -> bytes:
    """The bytes of a notebook file with all outputs removed."""
    book = json.loads(content)
    for cell in book.get("cells", []):
        if cell.get("cell_type") == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return json.dumps(book, ensure_ascii=False, indent=1).encode("utf-8")
