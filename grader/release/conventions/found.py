"""A place in a notebook that breaks a convention, and what rules look at cells with."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from grader.course.notebook import is_hidden
from workbench.cells import grade_id, is_test


@dataclass(frozen=True, order=True)
class Found:
    """What is wrong, and where: cell and line count from 1, line 0 means the whole cell."""

    cell: int
    line: int
    what: str

    def told(self, notebook: NotebookNode) -> str:
        """One line: `cell 14 (test-mse), line 3: what is wrong`."""
        name = grade_id(notebook.cells[self.cell - 1])
        where = f"cell {self.cell} ({name})" if name else f"cell {self.cell}"
        return f"{where}, line {self.line}: {self.what}" if self.line else f"{where}: {self.what}"


def numbered(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    """Every cell with its number, from 1."""
    yield from enumerate(notebook.cells, start=1)


def parsed(cell: NotebookNode) -> ast.Module | None:
    """The cell's code; None for text and for code that is not plain Python, such as a magic."""
    try:
        return ast.parse(cell.source) if cell.cell_type == "code" else None
    # Not reported here: the rule `python` does it for tests, the export for exported cells.
    except SyntaxError:
        return None


def tests(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode, ast.Module]]:
    """Every test cell that is valid Python: its number, the cell and its code."""
    for number, cell in numbered(notebook):
        if is_test(cell) and (tree := parsed(cell)) is not None:
            yield number, cell, tree


def hidden_tests(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode, ast.Module]]:
    """Every hidden test that is valid Python: its number, the cell and its code."""
    yield from (each for each in tests(notebook) if is_hidden(each[1]))


def line_of(source: str, position: int) -> int:
    """The line, from 1, in which a character of `source` stands."""
    return source.count("\n", 0, position) + 1
