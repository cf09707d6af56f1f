"""Find the helpers of each test: given cells that define what the test uses.

A student may redefine a helper, or set an attribute of one, in any later cell. So if a student cell
has run since, an engine runs the source's version of a helper again before a test that uses it. The
helper may use the student's classes. A given cell that is exported is not a helper: it belongs to
the package, and student cells may extend it.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from workbench.cells import grade_id, grading, is_answer, is_test

# nbdev's directive for a cell that belongs to the package.
EXPORTED = re.compile(r"^#\|\s*export", re.MULTILINE)


@dataclass(frozen=True)
class Helper:
    """A given cell."""

    name: str
    source: str
    defines: list[str]
    """The names that it always defines; they are deleted before it is run again."""


def helpers(
    notebook: NotebookNode, sources: Mapping[str, str] | None = None
) -> dict[str, list[Helper]]:
    """grade_id of a test -> the helpers that it uses, also indirectly, in the notebook's order.

    Args:
        notebook: a notebook with the locked cells of the source.
        sources: grade_id -> text, used in place of that in the notebook.
    """
    trees = {
        name: (cell, tree)
        for cell in notebook.cells
        if (name := grade_id(cell))
        and (tree := _parsed(cell, (sources or {}).get(name, cell.source)))
    }
    given = {name: tree for name, (cell, tree) in trees.items() if _is_helper(cell)}
    makes = {name: set(_bound(tree.body)) for name, tree in given.items()}
    needs = {name: _loaded(tree) for name, (_, tree) in trees.items()}
    # Names under a condition count as made, but are not deleted: a rerun may not define them.
    made = {
        name: Helper(name, (sources or {}).get(name, trees[name][0].source), sorted(_defined(tree)))
        for name, tree in given.items()
    }
    return {
        name: [made[each] for each in made if each in _closure(name, needs, makes)]
        for name, (cell, _) in trees.items()
        if is_test(cell)
    }


def _parsed(cell: NotebookNode, source: str) -> ast.Module | None:
    if cell.cell_type != "code":
        return None
    try:
        return ast.parse(source)
    # A cell with a magic is not plain Python; deep nesting exceeds the parser's limits.
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _is_helper(cell: NotebookNode) -> bool:
    mark = grading(cell)
    given = bool(mark.get("locked")) and not mark.get("grade") and not is_answer(cell)
    return given and not EXPORTED.search(cell.source)


def _closure(name: str, needs: Mapping[str, set[str]], makes: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        wanted = needs[waiting.pop()]
        new = {each for each, names in makes.items() if names & wanted} - found
        found |= new
        waiting += new
    return found


def _loaded(tree: ast.Module) -> set[str]:
    return {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def _defined(body: ast.Module) -> Iterator[str]:
    """The names that the cell defines at its top level, not under a condition."""
    for node in body.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (
                part.id
                for target in node.targets
                for part in ast.walk(target)
                if isinstance(part, ast.Name)
            )


def _bound(body: list[ast.stmt]) -> Iterator[str]:
    """The names that the cell may define, also under a condition."""
    for node in body:
        if isinstance(node, ast.If | ast.Try | ast.With | ast.For | ast.While):
            children = ast.iter_child_nodes(node)
            yield from _bound([each for each in children if isinstance(each, ast.stmt)])
    yield from _defined(ast.Module(body, []))
