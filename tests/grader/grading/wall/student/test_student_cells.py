"""Which cells IPython has to transform, and how the others are compiled."""

import __future__

import ast

import pytest

from grader.grading.wall.student.cells import Compiler, Transformer


@pytest.fixture
def transformer() -> Transformer:
    return Transformer(Compiler())


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


def test_a_cell_that_was_looked_at_is_parsed_once() -> None:
    compiler = Compiler()
    assert compiler.is_python("x = 1\n")
    first = compiler.ast_parse("x = 1\n")
    assert isinstance(first, ast.Module)
    assert compiler.ast_parse("x = 1\n") is not first
    assert not compiler.is_python("x = = 1")


def test_statements_are_one_code_object_and_a_last_expression_another() -> None:
    compiler = Compiler()
    for cell, count in (("x = 1\ny = 2", 1), ("x = 1\nx", 2), ("1\n2", 2), ("3", 1)):
        assert len(compiler.compile_cell(ast.parse(cell).body, "<cell>")) == count
    with pytest.raises(SyntaxError):
        compiler.compile_cell(ast.parse("return 1").body, "<cell>")


GIVEN = "x = 1\nx + 1"


def test_a_known_cell_is_neither_parsed_nor_compiled_again() -> None:
    compiler = Compiler()
    compiler.know([GIVEN, "%magic", "def ("])
    assert Transformer(compiler).transform_cell(GIVEN) == f"{GIVEN}\n"
    tree = compiler.ast_parse(f"{GIVEN}\n")
    assert isinstance(tree, ast.Module)
    name = compiler.get_code_name(GIVEN, f"{GIVEN}\n", 1)
    first, last = compiler.compile_cell(tree.body, name)
    assert [first, last] == compiler.compile_cell(tree.body, name)
    assert first is compiler.compile_cell(tree.body, name)[0] and first.co_filename == name
    # Other statements under the same name are others.
    assert len(compiler.compile_cell(ast.parse("y = 2").body, name)) == 1


def test_a_known_cell_is_compiled_anew_after_an_import_from_the_future() -> None:
    compiler = Compiler()
    compiler.know(["from __future__ import annotations\nx = 1", GIVEN])
    assert compiler.flags == Compiler().flags
    code = "from __future__ import annotations"
    compiler.compile_cell(ast.parse(code).body, "<cell>")
    assert Transformer(compiler).transform_cell(GIVEN) == f"{GIVEN}\n"
    tree = compiler.ast_parse(f"{GIVEN}\n")
    assert isinstance(tree, ast.Module)
    name = compiler.get_code_name(GIVEN, f"{GIVEN}\n", 1)
    assert compiler.compile_cell(tree.body, name)[0].co_flags & __future__.annotations.compiler_flag
