"""The conventions together: the guide's notebook keeps to them, and the lines are in order."""

from broken import lines, replace, replace_text
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grader.release.conventions.rules import broken_in_source


def test_the_guide_s_notebook_keeps_to_every_convention(book: NotebookNode) -> None:
    assert lines(book) == []


def test_each_place_is_a_line_in_the_notebook_s_order(book: NotebookNode) -> None:
    late = replace(book, "test-mse-values", "(3 points)", "(4 points)")
    early = replace_text(book, "2.5", "2.6")
    assert [line.split(":")[0] for line in lines(book)] == [
        f"cell {early}, line 5",
        f"{late}, line 1",
    ]


def test_a_cell_that_is_not_python_is_no_traceback(book: NotebookNode) -> None:
    book.cells.append(new_code_cell("%timeit mse(x, y)", metadata={"tags": ["skip-execution"]}))
    book.cells.append(new_code_cell("def broken(:"))
    assert lines(book) == []


def test_a_source_that_is_no_module_may_have_no_tasks() -> None:
    plain = new_notebook(cells=[new_markdown_cell("# Helpers\n\n## One")])
    assert broken_in_source(plain) == []
    plain.cells[0].source += "\n\nTODO"
    assert broken_in_source(plain) == ["cell 1, line 5: 'TODO' has not been filled in."]
