"""The exceptions of a term, `exceptions.yml`: extensions, late days, excused exercises, points.

The file is the only place where they are kept. What follows from them is computed from it again
each time (`grader.gradebook.settle`, `grader.gradebook.totals`), so an entry that is taken out is
undone.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from grader.course.errors import CourseError
from grader.course.manifest import Manifest
from grader.course.term import Course
from grader.course.yaml_file import AllText, first_problem, line_of, parse, read

FILE = "exceptions.yml"
MOMENT = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?( ?(Z|[+-]\d\d:?\d\d))?)?")
END_OF_DAY = time(23, 59, 59)


def _moment(text: Any) -> datetime:
    """Return a date as the end of that day, or a date with a time and perhaps a time zone."""
    if not isinstance(text, str) or not MOMENT.fullmatch(text):
        raise ValueError("write a date as 2026-12-04, 2026-12-04 18:00 or 2026-12-04 18:00 +0100")
    moment = datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    return datetime.combine(moment, END_OF_DAY) if len(text) == len("2026-12-04") else moment


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    # What the system has no data for, and what is no name of a zone at all.
    except (OSError, ValueError, LookupError):
        raise ValueError("no such time zone: write one such as Europe/Berlin") from None
    return name


def _module(name: str, info: ValidationInfo) -> str:
    manifest: Manifest = (info.context or {})["manifest"]
    try:
        return manifest.module(name).id
    except CourseError:
        known = ", ".join(module.id for module in manifest.modules)
        raise ValueError(f"no such module. Known: {known}") from None


def _student(name: str, info: ValidationInfo) -> str:
    students: Collection[str] | None = (info.context or {}).get("students")
    if students is not None and name not in students:
        raise ValueError(
            "no such student in the gradebook, the roster or submitted/: write the id that "
            "grades.csv has"
        )
    return name


Text = Annotated[str, StringConstraints(strip_whitespace=True)]
Some = Annotated[Text, StringConstraints(min_length=1)]
ModuleId = Annotated[Some, AfterValidator(_module)]
StudentId = Annotated[Some, AfterValidator(_student)]
Days = Annotated[int, Field(ge=0, le=366)]


class Part(BaseModel):
    """Base of all parts of the file: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LateDays(Part):
    """The days of a term that work may be late without a penalty."""

    each: Days = 0
    students: dict[StudentId, Days] = {}
    """The budgets of students who have another one."""


class Extension(Part):
    """A new due date for one student and module."""

    student: StudentId
    module: ModuleId
    due: Annotated[datetime, BeforeValidator(_moment)]
    reason: Text = ""


class OfExercise(Part):
    """An entry about an exercise, or about the whole module if none is named."""

    module: ModuleId
    exercise: Some | None = None

    @model_validator(mode="after")
    def _exercise_is_known(self, info: ValidationInfo) -> Self:
        points = (info.context or {})["manifest"].module(self.module).points
        if self.exercise is not None and self.exercise not in points:
            raise ValueError(
                f"{self.module} has no exercise {self.exercise!r}. Known: {', '.join(points)}"
            )
        return self


class Excused(OfExercise):
    """An exercise that is taken out of the total, for one student or for all."""

    student: StudentId | None = None
    reason: Text = ""


class Override(OfExercise):
    """Points in place of those of the tests and the form grader, and why."""

    student: StudentId
    points: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    reason: Some

    @model_validator(mode="after")
    def _points_are_in_bounds(self, info: ValidationInfo) -> Self:
        module = (info.context or {})["manifest"].module(self.module)
        most = module.points[self.exercise] if self.exercise else module.max_points
        if self.points > most:
            what = self.exercise or self.module
            raise ValueError(f"{what} has {most} points: give at most {most}")
        return self


Entry = Extension | Excused | Override


@dataclass(frozen=True)
class Allowance:
    """What the file says about one student and module."""

    extension: Extension | None = None
    excused: frozenset[str] = frozenset()
    """Exercises that are taken out of the total."""
    whole: bool = False
    """Whether the whole module is excused."""
    points: dict[str, Override] = field(default_factory=dict)
    """Exercise -> its points."""
    total: Override | None = None
    """The points of the whole module."""

    def __bool__(self) -> bool:
        return bool(self.extension or self.changes_points)

    @property
    def changes_points(self) -> bool:
        """Whether points or the total differ from the gradebook."""
        return bool(self.excused or self.whole or self.points or self.total)


