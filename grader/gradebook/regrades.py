"""The record of regrading, `COURSE/regrades/<module>.json`: when, why, and whose points changed."""

from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, TypeAdapter, ValidationError

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.exceptions import Exceptions
from grader.submissions.roster.entries import OWNER_ONLY


class Cell(BaseModel):
    """What the gradebook has for one test or written answer."""

    auto: float | None = None
    manual: float | None = None
    extra: float | None = None
    waits: bool = False
    """Whether a person has to look at it."""

    @property
    def points(self) -> float:
        """The points that count, as nbgrader adds them up."""
        given = self.manual if self.manual is not None else self.auto
        return (given or 0.0) + (self.extra or 0.0)


class Moved(BaseModel):
    """The points of an exercise before and after; None if a person has to give them."""

    before: float | None
    after: float | None


class Regrade(BaseModel):
    """One regrading of a module."""

    at: datetime
    """In UTC, without a zone."""
    because: str
    before: dict[str, dict[str, Cell]]
    """Student -> test -> what the gradebook had."""
    done: bool = False
    moved: dict[str, dict[str, Moved]] = {}
    """Student -> exercise -> its points, of those that changed."""


RECORDS = TypeAdapter(list[Regrade])


def path_of(course: Course, module: Module) -> Path:
    """Return the path of a module's record."""
    return course.folder / "regrades" / f"{module.id}.json"


def load(course: Course, module: Module) -> list[Regrade]:
    """Return the regradings of a module, the oldest first.

    Raises:
        CourseError: if the record is damaged.
    """
    path = path_of(course, module)
    try:
        return RECORDS.validate_json(path.read_bytes()) if path.exists() else []
    except ValidationError as error:
        why = f"{path} is damaged ({error.errors()[0]['msg']})"
        raise CourseError(f"{why}: fix it, or restore it from a backup.") from None


def save(course: Course, module: Module, regrades: list[Regrade]) -> None:
    """Write the record, for its owner only; without regradings, remove it."""
    path = path_of(course, module)
    if not regrades:
        path.unlink(missing_ok=True)
        return
    text = RECORDS.dump_json(regrades, indent=1).decode("utf-8")
    write_text(path, text + "\n", mode=OWNER_ONLY, durable=True)


def regraded(course: Course, module: Module, student: str, exceptions: Exceptions) -> list[str]:
    """Return a line for each regrading of a student's submission: date, reason, and what changed.

    Args:
        course, module, student: whose submission.
        exceptions: those of the term. What is excused or set there is not told.
    """
    allowance = exceptions.of(student, module.id)
    lines = []
    for each in load(course, module):
        if not each.done or student not in each.before:
            continue
        told = [
            f"{name} {as_points(moved.before)} -> {as_points(moved.after)}"
            for name, moved in each.moved.get(student, {}).items()
            if name not in allowance.excused and name not in allowance.points
        ]
        changed = f"Points changed: {', '.join(told)}." if told else "Your points are the same."
        day = exceptions.written(each.at)[:10]
        lines.append(f"Regraded on {day}: {each.because.rstrip('.')}. {changed}")
    return lines


def as_points(points: float | None) -> str:
    """Return points as text; a question mark where a person has to give them."""
    return "?" if points is None else f"{points:g}"
