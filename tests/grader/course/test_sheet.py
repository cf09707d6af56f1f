"""CSV for spreadsheets: no text is read as a formula, and `unescape` undoes `escape`."""

import csv
import io

import pytest

from grader.course.sheet import csv_of, escape, unescape

FORMULAS = [
    '=HYPERLINK("http://x")', "@SUM(1)", "+1", "-1", "\t=1", "\r=1", "\n=1", " =1", "'=1", "''+1",
    "＝1", "－1", "@",
]  # fmt: skip
PLAIN = ["ada", "", "a=1", "o'neill", "'quoted'", "1-2", "zoë", "007", "(=1)"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_begins_a_formula_gets_an_apostrophe(text: str) -> None:
    assert escape(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_any_other_text_stays(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize("text", FORMULAS + PLAIN)
def test_unescaping_gives_back_what_was_escaped(text: str) -> None:
    assert unescape(escape(text)) == text


def test_numbers_and_missing_values_are_no_texts() -> None:
    assert csv_of(["a", "b", "c"], [{"a": -1.5, "b": None, "c": "-1.5"}]) == "a,b,c\n-1.5,,'-1.5\n"


def test_every_text_of_a_table_comes_back() -> None:
    columns = ["student", "notes"]
    rows = [
        dict(zip(columns, pair, strict=True))
        for pair in zip(FORMULAS, reversed(FORMULAS), strict=True)
    ]
    found = csv.DictReader(io.StringIO(csv_of(columns, rows), newline=""))
    assert [{name: unescape(text) for name, text in row.items()} for row in found] == rows
