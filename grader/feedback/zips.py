"""Pack feedback pages under the names by which Canvas and Moodle take files back."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field

from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.arrivals import Arrival, load_arrivals
from grader.submissions.people import People

PLATFORMS = ("canvas", "moodle")
# Zips store a time; the same pages give the same zip.
NEVER = (1980, 1, 1, 0, 0, 0)


@dataclass
class Packed:
    """A zip of pages: its bytes, how many pages, and a note for each student without one."""

    data: bytes = b""
    pages: int = 0
    notes: list[str] = field(default_factory=list)


def pack(course: Course, module: Module, platform: str, students: Iterable[str]) -> Packed:
    """Return the zip with the pages of those `students` who have one.

    Raises:
        CourseError: if a register of the term is damaged.
    """
    packed, file = Packed(), io.BytesIO()
    arrivals, people = load_arrivals(course, module), People(course)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for student in students:
            page = course.feedback(student, module) / f"{module.name}.html"
            arrival = arrivals.get(student)
            if platform == "moodle" and (arrival is None or arrival.platform != "moodle"):
                arrival = _of_worksheet(people, module, student)
            name = _name(module, platform, arrival)
            if not page.is_file():
                packed.notes.append(f"{student}: there is no page")
            elif name is None:
                packed.notes.append(
                    f"{student}: not in the zip, since nothing of theirs was collected from a"
                    f" download of {platform.capitalize()} that has their number"
                )
            else:
                archive.writestr(
                    zipfile.ZipInfo(name, NEVER), page.read_bytes(), zipfile.ZIP_DEFLATED
                )
                packed.pages += 1
    packed.data = file.getvalue()
    return packed


def _of_worksheet(people: People, module: Module, student: str) -> Arrival | None:
    """Return a participant's number as a grading worksheet gives it."""
    person = people.record(student, "moodle", module.id)
    if person is None:
        return None
    return Arrival(platform="moodle", name=person.name, number=person.number, order=0)


def _name(module: Module, platform: str, arrival: Arrival | None) -> str | None:
    """Return the name of a page in the zip; None if the platform could not tell whose it is."""
    if arrival is None or not arrival.number:
        return None
    if platform == "moodle" and arrival.platform == "moodle":
        # Moodle looks for its number after the first underscore.
        name = arrival.name.replace("_", " ").replace("/", " ")
        return f"{name}_{arrival.number}_assignsubmission_file_/{module.name}.html"
    # Canvas looks for the numbers of user and file; what was typed in has no file.
    if platform == "canvas" and arrival.platform.startswith("canvas") and arrival.order:
        who = "anon" if arrival.platform == "canvas-anonymous" else arrival.name
        return f"{who}_{arrival.number}_{arrival.order}_{module.name}.html"
    return None
