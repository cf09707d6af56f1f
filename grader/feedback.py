"""Write the pages that students get back, with nbgrader's GenerateFeedback."""

import html

from nbgrader.converters import GenerateFeedback

from grader.course import Course
from grader.errors import CourseError
from grader.files import write_text
from grader.manifest import Module
from grader.release import reason, run_converter
from grader.verdict import Outcome


def write_feedback(course: Course, module: Module, student: str) -> bool:
    """Write a student's feedback page; False if nothing of theirs has been graded.

    Raises:
        CourseError: if nbgrader cannot make the page.
    """
    outcome = Outcome.load(course.verdict(student, module))
    if outcome is None:
        return False
    if not (course.autograded(student, module) / f"{module.name}.ipynb").is_file():
        _say_why(course, module, outcome)
        return True
    result = run_converter(GenerateFeedback, course, module, student)
    if not result["success"]:
        raise CourseError(f"nbgrader could not write the feedback of {student}: {reason(result)}")
    return True


def _say_why(course: Course, module: Module, outcome: Outcome) -> None:
    """A page for a submission that could not be run: what was wrong with it."""
    notes = "".join(f"<p>{html.escape(note)}.</p>" for note in outcome.notes)
    page = (
        "<!DOCTYPE html>\n"
        f'<html lang="en"><head><meta charset="utf-8"><title>{module.name}</title></head>\n'
        '<body style="font-family: sans-serif; max-width: 40em; margin: 2em auto">\n'
        f"<h1>{html.escape(module.title)} (Score: 0.0 / {float(module.max_points)})</h1>\n"
        f"<p>Your submission could not be graded: {outcome.verdict.value}.</p>\n{notes}\n"
        "</body></html>\n"
    )
    write_text(course.feedback(outcome.student, module) / f"{module.name}.html", page)
