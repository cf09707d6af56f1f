"""Check a student's receipt against the files that were collected."""

from pathlib import Path

from grader.course.errors import CourseError
from grader.course.term import Course
from workbench.receipt import checksum, parse_receipt


def find_receipt_owner(course: Course, path: Path) -> str:
    """Return a line that says whose collected file has the receipt's checksum.

    The time in a receipt proves nothing: it is the clock of the student's machine.

    Raises:
        CourseError: if there is no receipt at `path`, or its module is not in the course.
    """
    try:
        found = parse_receipt(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, IsADirectoryError, UnicodeDecodeError):
        found = None
    if found is None:
        raise CourseError(f"{path} is not a receipt: it has no module and no sha256.")
    module = course.manifest.module(found.module)
    students = [
        student
        for student in course.students(module)
        for file in course.submitted(student, module).glob("*.ipynb")
        if file.is_file() and checksum(file.read_bytes()) == found.sha256
    ]
    if not students:
        return f"No file that was collected for {module.id} has this checksum."
    names = ", ".join(sorted(set(students)))
    return f"The receipt matches the file that was collected from {names} for {module.id}."
