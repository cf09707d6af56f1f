"""Equations between numbers in the text are read and worked out."""

import pytest
from broken import lines, replace_text
from nbformat.notebooknode import NotebookNode

from grader.release.conventions.arithmetic import EQUATION, SQUARE_ROOT, wrong


@pytest.mark.parametrize(
    "text",
    [
        "`784 × 256 × 4 = 802,816` bytes",
        "3·5 + 4·7 = 43",
        "0.2 × 0 + 0.8 × 3 = 2.4",
        "together\n200,960 + 2,570 = 203,530",
        "2 / 3 ≈ 0.667",
        "5 - 1 = 4",
        "(4 + 1) / 2 = 2.5",
        "2 × (3 + 4) = 14",
        "sqrt(2/3) ≈ 0.816",
    ],
)
def test_a_right_equation_is_read_and_holds(text: str) -> None:
    assert EQUATION.search(text) or SQUARE_ROOT.search(text)
    assert list(wrong(text)) == []


@pytest.mark.parametrize(
    ("text", "is_"),
    [("784 × 256 × 4 = 802,861", "802,816.0"), ("3·5 + 4·7 = 44", "43.0"),
     ("1 / 3 ≈ 0.34", "0.3333"),
     ("(4 + 1) / 2 = 2", "2.5"), ("sqrt(2/3) ≈ 0.816 and 2 + 2 = 5", "4.0"),
     ("sqrt(2/3) ≈ 0.8165 and sqrt(1/4) ≈ 0.4", "0.5")],
)  # fmt: skip
def test_a_wrong_equation_is_found(text: str, is_: str) -> None:
    ((_, what),) = wrong(text)
    assert f"is wrong: it is {is_}" in what


@pytest.mark.parametrize("text", ["n × 0.1 × 0.1 = 0.01", "x + 2 × 3 = 7", "2^3 = 8"])
def test_an_equation_that_cannot_be_read_is_named_and_not_read_in_part(text: str) -> None:
    assert not EQUATION.search(text)
    ((_, what),) = wrong(text)
    assert "cannot be checked: write it with numbers only" in what


def test_the_line_names_the_cell(book: NotebookNode) -> None:
    cell = replace_text(book, "2.5", "3.5")
    assert lines(book) == [f"cell {cell}, line 5: (4 + 1) / 2 = 3.5 is wrong: it is 2.5."]
