"""What a release imports: packages, and the names that its given cells import for the tests."""

import ast
import re
from typing import Any

from nbformat.notebooknode import NotebookNode

from workbench.cells import grading, is_answer, is_run

IMPORT = re.compile(r"^\s*(?:import|from) ([A-Za-z_]\w*)", re.MULTILINE)
PACKAGE = "tinytorch.core"  # its modules are imported on the student's side


def imported_packages(release: NotebookNode) -> list[str]:
    """The packages, other than the course's own, that the cells of a release import."""
    found = {name for cell in filter(is_run, release.cells) for name in IMPORT.findall(cell.source)}
    return sorted(found - {PACKAGE.partition(".")[0]})


def given_imports(release: NotebookNode) -> dict[str, Any]:
    """The names that given cells import from outside of the package, for the tests.

    The imports of answer cells are left out: what a student calls `np` is the student's.
    """
    found: dict[str, Any] = {}
    for cell in filter(_is_given, release.cells):
        try:
            tree = ast.parse(cell.source)
        except SyntaxError:
            continue
        for node in tree.body:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if names and not any(map(in_package, names)):
                exec(compile(ast.Module([node], []), "<given imports>", "exec"), found)
    found.pop("__builtins__", None)
    return found


def _is_given(cell: NotebookNode) -> bool:
    graded = is_answer(cell) or grading(cell).get("grade")
    return cell.cell_type == "code" and not graded and not cell.metadata.get("tags")


def in_package(name: str) -> bool:
    """Whether a module belongs to the package, so that it is imported on the student's side."""
    return name == PACKAGE or name.startswith(f"{PACKAGE}.")
