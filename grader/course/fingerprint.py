"""What a mark depends on beside the submission, as digests: a mark is current while all of them are the same."""

import hashlib
import json
import platform
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from grader.course.manifest import Module
from grader.course.notebook import grading, read
from grader.course.package import GRADING, package_files
from grader.course.term import ROOT, Course


def grading_inputs(course: Course, module: Module, engine: str) -> dict[str, str]:
    """Name -> digest of everything that the submissions of one run are graded with."""
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
    """The digest of the source's tests, points, given cells and solutions; prose does not count."""
    cells = [
        [cell.get("id"), cell.cell_type, cell.source, grading(cell), cell.metadata.get("tags", [])]
        for cell in read(course.source(module)).cells
        if cell.cell_type == "code" or grading(cell)
    ]
    return digest(cells, module.points, module.manual)


def source_digest(course: Course, module: Module) -> str:
    """The digest of all that a release is made from."""
    return digest(file_digest(course.source(module)), module.points, module.manual)


def file_digest(path: Path) -> str:
    """The digest of a file's bytes; empty if there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@cache
def versions() -> dict[str, str]:
    """What must be the same on two machines, or at two times, for a mark to be the same."""
    python = ".".join(platform.python_version_tuple()[:2])
    packages = {name: version(name) for name in ("nbgrader", "numpy")}
    return {
        "grader": digest_of(ROOT, ROOT.glob("grader/**/*.py"))[:12],
        "python": python,
        **packages,
    }


def _due(course: Course, module: Module) -> str | None:
    """The due date that the gradebook holds, where lateness costs points."""
    if course.manifest.late.penalty == "none":
        return None
    from nbgrader.api import MissingEntry

    with course.gradebook() as gradebook:
        try:
            return str(gradebook.find_assignment(module.id).duedate)
        except MissingEntry:
            return None


def digest(*values: Any) -> str:
    """The digest of plain values."""
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def digest_of(root: Path, files: Iterable[Path]) -> str:
    """The digest of files and their places below `root`."""
    return digest({str(path.relative_to(root)): file_digest(path) for path in files})
