"""Each task has its help: how difficult it is, three hints in folds, a stretch in its section."""

import pytest
from broken import lines, place, replace, replace_text
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell

NEEDED = (
    "needs the hints 'Hint 1: the idea', 'Hint 2: the tool', 'Hint 3: the line', each in a fold:"
)
STRETCH = "its section needs a cell '**Stretch ●●● (optional, not graded).** ...'."


def task(book: NotebookNode) -> str:
    """How a line about the guide's task begins."""
    cells = [number for number, cell in enumerate(book.cells, 1) if "### Task 1" in cell.source]
    return f"cell {cells[0]}, line 1:"


def test_a_task_says_how_difficult_it_is(book: NotebookNode) -> None:
    replace_text(book, "**Difficulty:** ●○○", "**Difficulty:** easy")
    assert lines(book) == [f"{task(book)} has no difficulty: write '**Difficulty:** ●●○'."]


def test_a_task_has_three_hints(book: NotebookNode) -> None:
    replace_text(book, "Hint 3: the line", "Solution")
    said = "it has 'Hint 1: the idea', 'Hint 2: the tool'."
    assert lines(book) == [f"{task(book)} {NEEDED} {said}"]


def test_a_hint_is_in_a_fold(book: NotebookNode) -> None:
    cell = next(cell for cell in book.cells if "<details>" in cell.source)
    cell.source = cell.source.replace("<details>\n", "").replace("</details>", "")
    assert lines(book) == [f"{task(book)} {NEEDED} it has none."]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Follow the example: differences, then squares, then one mean of all.\n\n", ""),
        ("the idea</summary>\n\n", "the idea</summary>\n"),
    ],
    ids=["a fold without text", "a fold whose text Markdown does not read"],
)
def test_a_fold_shows_its_hint(book: NotebookNode, old: str, new: str) -> None:
    replace_text(book, old, new)
    assert lines(book) == [f"{task(book)} {NEEDED} it has 'Hint 2: the tool', 'Hint 3: the line'."]


def test_the_points_stand_above_the_hints(book: NotebookNode) -> None:
    points = "**Points: 4**, for values 3, inputs unchanged 1."
    number = replace_text(book, points, "")
    book.cells[number - 1].source += f"\n\n{points}"
    said = "gives its points below the hints: move them above."
    assert lines(book) == [f"{task(book)} {said}"]


def test_no_hint_stands_in_a_docstring(book: NotebookNode) -> None:
    where = replace(book, "mse", "    Task:\n", "    Hint: np.mean\n\n    Task:\n")
    said = "the hint is not folded: move it into a fold below the task."
    assert lines(book) == [f"{where}, line 9: {said}"]


def test_a_section_with_a_task_has_a_stretch(book: NotebookNode) -> None:
    (cell,) = [cell for cell in book.cells if cell.source.startswith("**Stretch")]
    book.cells.remove(cell)
    assert lines(book) == [f"{task(book)} {STRETCH}"]
    book.cells.append(cell)  # it belongs to another section there
    assert lines(book) == [f"{task(book)} {STRETCH}"]


def test_a_question_needs_neither_hints_nor_a_stretch(book: NotebookNode) -> None:
    replace_text(book, "### Q1: One large error", "### One large error")
    where = place(book, "q1-error")
    asked = [line for line in lines(book) if not line.startswith(where)]
    assert [line.split(": ", 1)[1].split(" ")[0] for line in asked] == ["has", "its", "needs"]


def test_a_heading_without_a_cell_to_fill_in_begins_no_task(book: NotebookNode) -> None:
    book.cells.append(new_markdown_cell("## 3. More\n\n### Task 9: Without a cell to fill in"))
    assert lines(book) == []
