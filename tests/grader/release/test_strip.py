"""Export: solution markers and tasks go, and the code stays what it was."""

import ast
from types import SimpleNamespace

import pytest

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.release.strip import strip_task, without_task
from workbench.cells import is_answer

CLASS = '''\
#| export
class Adder:
    """Adds.

    Example:
        >>> Adder()(1, 2)
        3

    Task:
        1. Return the sum.

    Hint: the operator is +.
    """

    def __call__(self, a, b):
        """Return a + b."""
        ### BEGIN SOLUTION
        return a + b
        ### END SOLUTION
'''


def test_markers_go_and_the_solution_stays() -> None:
    stripped = without_task(CLASS)
    assert "SOLUTION" not in stripped
    assert "\n        return a + b\n" in stripped


def test_task_and_hint_leave_the_docstring_and_the_rest_of_it_stays() -> None:
    stripped = without_task(CLASS)
    assert "Task" not in stripped
    assert "Hint" not in stripped
    documented = ast.parse(stripped).body[0]
    assert isinstance(documented, ast.ClassDef)
    assert ast.get_docstring(documented) == "Adds.\n\nExample:\n    >>> Adder()(1, 2)\n    3"
    assert '        3\n    """\n\n    def __call__' in stripped


def test_a_docstring_of_one_line_and_a_task_becomes_one_line() -> None:
    source = 'def double(x):\n    """Return 2 x.\n\n    Task: use *.\n    """\n    return 2 * x\n'
    assert without_task(source) == 'def double(x):\n    """Return 2 x."""\n    return 2 * x\n'


def test_single_quotes_are_docstrings_too() -> None:
    source = "def double(x):\n    '''Return 2 x.\n\n    Task: use *.\n    '''\n    return 2 * x\n"
    assert without_task(source) == "def double(x):\n    '''Return 2 x.'''\n    return 2 * x\n"


def test_every_docstring_of_a_cell_loses_its_own_task_only() -> None:
    plain = 'def f():\n    """One."""\n    return 1\n'
    source = f'{plain}\ndef g():\n    """Two.\n\n    Task: two.\n    """\n    return 2\n'
    assert without_task(source) == f'{plain}\ndef g():\n    """Two."""\n    return 2\n'


def test_text_without_tasks_is_left_as_it_is() -> None:
    body = '    """Return the task, as in: Task: x."""\n    return f"Task: {x}"  # Hint: none\n'
    source = f"def task(x):\n{body}"
    assert without_task(source) == source


def skeleton(source: str) -> str:
    """The code of `source` without any docstring, in Python's own notation."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            node.body[0] = ast.Pass()
    return ast.dump(tree)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_no_cell_of_the_course_changes_its_code(term: Course, number: int) -> None:
    module: Module = term.manifest.module(str(number))
    cells = [
        cell
        for cell in read(term.source(module)).cells
        if cell.cell_type == "code" and is_answer(cell)
    ]
    assert cells
    for cell in cells:
        assert skeleton(without_task(cell.source)) == skeleton(cell.source)


class Cell(SimpleNamespace):
    """As much of nbdev's cell as the processor touches."""

    def set_source(self, source: str) -> None:
        self.source = source


def test_only_exported_code_cells_are_stripped() -> None:
    exported = Cell(cell_type="code", directives_={"export": []}, source=CLASS)
    other = Cell(cell_type="code", directives_={"hide": []}, source=CLASS)
    text = Cell(cell_type="markdown", source=CLASS)
    for cell in (exported, other, text):
        strip_task(cell)
    assert exported.source == without_task(CLASS)
    assert (other.source, text.source) == (CLASS, CLASS)
