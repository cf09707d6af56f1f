"""Make one student's feedback page with nbgrader's GenerateFeedback, in a worker process."""

from pathlib import Path
from typing import Any

from nbgrader.converters import GenerateFeedback

from grader.course.files import write_text
from grader.course.nbgrader import reason, run_converter
from grader.course.term import Course
from grader.course.text import first_line
from grader.feedback.settings import feedback_config


class Feedback(GenerateFeedback):
    """nbgrader's converter, which keeps an earlier page until the new one is complete."""

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        """Keep the existing page; nbgrader's converter would delete it."""
        return True

    def write_single_notebook(self, output: str, resources: Any) -> None:
        """Write the page in one step."""
        names = resources["nbgrader"]
        folder = Path(self._format_dest(names["assignment"], names["student"]))
        write_text(folder / f"{resources['unique_key']}{resources['output_extension']}", output)


def make_page(course: Course, module_id: str, student: str) -> str:
    """Write the page; return an empty string, or a line that says why it could not be made."""
    module, config = course.manifest.module(module_id), feedback_config(course)
    result = run_converter(Feedback, course, module, student, config=config)
    return "" if result["success"] else first_line(reason(result), 200) or "no reason was given"
