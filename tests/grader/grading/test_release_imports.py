"""The packages and imports of a release are found."""

import nbformat
import pytest
from kit import code, given, graded, notebook, solution

from grader.grading.imports import given_imports, imported_packages, in_package


def test_imports_of_given_cells_count_and_those_of_answers_and_tests_do_not() -> None:
    book = notebook(
        given("setup", "import math\nfrom tinytorch.core.tensor import Tensor"),
        code("from fractions import Fraction as F"),
        code("import colorsys", "not-graded"),
        solution("answer", "import string"),
        graded("test-a", 1, "import keyword", hidden=False),
        code("import ("),
    )
    assert set(given_imports(book)) == {"math", "F"}


def test_packages_of_all_cells_are_found_but_not_the_courses_own() -> None:
    cells = [nbformat.v4.new_code_cell("import numpy.linalg\nfrom tinytorch.core import x")]
    assert imported_packages(nbformat.v4.new_notebook(cells=cells)) == ["numpy"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("tinytorch.core", True), ("tinytorch.core.layers", True), ("tinytorch.checks", False)],
)
def test_modules_of_the_package_are_told_from_others(name: str, expected: bool) -> None:
    assert in_package(name) is expected
