"""What intake makes of what ada has handed in."""

from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.intake import Refusal, Submission, read_submission


def is_let_through(course: Course, module: Module) -> bool:
    return isinstance(read_submission(course, "ada", module), Submission)


def refused(course: Course) -> Refusal:
    found = read_submission(course, "ada", course.manifest.modules[0])
    assert isinstance(found, Refusal), "it was let through"
    assert "\n" not in found.note
    return found


def taken(course: Course) -> Submission:
    found = read_submission(course, "ada", course.manifest.modules[0])
    assert isinstance(found, Submission), found
    assert all("\n" not in note for note in found.notes)
    return found
