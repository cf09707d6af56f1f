"""Names across cells: nothing that is graded uses what an experiment makes."""

import ast
import builtins
import dis
from collections.abc import Iterator
from types import CodeType

from nbformat.notebooknode import NotebookNode

from grader.release.conventions.found import Found, numbered, parsed
from workbench.cells import NOT_GRADED, grading

# What pictures, timings and comparisons are made with; no grade may wait for them.
EXPERIMENTS = {"matplotlib", "torch", "time", "timeit"}


def experiments(notebook: NotebookNode) -> Iterator[Found]:
    """Pictures, timings and comparisons with PyTorch are not run while work is graded."""
    for number, cell in numbered(notebook):
        tree = parsed(cell)
        if tree is None or is_passed_over(cell):
            continue
        for line, root in _imports(tree):
            if root in EXPERIMENTS:
                what = f"uses {root}, which grading does not run: add the tag {NOT_GRADED!r}."
                yield Found(number, line, what)
        # A cell that imports plt itself is named by its import.
        if "plt" in uses(cell) and "plt" not in defines(cell):
            yield Found(number, 0, f"draws a picture, so it needs the tag {NOT_GRADED!r}.")


def ungraded_experiments(notebook: NotebookNode) -> Iterator[Found]:
    """A cell that grading passes over carries no grade."""
    for number, cell in numbered(notebook):
        if is_passed_over(cell) and grading(cell):
            yield Found(number, 0, f"is graded or given: remove the tag {NOT_GRADED!r}.")


def independent(notebook: NotebookNode) -> Iterator[Found]:
    """What runs in grading uses no name that only an experiment, or a later cell, makes."""
    # Not builtins, but every module has it.
    known = set(dir(builtins)) | {"__name__"}
    for number, cell in numbered(notebook):
        if parsed(cell) is None or is_passed_over(cell):
            continue
        # Before the check of uses: a cell may use what it defines itself.
        known |= defines(cell)
        for name in sorted(uses(cell) - known):
            what = f"uses {name!r}, which no earlier cell run in grading defines."
            yield Found(number, _line(cell, name), what)


def is_passed_over(cell: NotebookNode) -> bool:
    """Whether grading does not run the cell."""
    return NOT_GRADED in cell.metadata.get("tags", [])


def defines(cell: NotebookNode) -> set[str]:
    """The names that running the cell leaves in the notebook."""
    # Compiled code has the scopes resolved: a function's local names are not among these.
    return _named(compile(cell.source, "<cell>", "exec"), "STORE_NAME")


def uses(cell: NotebookNode) -> set[str]:
    """The notebook's names that the cell reads, at its top or inside its functions and classes."""
    top = compile(cell.source, "<cell>", "exec")
    found = _named(top, "LOAD_NAME")
    for inner in _blocks(top):
        found |= _named(inner, "LOAD_GLOBAL")
        if inner is not top:  # the body of a class, which may read what it has stored itself
            # The second operation exists since Python 3.12.
            loaded = _named(inner, "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS")
            found |= loaded - _named(inner, "STORE_NAME")
    return found


def _blocks(code: CodeType) -> Iterator[CodeType]:
    """A piece of compiled code and all functions and classes within it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _blocks(constant)


def _named(code: CodeType, *operations: str) -> set[str]:
    """The names on which `code` itself performs one of the operations."""
    return {step.argval for step in dis.get_instructions(code) if step.opname in operations}


def _imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, package) of every import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name.split(".")[0]) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, (node.module or "").split(".")[0]


def _line(cell: NotebookNode, name: str) -> int:
    """The first line of the cell that uses a name; 0 if none can be found."""
    nodes = ast.walk(ast.parse(cell.source))
    return min((n.lineno for n in nodes if isinstance(n, ast.Name) and n.id == name), default=0)
