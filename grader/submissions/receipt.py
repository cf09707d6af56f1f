"""Check a student's receipt against the files that were collected."""

from pathlib import Path

from grader.course.term import Course
from grader.errors import CourseError
from workbench.receipt import checksum, parsed


def find_receipt_owner(course: Course, path: Path) -> str:
    """A line that says whose collected file has the receipt's checksum. Its time is the student's own.

    Raises:
        CourseError: if there is no receipt at `path`, or it is for a module that is not in the
            course.
    """
    try:
        found = parsed(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, IsADirectoryError, UnicodeDecodeError):
        found = None
    if found is None:
        raise CourseError(f"{path} is no receipt: it names no module and no sha256.")
    module = course.manifest.module(found.module)
    students = [
        student
        for student in course.students(module)
        for file in course.submitted(student, module).glob("*.ipynb")
        if file.is_file() and checksum(file.read_bytes()) == found.sha256
    ]
    if not students:
        return f"No file that was collected for {module.id} has this checksum."
    return f"It is the receipt of what was collected from {', '.join(sorted(set(students)))} for {module.id}."
