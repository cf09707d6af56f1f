"""nbgrader for every stage: the settings that say where a term lies, and a way to run one of its converters."""

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

# The line that ends a traceback.
ERROR_LINE = re.compile(r"^([\w.]+\.)?\w*(Error|Exception|Exit|Interrupt): ")


def base_config(course: Course) -> Config:
    """Where nbgrader finds the term."""
    c = Config()
    c.CourseDirectory.course_id = course.manifest.course.id
    c.CourseDirectory.root = str(course.folder)
    c.CourseDirectory.source_directory = str(course.root / "modules")
    c.CourseDirectory.db_url = course.db_url
    # Code that lies beside a notebook would shadow the package or NumPy while it is graded.
    c.CourseDirectory.ignore = [
        ".ipynb_checkpoints",
        "__pycache__",
        "*.py",
        "*.pyc",
        "*.so",
        "*.pyd",
        "*.pth",
        "*.zip",
    ]
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
    """Run one of nbgrader's converters as its own commands do, and return what it logged and whether it succeeded.

    Args:
        converter, course, module, student: what to run on what.
        config: the settings of the stage, beyond those that say where the term lies.
        submitted: the folder in the term's where submissions lie, if it is not nbgrader's own.
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
        # nbgrader was written for an older SQLAlchemy, whose newer versions comment on how it adds
        # its objects.
        warnings.simplefilter("ignore", SAWarning)
        result: dict[str, Any] = capture_log(app)
    return result


def reason(result: dict[str, Any]) -> str:
    """Why one of nbgrader's converters failed: the error that it logged or raised, without its traceback."""
    lines = [
        line.strip() for line in f"{result.get('error', '')}\n{result.get('log', '')}".splitlines()
    ]
    errors = [line for line in lines if ERROR_LINE.match(line) and "NbGraderException" not in line]
    return errors[-1] if errors else "nbgrader gave no reason"
