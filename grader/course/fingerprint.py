"""Digests of everything but the submission that a score depends on.

A score is up to date as long as none of these digests changes.
"""

import hashlib
import json
import platform
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.package import GRADING, package_files
from grader.course.term import ROOT, Course
from workbench.cells import grading


def grading_inputs(course: Course, module: Module, engine: str) -> dict[str, str]:
    """Return name -> digest for everything that one run grades its submissions with."""
    return {
        "tests": graded_digest(course, module),
        "answer library": digest_of(course.root, (course.library / module.id).glob("*/wrong/*.py")),
        "package": digest_of(
            course.root, (course.root / file for file in [*package_files(course, module), GRADING])
        ),
        "limits": digest(course.manifest.limits.model_dump(mode="json"), module.files),
        "late policy": digest(course.manifest.late.penalty, _due(course, module)),
        "seed": digest(course.seed),
        "engine": engine,
        "version": digest(versions()),
    }


def graded_digest(course: Course, module: Module) -> str:
    """Return the digest of the source's tests, points, given cells and solutions, not its prose."""
    cells = [
        [cell.get("id"), cell.cell_type, cell.source, grading(cell), cell.metadata.get("tags", [])]
        for cell in read(course.source(module)).cells
        if cell.cell_type == "code" or grading(cell)
    ]
    return digest(cells, module.points, module.manual)


def source_digest(course: Course, module: Module) -> str:
    """Return the digest of everything that a release is made from."""
    return digest(file_digest(course.source(module)), module.points, module.manual)


def file_digest(path: Path) -> str:
    """Return the digest of a file's bytes; an empty string if the file is missing."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@cache
def versions() -> dict[str, str]:
    """Return the versions that two machines must share to give the same scores."""
    # Without the patch release, which may differ between two machines.
    python = ".".join(platform.python_version_tuple()[:2])
    packages = {name: version(name) for name in ("nbgrader", "numpy")}
    return {
        "grader": digest_of(ROOT, ROOT.glob("grader/**/*.py"))[:12],
        "python": python,
        **packages,
    }


def _due(course: Course, module: Module) -> str | None:
    """Return the due date from the gradebook, or None if late work loses no points."""
    if course.manifest.late.penalty == "none":
        return None
    from nbgrader.api import MissingEntry

    with course.gradebook() as gradebook:
        try:
            return str(gradebook.find_assignment(module.id).duedate)
        except MissingEntry:
            return None


def digest(*values: Any) -> str:
    """Return the digest of values that JSON can hold."""
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def digest_of(root: Path, files: Iterable[Path]) -> str:
    """Return the digest of files and their paths relative to `root`."""
    # By content and relative path: a copy of the course elsewhere has the same digest.
    return digest({str(path.relative_to(root)): file_digest(path) for path in files})
