"""The record of a release: what it was made from, to tell whether it is out of date."""

from pathlib import Path

from pydantic import BaseModel

from grader.course.fingerprint import file_digest, source_digest
from grader.course.manifest import Module
from grader.course.term import Course


class Record(BaseModel):
    """Digests of what a release was made from and of what was made."""

    source: str  # the source notebook and its points
    tests: str  # the parts of the source that submissions are graded with
    notebook: str  # the released notebook
    cells: str  # the cells in the gradebook

    @classmethod
    def load(cls, course: Course, module: Module) -> "Record | None":
        """Return the record of a release, None if it is missing or unreadable."""
        try:
            return cls.model_validate_json(record_path(course, module).read_text(encoding="utf-8"))
        # pydantic's ValidationError is a ValueError too.
        except (OSError, ValueError):
            return None


def record_path(course: Course, module: Module) -> Path:
    """Return the path of a release's record."""
    return course.folder / f".{module.id}.release.json"


def stale(course: Course, module: Module, *, gradebook: bool = True) -> str | None:
    """Return a line that says why a release is out of date and what to do; None if it is not.

    Args:
        course, module: the release to look at.
        gradebook: whether to look into the gradebook too.
    """
    record = Record.load(course, module)
    if record is not None and record.source != source_digest(course, module):
        why = "its source has changed since"
    else:
        why = drift(course, module, record, gradebook)
    if not why:
        return None
    return (
        f"{module.id}: the release in {course.folder} is stale ({why}):"
        f" run `make release MODULE={module.name}`."
    )


def drift(course: Course, module: Module, record: Record | None, gradebook: bool = True) -> str:
    """Return how a release or its cells in the gradebook were changed; empty if they were not."""
    if record is None:
        return "it has no record of its source"
    if record.notebook != file_digest(course.release(module)):
        return "it was changed by hand"
    if gradebook:
        # Imported here: nbgrader takes seconds to load.
        from grader.release.cells import cells_digest, entered_cells

        if record.cells != cells_digest(entered_cells(course, module)):
            return "the gradebook does not have its cells"
    return ""
