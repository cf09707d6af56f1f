"""Keep how a platform named the collected files, so that feedback can go back under those names.

Canvas takes a file back for a user's number and the number of the file that was handed in, Moodle
for a participant's number.
"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.roster.entries import OWNER_ONLY
from grader.submissions.sender import Sender


class Arrival(BaseModel):
    """How the platform named the file that was collected of a student."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    platform: str
    name: str
    number: str
    order: int
    """Canvas's number of the file, 0 if there is none."""

    @classmethod
    def of(cls, who: Sender) -> "Arrival":
        """Return the record of a sender."""
        return cls(platform=who.platform, name=who.name, number=who.number, order=who.order)


ARRIVALS = TypeAdapter(dict[str, Arrival])


def arrivals_path(course: Course, module: Module) -> Path:
    """Return the path of a module's records."""
    return course.folder / "arrivals" / f"{module.id}.json"


def load_arrivals(course: Course, module: Module) -> dict[str, Arrival]:
    """Return student -> record of what was collected for a module.

    Raises:
        CourseError: if the file is damaged.
    """
    path = arrivals_path(course, module)
    try:
        return ARRIVALS.validate_json(path.read_bytes()) if path.exists() else {}
    except ValidationError as error:
        why = f"{path} is damaged ({error.errors()[0]['msg']})"
        raise CourseError(f"{why}: remove it and collect again.") from None


def save_arrivals(course: Course, module: Module, arrivals: dict[str, Arrival]) -> None:
    """Write a module's records, for their owner only."""
    text = ARRIVALS.dump_json(dict(sorted(arrivals.items())), indent=1).decode("utf-8")
    write_text(arrivals_path(course, module), text + "\n", mode=OWNER_ONLY)
