"""What intake makes of what ada has handed in."""

from grader.course.term import Course
from grader.submissions.intake import Refusal, Submission, refuse, take_in


def refused(course: Course) -> Refusal:
    found = refuse(course, "ada", course.manifest.modules[0])
    assert found is not None, "it was let through"
    assert "\n" not in found.note
    return found


def taken(course: Course) -> Submission:
    found = take_in(course, "ada", course.manifest.modules[0])
    assert isinstance(found, Submission), found
    assert all("\n" not in note for note in found.notes)
    return found