class Exceptions(Part):
    """The whole of `exceptions.yml`."""

    zone: Annotated[str, AfterValidator(_zone)] = "UTC"
    """The time zone of dates that are written without one."""
    late_days: LateDays = LateDays()
    extensions: list[Extension] = []
    excused: list[Excused] = []
    points: list[Override] = []

    def budget(self, student: str) -> int:
        """Return the late days of a student in the term."""
        return self.late_days.students.get(student, self.late_days.each)

    def of(self, student: str, module: str) -> Allowance:
        """Return what applies to a student in a module, given by its id."""
        return self._by_student.get((student, module)) or self.of_all(module)

    def of_all(self, module: str) -> Allowance:
        """Return what applies to everybody in a module."""
        return self._by_student.get((None, module)) or Allowance()

    def in_utc(self, moment: datetime) -> datetime:
        """Return a moment of the file as the gradebook keeps it: in UTC, without a zone."""
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=ZoneInfo(self.zone))
        return moment.astimezone(UTC).replace(tzinfo=None)

    def written(self, moment: datetime) -> str:
        """Return a moment of the gradebook as a person reads it, in the file's zone."""
        local = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(self.zone))
        return local.strftime("%Y-%m-%d %H:%M %Z")

    @cached_property
    def _by_student(self) -> dict[tuple[str | None, str], Allowance]:
        """(student, module) -> what applies; None stands for all who have no entry of their own."""
        entries: list[Entry] = [*self.extensions, *self.excused, *self.points]
        keys = {(entry.student, entry.module) for entry in entries}
        return {key: self._allowance(*key) for key in keys}

    def _allowance(self, student: str | None, module: str) -> Allowance:
        excused = [
            each for each in self.excused
            if each.module == module and each.student in (None, student)
        ]  # fmt: skip
        own = [each for each in self.points if (each.student, each.module) == (student, module)]
        return Allowance(
            extension=next(
                (e for e in self.extensions if (e.student, e.module) == (student, module)), None
            ),
            excused=frozenset(each.exercise for each in excused if each.exercise),
            whole=any(each.exercise is None for each in excused),
            points={each.exercise: each for each in own if each.exercise},
            total=next((each for each in own if each.exercise is None), None),
        )

    def clash(self) -> tuple[str, int, str] | None:
        """Return list, index and what is wrong of the first entry that contradicts another one."""
        seen: dict[tuple[str, str | None, str, str | None], int] = {}
        lists: dict[str, Sequence[Entry]] = {
            "extensions": self.extensions, "excused": self.excused, "points": self.points,
        }  # fmt: skip
        for name, entries in lists.items():
            for index, entry in enumerate(entries):
                exercise = getattr(entry, "exercise", None)
                key = (name, entry.student, entry.module, exercise)
                against = [key]
                if name == "points":
                    # What is excused has no points.
                    against += [
                        ("excused", student, entry.module, part)
                        for student in (entry.student, None)
                        for part in (exercise, None)
                    ]
                for other in against:
                    if other in seen:
                        what = f"{other[0]}[{seen[other]}] is about the same: remove one of the two"
                        return name, index, what
                seen[key] = index
        return None


def load(course: Course, students: Collection[str] | None = None) -> Exceptions:
    """Read the term's `exceptions.yml`; without the file nobody has an exception.

    Args:
        course: the term.
        students: the known students; None if they are not checked.

    Raises:
        CourseError: for anything that is wrong in the file; the message names the line and the
            entry.
    """
    path = course.folder / FILE
    if not path.exists():
        return Exceptions()
    text = read(path, FILE)
    data = parse(text, FILE, AllText) or {}
    if isinstance(data, dict):
        # A heading below which nothing is written yet.
        data = {key: value for key, value in data.items() if value != ""}
    try:
        found = Exceptions.model_validate(
            data,
            context={"manifest": course.manifest, "students": students},
        )
    except ValidationError as error:
        line = line_of(text, error.errors()[0]["loc"])
        raise CourseError(f"{FILE}: line {line}: {first_problem(error)}") from None
    if clash := found.clash():
        raise wrong(path, *clash)
    return found


def wrong(path: Path, name: str, index: int, what: str) -> CourseError:
    """Return the error about an entry of the file at `path`."""
    line = line_of(path.read_text(encoding="utf-8"), (name, index))
    return CourseError(f"{FILE}: line {line}: {name}[{index}]: {what}.")
