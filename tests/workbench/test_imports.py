"""The workbench is part of the student edition, which has no `grader/`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import workbench

FILES = sorted(Path(workbench.__file__).parent.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_module_imports_nothing_of_the_instructors(path: Path) -> None:
    packages = {name.partition(".")[0] for name in imported(path)}
    assert packages.isdisjoint({"grader", "tests", "kit"})
