"""What a deck takes from a notebook, and what it is told if that is not there."""

import pytest
from conftest import SLIDES  # noqa: F401  puts the slides' folder on the path
from deck import compose
from kit import code, graded, notebook, solution, written
from nbformat.v4 import new_markdown_cell
from parts import MissingPart, Parts

TEXT = """# Title

## One: first

words

| name | value | more |
|---|--:|---|
| `a` of b | 1 | x |
| c | 2 | y |

```
# not a heading
picture
```
"""


@pytest.fixture
def parts() -> Parts:
    return Parts(
        notebook(
            new_markdown_cell(TEXT),
            code("a = 1"),
            solution("task", "secret = 2"),
            graded("test", 1, "assert secret == 2"),
            written("words", 2),
            code("b = 3"),
            new_markdown_cell("## Two"),
        )
    )


def test_cells_are_found_by_the_heading_above_them(parts: Parts) -> None:
    assert [parts.cell("One"), parts.cell("One", 2)] == ["a = 1", "b = 3"]


def test_graded_cells_are_not_there(parts: Parts) -> None:
    with pytest.raises(MissingPart, match="under 'One' there is no code cell 3"):
        parts.cell("One", 3)


def test_rows_and_columns_are_chosen(parts: Parts) -> None:
    assert parts.table(
        "One", ["a of"], [1, 2]
    ) == "| name | value |\n| --- | --: |\n| `a` of b | 1 |".replace("---", "---", 1)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("```{code-cell}\n:from: Three\n```", "no heading begins with 'Three'"),
        ("```{code-cell}\n:from: Two\n```", "under 'Two' there is no code cell"),
        ('{rows} "One": d', "under 'One' there is no row 'd'"),
        ('{rows} "One": c (columns 4)', "under 'One' there is no column 4"),
    ],
)
def test_what_is_missing_is_named(parts: Parts, text: str, what: str) -> None:
    with pytest.raises(MissingPart, match=what):
        compose(f"# Title\n\n{text}\n", parts)


def test_kinds_of_cells(parts: Parts) -> None:
    text = '# A\n\n+++ {"minutes": 2}\n\nnotes\n\n+++\n\n'
    text += '## B\n\n{= 1 + 2}\n\n+++ {"step": 1}\n\nanswer\n'
    cells = compose(text, parts).cells
    kinds = [cell.metadata.get("slideshow", {}).get("slide_type") for cell in cells]
    assert kinds == ["slide", "notes", None, "slide", "fragment"]
    assert cells[0].metadata.slideshow["data"] == {"timing": 120}
    assert cells[2].source == "[f'''{1 + 2}''']"
