"""Helpers: what given cells define for the tests, made anew before a test that uses it.

A student may redefine a helper, or set an attribute of one, in any cell after it. So before a test
runs, the helpers that it uses are run as the source has them, if a student's cell has run since.
They build on the student's classes, as they did in their place. A given cell that is exported is no
helper: it belongs to the package, and the student's cells may extend it.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from grader.course.notebook import grade_id, grading, is_answer

EXPORTED = re.compile(r"^#\|\s*export", re.MULTILINE)


@dataclass(frozen=True)
class Helper:
    """A given cell."""

    name: str
    source: str
    defines: list[str]
    """The names that it defines whatever happens; they are deleted before it is run anew."""


def helpers(
    notebook: NotebookNode, sources: Mapping[str, str] | None = None
) -> dict[str, list[Helper]]:
    """grade_id of a test -> the helpers that it uses, through other helpers too, in the notebook's order.

    Args:
        notebook: a notebook with the locked cells of the source.
        sources: grade_id -> text, where the notebook has another one.
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
    made = {
        name: Helper(name, (sources or {}).get(name, trees[name][0].source), sorted(_defined(tree)))
        for name, tree in given.items()
    }
    return {
        name: [made[each] for each in made if each in _closure(name, needs, makes)]
        for name, (cell, _) in trees.items()
        if grading(cell).get("grade") and not is_answer(cell)
    }


def _parsed(cell: NotebookNode, source: str) -> ast.Module | None:
    if cell.cell_type != "code":
        return None
    try:
        return ast.parse(source)
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
    """The names of the classes, functions and values that stand in the cell itself, not under a condition."""
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
            yield from _bound(
                [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.stmt)]
            )
    yield from _defined(ast.Module(body, []))
