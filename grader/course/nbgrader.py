"""nbgrader for all stages: the settings for a term's folders, and running a converter."""

import logging
import re
import warnings
from typing import Any

from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log
from sqlalchemy.exc import SAWarning
from traitlets.config import Config

from grader.course.manifest import Module
from grader.course.term import Course

# The last line of a traceback.
ERROR_LINE = re.compile(r"^([\w.]+\.)?\w*(Error|Exception|Exit|Interrupt): ")


def base_config(course: Course) -> Config:
    """Return the settings that tell nbgrader where the term's folders are."""
    c = Config()
    c.CourseDirectory.course_id = course.manifest.course.id
    c.CourseDirectory.root = str(course.folder)
    c.CourseDirectory.source_directory = str(course.root / "modules")
    c.CourseDirectory.db_url = course.db_url
    # Code in the notebook's folder would shadow the package or NumPy while the notebook is graded.
    code = ["*.py", "*.pyc", "*.so", "*.pyd", "*.pth", "*.zip"]
    c.CourseDirectory.ignore = [".ipynb_checkpoints", "__pycache__", *code]
    return c


def run_converter(
    converter: type,
    course: Course,
    module: Module,
    student: str,
    *,
    config: Config,
    submitted: str | None = None,
) -> dict[str, Any]:
    """Run one of nbgrader's converters as its own commands do.

    Args:
        converter, course, module, student: what to run, and on what.
        config: the settings of the stage; those for the term's folders are added.
        submitted: the term's folder with the submissions, if it is not nbgrader's own.

    Returns:
        nbgrader's result: `success`, and what was logged.
    """
    settings = base_config(course)
    settings.merge(config)
    directory = CourseDirectory(config=settings)
    directory.assignment_id = module.id
    directory.notebook_id = module.name
    directory.student_id = student
    if submitted is not None:
        directory.submitted_directory = submitted
    app = converter(coursedir=directory, config=settings)
    app.force = True
    app.log = logging.getLogger(f"nbgrader.{converter.__name__}")
    app.log.propagate = False
    app.log.setLevel(logging.WARNING)
    with warnings.catch_warnings():
        # nbgrader is written for an older SQLAlchemy; newer versions warn about it.
        warnings.simplefilter("ignore", SAWarning)
        result: dict[str, Any] = capture_log(app)
    return result


def reason(result: dict[str, Any]) -> str:
    """Return the error that made a converter fail, without its traceback."""
    lines = [
        line.strip() for line in f"{result.get('error', '')}\n{result.get('log', '')}".splitlines()
    ]
    errors = [line for line in lines if ERROR_LINE.match(line) and "NbGraderException" not in line]
    return errors[-1] if errors else "nbgrader gave no reason"
