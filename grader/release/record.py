"""The record of a release: from what it was made, and whether it still is what its source gives."""

from pathlib import Path

from pydantic import BaseModel

from grader.course.fingerprint import file_digest, source_digest
from grader.course.manifest import Module
from grader.course.term import Course


class Record(BaseModel):
    """From what a release was made, and what came of it: digests."""

    source: str  # of the notebook and its points
    tests: str  # of what of them is graded with
    notebook: str  # of the released notebook
    cells: str  # of the cells in the gradebook

    @classmethod
    def load(cls, course: Course, module: Module) -> "Record | None":
        try:
            return cls.model_validate_json(record_path(course, module).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None


def record_path(course: Course, module: Module) -> Path:
    return course.folder / f".{module.id}.release.json"


def stale(course: Course, module: Module, *, gradebook: bool = True) -> str | None:
    """Why a release is not what its source gives now, in a line with the remedy; None if it is.

    Args:
        course, module: whose release.
        gradebook: whether to look into the gradebook too.
    """
    record = Record.load(course, module)
    if record is not None and record.source != source_digest(course, module):
        why = "its source has changed since"
    else:
        why = drift(course, module, record, gradebook)
    if not why:
        return None
    return f"{module.id}: the release in {course.folder} is stale ({why}): run `make release MODULE={module.name}`."


def drift(course: Course, module: Module, record: Record | None, gradebook: bool = True) -> str:
    """How a release, or what the gradebook holds of it, has changed since it was made; empty if it has not."""
    if record is None:
        return "nothing says what it was made from"
    if record.notebook != file_digest(course.release(module)):
        return "it was changed by hand"
    if gradebook:
        from grader.release.cells import (
            cells_digest,
            entered_cells,
        )  # nbgrader takes seconds to load

        if record.cells != cells_digest(entered_cells(course, module)):
            return "the gradebook does not hold its cells"
    return ""
