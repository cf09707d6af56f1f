"""Points in the text are those of the tests and of nbs_config.yml."""

import pytest
from broken import lines, place, replace_text
from kit import cell_of
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell

from grader.release.conventions.points import promise


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("**Points: 5**, for both ends (p = 0\nand p = 1) 2, for `x ** 2` 3.", (1, 5, [2, 3])),
        ("Write it.\n\nPoints: 3, one for each.", (3, 3, [])),
        ("- `a`: how many? (1 point)\n- `b`: how large? (2 points)", (1, 3, [1, 2])),
        ("No word about them.", None),
    ],
)
def test_points_are_read_in_both_forms(text: str, found: tuple[int, int, list[int]] | None) -> None:
    assert promise(text) == found


def test_a_task_without_points_in_its_text_is_named(book: NotebookNode) -> None:
    replace_text(book, "**Points: 4**, for values 3, inputs unchanged 1.", "")
    said = "the text above names no points: write 'Points: 4, for values 3, shapes 1.'"
    assert lines(book) == [f"{place(book, 'mse')}: {said}"]


def test_the_points_of_another_task_do_not_count(book: NotebookNode) -> None:
    replace_text(book, "**Points: 2**.", "")
    assert [line.split(":")[0] for line in lines(book)] == [place(book, "q1-error")]


def test_another_sum_is_named(book: NotebookNode) -> None:
    cell = replace_text(book, "**Points: 4**, for values 3,", "**Points: 5**, for values 4,")
    assert lines(book) == [f"cell {cell}, line 8: says 5 points for mse, its tests give 4."]


def test_other_parts_are_named(book: NotebookNode) -> None:
    cell = replace_text(book, "values 3, inputs unchanged 1", "values 2, inputs unchanged 2")
    said = "splits the points of mse into 2, 2, its tests into 3, 1."
    assert lines(book) == [f"cell {cell}, line 8: {said}"]


def test_the_parts_of_a_written_answer_only_add_up(book: NotebookNode) -> None:
    replace_text(book, "**Points: 3**.", "**Points: 3**, for the sign 2, for the weight 1.")
    assert lines(book) == []
    cell = replace_text(book, "for the sign 2", "for the sign 1")
    said = "splits the points of q2-why into 1, 1, its tests into 3."
    assert lines(book) == [f"cell {cell}, line 3: {said}"]


def test_the_table_at_the_top_gives_all_points(book: NotebookNode) -> None:
    replace_text(book, "| Points | 9: 6 from", "| Points | 8: 5 from")
    said = "the points of the module are 9: 6 from tests, 3 from a person."
    assert lines(book) == [f"cell 1, line 9: {said}"]


def test_the_table_at_the_top_may_not_lack_the_points(book: NotebookNode) -> None:
    source = book.cells[0].source.split("\n")
    book.cells[0].source = "\n".join(line for line in source if not line.startswith("| Points"))
    row = "'| Points | 9: 6 from tests, 3 from a person |'"
    assert lines(book) == [f"cell 1: the table at the top has no row {row}."]


def test_a_column_of_points_adds_up(book: NotebookNode) -> None:
    rows = (
        "| Task | Points |\n|---|---|\n| 1 | 4 |\n| Q1, Q2 | 5: 2 from tests, 3 from a person |\n"
    )
    book.cells.insert(1, new_markdown_cell(f"What you build:\n\n{rows}"))
    assert lines(book) == []
    book.cells[1].source = book.cells[1].source.replace("| 4 |", "| 3 + 2 |")
    said = "the column adds up to 10 points, the module has 9."
    assert lines(book) == [f"cell 2, line 3: {said}"]


def test_a_person_s_points_are_those_of_the_manifest(book: NotebookNode) -> None:
    cell_of(book, "q2-why").metadata.nbgrader.points = 2
    assert lines(book) == [
        f"cell {len(book.cells) - 1}, line 3: says 3 points for q2-why, its tests give 2."
    ]
