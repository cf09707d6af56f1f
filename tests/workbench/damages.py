"""What students do to the cells of a notebook, and JupyterLab with them."""

import copy
from collections.abc import Callable

from kit import cell_of
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell
from repaired import QUESTION, STUB, WORDS


def strip_everything(book: NotebookNode) -> None:
    for number, cell in enumerate(book.cells):
        cell.metadata = NotebookNode(id=f"colab{number}")
        cell.id = f"renumbered-{number}"


def renumber_ids(book: NotebookNode) -> None:
    for number, cell in enumerate(book.cells):
        cell.id = str(number)


def swap_ids(book: NotebookNode) -> None:
    ids = [cell.id for cell in book.cells]
    for cell, other in zip(book.cells, ids[::-1], strict=True):
        cell.id = other


def into(make: Callable[..., NotebookNode], called: str) -> Callable[[NotebookNode], None]:
    def change(book: NotebookNode) -> None:
        old = cell_of(book, called)
        book.cells[book.cells.index(old)] = make(old.source, id=old.id, metadata=old.metadata)

    change.__name__ = f"{called}_{make.__name__}"
    return change


def windows_newlines(book: NotebookNode) -> None:
    for cell in book.cells:
        cell.source = cell.source.replace("\n", "\r\n")


def time_on_top(book: NotebookNode) -> None:
    cell = cell_of(book, "linear")
    cell.source = f"%%time\n{cell.source}"


def pasted_with_the_original_left(book: NotebookNode) -> None:
    cell = cell_of(book, "linear")
    book.cells.insert(0, new_code_cell(cell.source))
    cell.source = STUB


def copied_with_the_original_left(book: NotebookNode) -> None:
    cell = cell_of(book, "linear")
    book.cells.append(NotebookNode({**copy.deepcopy(cell), "id": "copied"}))
    cell.source = ""


def split(
    called: str, line: int, second_is_the_copy: bool = True
) -> Callable[[NotebookNode], None]:
    def change(book: NotebookNode) -> None:
        cell = cell_of(book, called)
        lines = cell.source.split("\n")
        first, second = "\n".join(lines[:line]), "\n".join(lines[line:])
        other = NotebookNode({**copy.deepcopy(cell), "id": "split"})
        place = book.cells.index(cell)
        cell.source, other.source = (first, second) if second_is_the_copy else (second, first)
        book.cells.insert(place + second_is_the_copy, other)

    change.__name__ = f"split_{called}_{second_is_the_copy}"
    return change


def split_without_metadata(book: NotebookNode) -> None:
    split("linear", 5)(book)
    book.cells[book.cells.index(cell_of(book, "linear")) + 1].metadata = NotebookNode()


def merge(first: str, second: str) -> Callable[[NotebookNode], None]:
    """Merge cells as JupyterLab does: the first one's name is kept."""

    def change(book: NotebookNode) -> None:
        begin, end = (book.cells.index(cell_of(book, each)) for each in (first, second))
        book.cells[begin].source = "\n\n".join(cell.source for cell in book.cells[begin : end + 1])
        del book.cells[begin + 1 : end + 1]

    change.__name__ = f"merge_{first}_{second}"
    return change


def merge_the_given_cell_above(book: NotebookNode) -> None:
    book.cells.remove(next(cell for cell in book.cells if cell.source.startswith("### Task 2")))
    merge("given-half", "linear")(book)


def move(called: str, place: int) -> Callable[[NotebookNode], None]:
    def change(book: NotebookNode) -> None:
        cell = cell_of(book, called)
        book.cells.remove(cell)
        book.cells.insert(place, cell)

    change.__name__ = f"move_{called}_{place}"
    return change


def words_below(book: NotebookNode) -> None:
    cell = cell_of(book, "why")
    book.cells.insert(book.cells.index(cell) + 1, new_markdown_cell(WORDS))
    cell.source = "*Your answer here.*"


def words_above_in_raw(book: NotebookNode) -> None:
    cell = cell_of(book, "why")
    book.cells.insert(book.cells.index(cell), new_raw_cell(WORDS))
    cell.source = ""


def words_in_a_code_cell(book: NotebookNode) -> None:
    cell = cell_of(book, "why")
    book.cells.insert(book.cells.index(cell) + 1, new_code_cell(WORDS))
    cell.source = "*Your answer here.*"


def words_in_the_question(book: NotebookNode) -> None:
    question = next(cell for cell in book.cells if cell.source == QUESTION)
    question.source += f"\n\n{WORDS}"
    cell_of(book, "why").source = "*Your answer here.*"


def words_merged_with_the_question(book: NotebookNode) -> None:
    question = next(cell for cell in book.cells if cell.source == QUESTION)
    question.source += f"\n\n{WORDS}"
    book.cells.remove(cell_of(book, "why"))
