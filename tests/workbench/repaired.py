"""A release and a student's work on it, for tests of the repair."""

import copy

from kit import cell_of, code, given, graded, notebook, solution, written
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell

from workbench.cells import grade_id

STUB = "#| export\nclass Linear:\n    def forward(self, x):\n        raise NotImplementedError"
LINEAR = """#| export
class Linear:
    def forward(self, x):
        return x @ self.weight

    def parameters(self):
        return []"""
QUESTION = "### Q3: Why?\n\nWhy does Dropout rescale?"
WORDS = "Because the mean stays what it was."


def make_release() -> NotebookNode:
    return notebook(
        code("#| export\nimport numpy as np"),
        given("given-half", "class Half:\n    factor = 2"),
        new_markdown_cell("### Task 2: `Linear`"),
        solution("linear", STUB),
        graded("check-linear", 0, "assert Linear().forward(1) == 2", hidden=False),
        graded("test-linear", 3, "# Graded (3 points): sizes.", hidden=False),
        solution("q1", "q1_parameters = ..."),
        graded("test-q1", 2, "# Graded (2 points): Q1.", hidden=False),
        new_markdown_cell(QUESTION),
        written("why", 4),
        new_markdown_cell("### Q4: The next"),
    )


def make_work(release: NotebookNode) -> NotebookNode:
    book = copy.deepcopy(release)
    cell_of(book, "linear").source = LINEAR
    cell_of(book, "q1").source = "q1_parameters = 12"
    cell_of(book, "why").source = WORDS
    return book


def names(book: NotebookNode) -> list[str]:
    return [called for cell in book.cells if (called := grade_id(cell))]


def sound(book: NotebookNode, release: NotebookNode) -> bool:
    """Whether every named cell is there once, in order, with its type and the student's work."""
    kinds = {grade_id(cell): cell.cell_type for cell in release.cells}
    return (
        names(book) == names(release)
        and all(cell.cell_type == kinds[grade_id(cell)] for cell in book.cells if grade_id(cell))
        and cell_of(book, "linear").source == LINEAR
        and cell_of(book, "q1").source == "q1_parameters = 12"
        and cell_of(book, "why").source == WORDS
    )
