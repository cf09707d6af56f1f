"""Conventions of the text: each test breaks one and reads the line about it."""

import pytest
from broken import lines, place, replace_text
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell


def add(book: NotebookNode, text: str) -> str:
    """Put a text cell at the end; how a line about it begins."""
    book.cells.append(new_markdown_cell(text))
    return f"cell {len(book.cells)}"


def test_the_title_is_that_of_the_manifest(book: NotebookNode) -> None:
    replace_text(book, "# Module 08: Errors", "# Module 8: Errors")
    said = "must begin with '# Module 08: Errors', and then an empty line."
    assert lines(book) == [f"cell 1, line 1: {said}"]


@pytest.mark.parametrize("start", ["> The\n> mean", "The mean"])
def test_one_line_about_the_module_follows(book: NotebookNode, start: str) -> None:
    replace_text(book, "> The mean", start)
    said = "the title must be followed by one line about the module, '> ...'."
    assert lines(book) == [f"cell 1, line 3: {said}"]


def test_the_top_says_how_long_it_takes(book: NotebookNode) -> None:
    replace_text(book, "| Time |", "| Hours |")
    assert lines(book) == ["cell 1: the table at the top has no row '| Time | about 2 hours |'."]


def test_a_temporary_binder_session_is_mentioned_before_the_first_task(book: NotebookNode) -> None:
    replace_text(book, "temporary", "short")
    said = "nothing before this says that a Binder session is temporary and to download the work."
    assert lines(book) == [f"{place(book, 'mse')}: {said}"]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("# Again", 1, "a second heading of the first level: write '## ...'."),
        ("x\n\n## 3. A\n\n#### B", 5, "the heading 'B' leaves out a level below '3. A'."),
        ("## 4. Four", 1, "this must be section 3."),
        ("### Q1: One large error", 1, "the heading 'Q1: One large error' stands twice."),
        ("one\n\nTODO: more", 3, "'TODO' has not been filled in."),
        ("{python} weight_bytes", 1, "'{python}' has not been filled in."),
        ("![plot](a.png)", 1, "a picture needs a description: ![what it shows](file.png)."),
        ('<img src="a.png">', 1, "a picture needs a description: ![what it shows](file.png)."),
        ("see [here](a.md)", 1, "the link 'here' does not say where it leads."),
    ],
)
def test_a_text_that_breaks_a_convention_is_named(
    book: NotebookNode, text: str, line: int, said: str
) -> None:
    where = add(book, text)
    assert lines(book) == [f"{where}, line {line}: {said}"]


@pytest.mark.parametrize(
    "text",
    [
        "```\n# no heading\n[here](a)\n```",
        "![What the curve of the loss shows](a.png)",
        "[the text](a.md)",
    ],
)
def test_a_text_that_keeps_to_them_passes(book: NotebookNode, text: str) -> None:
    add(book, text)
    assert lines(book) == []


def test_lines_count_through_a_code_fence(book: NotebookNode) -> None:
    where = add(book, "```\na\nb\n```\n\n# Again")
    assert [line.split(":")[0] for line in lines(book)] == [f"{where}, line 6"]


def test_a_notebook_without_sections_or_title_is_named(book: NotebookNode) -> None:
    for number, cell in enumerate(book.cells):
        if cell.cell_type == "markdown" and number:
            cell.source = cell.source.replace("## 1. ", "## ").replace("## 2. ", "## ")
    assert lines(book) == ["cell 1: the notebook has no numbered section, '## 1. ...'."]
    book.cells[0].source = book.cells[0].source.replace("# Module", "Module")
    assert any("must begin with a heading of the first level" in line for line in lines(book))
