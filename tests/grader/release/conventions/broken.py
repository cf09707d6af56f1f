"""What the tests of the conventions share."""

from guide import ENTRY
from kit import cell_of
from nbformat.notebooknode import NotebookNode

from grader.release.conventions.rules import broken_in_module, broken_in_source
from workbench.cells import grade_id


def lines(book: NotebookNode) -> list[str]:
    """What `grader check` says of the notebook, without its path."""
    return broken_in_source(book) + broken_in_module(ENTRY, book)


def replace(book: NotebookNode, name: str, old: str, new: str) -> str:
    """Change the text of a cell and say how a line about it begins: `cell 12 (name)`."""
    cell = cell_of(book, name)
    assert old in cell.source
    cell.source = cell.source.replace(old, new)
    return place(book, name)


def replace_text(book: NotebookNode, old: str, new: str) -> int:
    """Change the one text cell that holds `old`; its number."""
    (found,) = [n for n, cell in enumerate(book.cells) if is_text(cell) and old in cell.source]
    book.cells[found].source = book.cells[found].source.replace(old, new)
    return found + 1


def is_text(cell: NotebookNode) -> bool:
    return cell.cell_type == "markdown" and grade_id(cell) is None


def place(book: NotebookNode, name: str) -> str:
    number = [grade_id(cell) for cell in book.cells].index(name) + 1
    return f"cell {number} ({name})"
