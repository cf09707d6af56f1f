"""The command `check`: clean notebooks, a package that matches them, and no leaked secrets."""

import copy
import json
import math
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbformat.notebooknode import NotebookNode

from grader.course.notebook import HIDDEN_BEGIN, HIDDEN_END, read
from grader.course.term import Course
from grader.library.answers import library_problems
from grader.proof.coverage import Coverage
from grader.release import readme_table
from grader.release.conventions.rules import broken_in_module, broken_in_source
from grader.release.edition import write_edition
from grader.release.export import (
    clean,
    exported,
    not_python,
    source_content,
    sources,
    strays,
    wrong_targets,
)
from grader.release.gates import check_source
from grader.release.make import release
from grader.release.record import stale
from grader.release.tables import make_table, table_path, table_text
from workbench.parse import conflict_marker

MARKERS = (
    "BEGIN SOLUTION",
    "END SOLUTION",
    "BEGIN HIDDEN",
    "END HIDDEN",
    "MARK SCHEME",
    "{python}",
    "{{",
)
SHORT = 20  # characters; a shorter line of code is too common to be a secret


def problems(course: Course) -> list[str]:
    """Return a line for each problem.

    Raises:
        CourseError: if a source cannot be read.
    """
    found = [
        f"{path.relative_to(course.root)}: not a notebook of the package: move it out of modules/."
        for path in strays(course.root)
    ]
    for path in sources(course.root):
        found += [
            *unclean(course.root, path),
            *merge_conflicts(course.root, path),
            *not_python(course.root, path),
        ]
    found += wrong_targets(course.root)
    for module in course.manifest.modules:
        found += check_source(course, module)
    # The checks from here on need what the earlier ones have found sound.
    if not found:
        found += broken_conventions(course)
        for module in course.manifest.modules:
            found += library_problems(course, module)
    if not found:
        found += [*readme_table.problems(course.root), *export_differences(course.root)]
    if not found:
        found += stale_tables(course)
    if not found:
        for module in course.manifest.modules:
            found += [f"{module.id}: {line}" for line in Coverage(course, module).problems()]
    if not found:
        found += leaks(course)
    return found + stale_releases(course)


def broken_conventions(course: Course) -> list[str]:
    """The places where a source breaks a convention, one line each with the cell and the line."""
    found = []
    for path in sources(course.root):
        name, notebook = path.relative_to(course.root), read(path)
        module = next(
            (each for each in course.manifest.modules if course.source(each) == path), None
        )
        lines = broken_in_source(notebook) + (broken_in_module(module, notebook) if module else [])
        found += [f"{name}: {line}" for line in lines]
    return found


def stale_releases(course: Course) -> list[str]:
    """Return a line for each release of the term that is out of date."""
    modules = [module for module in course.manifest.modules if course.release(module).is_file()]
    return [line for module in modules if (line := stale(course, module))]


def unclean(root: Path, path: Path) -> list[str]:
    """Return a line for each output, count, metadata or missing id that export would fix."""
    name = path.relative_to(root)
    notebook = source_content(path)
    # `clean` changes the notebook in place.
    cleaned = copy.deepcopy(notebook)
    clean(root, cleaned)
    found = []
    for index, cell in enumerate(notebook["cells"], start=1):
        if cell.get("outputs") or cell.get("execution_count"):
            found.append(f"{name}: cell {index} has outputs: run `grader export`.")
        if not cell.get("id"):
            found.append(f"{name}: cell {index} has no id: run `grader export`.")
        extra = sorted(cell["metadata"].keys() - cleaned["cells"][index - 1]["metadata"].keys())
        if extra:
            what = f"extra metadata, {extra[0]}"
            found.append(f"{name}: cell {index} has {what}: run `grader export`.")
    if cleaned["metadata"] != notebook["metadata"]:
        found.append(f"{name}: the notebook has extra metadata: run `grader export`.")
    return found


