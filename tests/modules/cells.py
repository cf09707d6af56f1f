"""What the tests ask of a notebook's cells: their prose, and the names that they define and use."""

import dis
import re
from collections.abc import Iterator
from types import CodeType

from nbformat.notebooknode import NotebookNode

from grader.course.notebook import NOT_GRADED, grade_id

# nbgrader's markers in a written answer look like headings and are none.
HEADING = re.compile(r"^(#+) (?!BEGIN |END )(.+)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def tagged(cell: NotebookNode) -> bool:
    return NOT_GRADED in cell.metadata.get("tags", [])


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def prose(notebook: NotebookNode) -> str:
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def headings(notebook: NotebookNode) -> list[tuple[int, str]]:
    """(level, text) of every heading."""
    return [(len(marks), text) for marks, text in HEADING.findall(FENCED.sub("", prose(notebook)))]


def label(cell: NotebookNode) -> str:
    """How a failure names a cell."""
    return grade_id(cell) or f"cell {cell.id}"


def blocks(code: CodeType) -> Iterator[CodeType]:
    """A piece of compiled code and all functions and classes within it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from blocks(constant)


def names(code: CodeType, *operations: str) -> set[str]:
    """The names on which `code` itself performs one of the operations."""
    return {step.argval for step in dis.get_instructions(code) if step.opname in operations}


def defines(cell: NotebookNode) -> set[str]:
    """The names that running the cell leaves in the notebook."""
    return names(compile(cell.source, label(cell), "exec"), "STORE_NAME")


def uses(cell: NotebookNode) -> set[str]:
    """The notebook's names that the cell reads, at its top or inside its functions and classes."""
    top = compile(cell.source, label(cell), "exec")
    found = names(top, "LOAD_NAME")
    for inner in blocks(top):
        found |= names(inner, "LOAD_GLOBAL")
        if inner is not top:  # the body of a class, which may read what it has stored itself
            found |= names(inner, "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS") - names(
                inner, "STORE_NAME"
            )
    return found
