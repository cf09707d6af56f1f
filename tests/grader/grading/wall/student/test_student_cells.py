"""Which cells IPython has to transform, and how the others are compiled."""

import __future__

import ast
from types import CodeType, SimpleNamespace
from typing import Any

import pytest

from grader.grading.wall.student.cells import Compiler, Transformer
from grader.grading.wall.student.shell import Shell


def transformer_of(compiler: Compiler, *ast_transformers: Any) -> Transformer:
    shell: Any = SimpleNamespace(ast_transformers=list[Any]())
    made = Transformer(shell, compiler)
    shell.ast_transformers += ast_transformers
    return made


@pytest.fixture
def transformer() -> Transformer:
    return transformer_of(Compiler())


@pytest.mark.parametrize("cell", ["x = 1", "def f():\n    '''%time'''", "# ?", ""])
def test_plain_python_is_left_alone(transformer: Transformer, cell: str) -> None:
    assert transformer.transform_cell(cell) == cell + "\n"


@pytest.mark.parametrize(
    "cell", ["%time x", "!ls", "x?", "In [1]: y = 4", ">>> 1 + 1", "%%time\nx"]
)
def test_magics_and_prompts_are_transformed(transformer: Transformer, cell: str) -> None:
    found = transformer.transform_cell(cell)
    assert found != cell + "\n"
    ast.parse(found)


def test_a_transform_of_the_notebook_is_applied_to_plain_python_too(
    transformer: Transformer,
) -> None:
    transformer.cleanup_transforms.append(lambda lines: ["y = 2\n"])
    assert transformer.transform_cell("x = 1") == "y = 2\n"


class Negated(ast.NodeTransformer):
    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return ast.UnaryOp(ast.USub(), node)


def test_a_transform_of_the_tree_is_left_to_ipython(shell: Shell) -> None:
    cell, negated = "made = [1]", [Negated()]
    shell.compile.know([cell])
    for transformers, expected in (([], 1), (negated, -1), (negated, -1), ([], 1)):
        shell.ast_transformers = transformers
        shell.run(cell)
        assert shell.user_ns.pop("made") == [expected]


def codes(compiler: Compiler, cell: str, name: str = "<cell>") -> list[CodeType]:
    """The code that a shell runs for a cell."""
    assert compiler.read(cell)
    tree = compiler.ast_parse(cell)
    assert isinstance(tree, ast.Module)
    return compiler.codes(tree.body, name)


def test_a_cell_that_was_read_is_parsed_once() -> None:
    compiler = Compiler()
    assert compiler.read("x = 1\n")
    assert compiler.ast_parse("x = 1\n") is compiler.ast_parse("x = 1\n")
    assert compiler.ast_parse("y = 1\n") is not compiler.ast_parse("y = 1\n")
    assert not compiler.read("x = = 1")


def test_statements_are_one_code_object_and_a_last_expression_another() -> None:
    for cell, count in (("x = 1\ny = 2", 1), ("x = 1\nx", 2), ("1\n2", 2), ("3", 1), ("", 0)):
        assert len(codes(Compiler(), cell)) == count


def test_what_can_be_parsed_but_not_compiled_has_no_code() -> None:
    assert codes(Compiler(), "return 1") == []


GIVEN = "x = 1\nx + 1\n"


def test_a_known_cell_is_neither_parsed_nor_compiled_again() -> None:
    compiler = Compiler()
    compiler.know([GIVEN, "%magic", "def ("])
    assert transformer_of(compiler).transform_cell(GIVEN) == GIVEN
    name = compiler.get_code_name(GIVEN, GIVEN, 1)
    assert codes(compiler, GIVEN, name) is codes(compiler, GIVEN, name)
    assert codes(compiler, GIVEN, name)[0].co_filename == name
    assert codes(compiler, GIVEN, "<other>")[0].co_filename == "<other>"
    assert compiler.codes(ast.parse(GIVEN).body, name) == []  # equal, but not the cell


def test_a_known_cell_is_compiled_anew_after_an_import_from_the_future() -> None:
    compiler, future = Compiler(), "from __future__ import annotations\nx = 1\n"
    compiler.know([future, GIVEN])
    assert compiler.flags == Compiler().flags
    name, flag = compiler.get_code_name(GIVEN, GIVEN, 1), __future__.annotations.compiler_flag
    assert not codes(compiler, GIVEN, name)[0].co_flags & flag
    assert codes(compiler, future)[0].co_flags & flag
    assert codes(compiler, GIVEN, name)[0].co_flags & flag


def test_a_traceback_shows_lines_however_many_cells_the_notebook_says_it_ran(shell: Shell) -> None:
    shell.outputs.cell = shell.outputs.total = 100_000
    shell.outputs.begin()
    try:
        shell.execution_count = 7
        found = shell.run("def here():\n    1 / 0\nhere()")
    finally:
        shell.execution_count = 1
        shell.outputs.end()
    assert any("1 / 0" in line for line in found[-1]["traceback"])