def merge_conflicts(root: Path, path: Path) -> list[str]:
    """Return a line for each cell with conflict markers of a merge."""
    return [
        f"{path.relative_to(root)}: cell {number}: {conflict}."
        for number, cell in enumerate(read(path).cells, start=1)
        if (conflict := conflict_marker(cell.source))
    ]


def export_differences(root: Path) -> list[str]:
    """Return a line for each file of `tinytorch/` that differs from a new export."""
    return [
        f"{path}: exporting again changes it: run `grader export`."
        for path, text in exported(root).items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    ]


def stale_tables(course: Course) -> list[str]:
    """Return a line for each table of visible checks that differs from a new one."""
    found = []
    for module in course.manifest.modules:
        path = table_path(course, module)
        kept = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
        if not same_json(kept, json.loads(table_text(make_table(course, module)))):
            name = path.relative_to(course.root)
            found.append(f"{name}: the visible checks or answers changed: run `grader export`.")
    return found


def same_json(one: Any, other: Any) -> bool:
    """Return whether two JSON values are equal up to the last digits, which vary by machine."""
    if isinstance(one, float) and isinstance(other, float):
        return (
            one == other
            or math.isclose(one, other, rel_tol=1e-4, abs_tol=1e-5)
            or (math.isnan(one) and math.isnan(other))
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_json, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_json(one[key], other[key]) for key in one)
    return bool(one == other)


def leaks(course: Course) -> list[str]:
    """Return a line for each marker, placeholder or secret line in the editions or the package."""
    found = []
    public = (course.root / "tinytorch" / "checks.py").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        # A term of its own, so that the releases of the real one stay as they are.
        term = Course(course.root, Path(folder))
        for module in course.manifest.modules:
            release(term, module)
            edition = Path(folder) / "edition" / module.id
            write_edition(term, module, edition)
            secrets = secret_lines(read(course.source(module)), public)
            for path in sorted(path for path in edition.rglob("*") if path.is_file()):
                text = _plain_text(path)
                where = f"{module.id} student edition, {path.relative_to(edition)}"
                found += [f"{where}: contains {marker!r}." for marker in MARKERS if marker in text]
                found += [
                    f"{where}: contains a secret line: {line!r}."
                    for line in secrets
                    if line in text
                ]
    # The package contains the solutions, so only markers are looked for.
    for path in sorted(course.root.glob("tinytorch/**/*.py")):
        text = path.read_text(encoding="utf-8")
        found += [
            f"{path.relative_to(course.root)}: contains {marker!r}."
            for marker in MARKERS
            if marker in text
        ]
    return found


def _plain_text(path: Path) -> str:
    """Return a file's text; for a notebook that of its cells, without JSON's escapes."""
    if path.suffix == ".ipynb":
        return "\n".join(cell.source for cell in read(path).cells)
    return path.read_text(encoding="utf-8")


def secret_lines(notebook: NotebookNode, public: str) -> list[str]:
    """Return the long lines that are only inside solution or hidden regions of a source notebook.

    Args:
        notebook: the source.
        public: text that students have; lines in it are not secret.
    """
    secret: set[str] = set()
    open_text: list[str] = [public]
    for hidden, line in _lines(notebook):
        if hidden and len(line.strip()) >= SHORT:
            secret.add(line.strip())
        elif not hidden:
            open_text.append(line)
    shown = "\n".join(open_text)
    return sorted(line for line in secret if line not in shown)


def _lines(notebook: NotebookNode) -> Iterator[tuple[bool, str]]:
    for cell in notebook.cells:
        # For each cell, so that a missing end marker does not affect the next one.
        inside = False
        for line in cell.source.split("\n"):
            if HIDDEN_BEGIN in line or "### BEGIN SOLUTION" in line:
                inside = True
            elif HIDDEN_END in line or "### END SOLUTION" in line:
                inside = False
            else:
                yield inside, line
