"""Write the template repository of an assignment in GitHub Classroom.

It is the student edition with a workflow that runs the visible tests at each push. Hidden tests
cannot be in it, nor within reach of its workflow: a student who may push to a repository may change
its workflow, and so read whatever it can read, secrets and private repositories too.
"""

from pathlib import Path

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.term import Course
from grader.release.edition import write_edition
from grader.release.record import stale

TEMPLATES = Path(__file__).parent / "classroom"
PLACES = {
    "classroom.yml": Path(".github", "workflows", "classroom.yml"),
    "visible.py": Path(".github", "classroom", "visible.py"),
}


def write_template(course: Course, module: Module, folder: Path) -> None:
    """Write the files of a template repository into `folder`.

    Raises:
        CourseError: if the module is not released, its release is out of date, or the folder holds
            work that differs from the release.
    """
    if course.release(module).is_file() and (line := stale(course, module, gradebook=False)):
        raise CourseError(line)
    report = write_edition(course, module, folder)
    if report.kept:
        kept = report.kept[0].relative_to(folder)
        raise CourseError(
            f"{folder / kept} differs from the release and is kept: "
            "choose a new folder, since every student would get that file."
        )
    for name, place in PLACES.items():
        text = (TEMPLATES / name).read_text(encoding="utf-8")
        for key in ("id", "name"):
            text = text.replace("{" + key + "}", getattr(module, key))
        write_text(folder / place, text)
