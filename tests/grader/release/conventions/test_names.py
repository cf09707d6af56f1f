"""What is graded uses nothing of an experiment, and experiments are not run in grading."""

import pytest
from broken import lines, place, replace
from kit import cell_of, code
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell

from grader.release.conventions.names import defines, uses


@pytest.mark.parametrize(
    "source", ["import time", "import matplotlib.pyplot as plt", "from torch import nn"]
)
def test_a_timing_or_a_picture_has_the_tag(book: NotebookNode, source: str) -> None:
    book.cells.append(code(source))
    root = source.split()[1].split(".")[0]
    said = f"uses {root}, which grading does not run: add the tag 'skip-execution'."
    assert lines(book) == [f"cell {len(book.cells)}, line 1: {said}"]
    book.cells[-1].metadata.tags = ["skip-execution"]
    assert lines(book) == []


def test_drawing_alone_needs_the_tag_too(book: NotebookNode) -> None:
    book.cells.append(code("import matplotlib.pyplot as plt", "skip-execution"))
    book.cells.append(code("plt.show()"))
    said = "draws a picture, so it needs the tag 'skip-execution'."
    assert f"cell {len(book.cells)}: {said}" in lines(book)


def test_a_given_cell_is_not_passed_over(book: NotebookNode) -> None:
    cell_of(book, "given-mse-probes").metadata.tags = ["skip-execution"]
    said = "is graded or given: remove the tag 'skip-execution'."
    assert lines(book) == [f"{place(book, 'given-mse-probes')}: {said}"]


def test_what_is_graded_uses_no_name_of_an_experiment(book: NotebookNode) -> None:
    where = replace(
        book, "given-mse-probes", "return mse(Tensor(", "prediction\n    return mse(Tensor("
    )
    assert lines(book) == []
    replace(book, "given-mse-probes", "    prediction\n", "    number\n")
    book.cells.insert(0, new_code_cell("number = 1", metadata={"tags": ["skip-execution"]}))
    book.cells.append(book.cells.pop(0))
    said = "uses 'number', which no earlier cell run in grading defines."
    assert lines(book) == [f"{where}, line 3: {said}"]


def test_uses_and_defines_see_into_functions_classes_and_comprehensions() -> None:
    source = (
        "import numpy as np\n"
        "class A(Base):\n"
        "    def f(self, x: Hint = default):\n"
        "        local = 1\n"
        "        return helper(local)\n"
        "    __call__ = f\n"
        "made = [each + more for each in many]\n"
    )
    cell = new_code_cell(source)
    assert defines(cell) == {"np", "A", "made"}
    assert uses(cell) - {"__name__"} >= {"Base", "default", "helper", "more", "many"}
    assert not uses(cell) & {"f", "local", "each", "self", "x"}
