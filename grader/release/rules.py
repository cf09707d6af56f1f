"""Rules for test cells, so that both engines give the same scores; see `docs/writing-tests.md`."""

import ast
import builtins
from collections.abc import Iterator

from nbformat.notebooknode import NotebookNode

from grader.release.conventions.found import parsed
from workbench.cells import grade_id, is_test

PART_OF_ARRAY = (
    "sets part of a student's array, which changes only the test's copy: set the whole array"
)
SUBCLASS = "defines a subclass of a student's class: move it to a given cell"
OTHER_CELL = "uses {name!r}, which another test cell defines: define it in this cell"


def broken_rules(notebook: NotebookNode) -> list[str]:
    """Return a line for each rule that a test cell of a source notebook breaks."""
    cells = [(cell, tree) for cell in notebook.cells if (tree := parsed(cell)) is not None]
    tests = {grade_id(cell) or "": tree for cell, tree in cells if is_test(cell)}
    # A name that another cell defines too may be that one.
    elsewhere = _names([tree for cell, tree in cells if not is_test(cell)])
    made = {name: _names([tree]) for name, tree in tests.items()}
    found = []
    for name, tree in tests.items():
        others = set().union(*(names for other, names in made.items() if other != name)) - elsewhere
        found += [
            f"{name}: line {line}: {what}." for line, what in _problems(tree, made[name], others)
        ]
    return found


def _names(trees: list[ast.Module]) -> set[str]:
    """Return every name that is assigned, imported or defined anywhere in the code."""
    # Included, so that a builtin never counts as another test's name.
    found = set(vars(builtins))
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
            elif isinstance(node, ast.FunctionDef | ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.alias):
                found.add((node.asname or node.name).partition(".")[0])
            # Parameters and caught exceptions are names of the test, not of another cell.
            elif isinstance(node, ast.arg):
                found.add(node.arg)
            elif isinstance(node, ast.ExceptHandler) and node.name:
                found.add(node.name)
    return found


def _problems(tree: ast.Module, own: set[str], others: set[str]) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Subscript)
            and isinstance(node.ctx, ast.Store)
            and _is_of_an_object(node.value)
        ):
            yield node.lineno, PART_OF_ARRAY
        # The isolated engine has a proxy, not a class, here.
        elif isinstance(node, ast.ClassDef) and any(
            _name(base) not in vars(builtins) for base in node.bases
        ):
            yield node.lineno, SUBCLASS
        elif (
            isinstance(node, ast.Name)
            and isinstance(node.ctx, ast.Load)
            and node.id in others - own
        ):
            yield node.lineno, OTHER_CELL.format(name=node.id)


def _is_of_an_object(node: ast.expr) -> bool:
    """Return whether an expression is an attribute, such as `layer.weight.data`, or its item."""
    while isinstance(node, ast.Subscript):
        node = node.value
    return isinstance(node, ast.Attribute)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""
