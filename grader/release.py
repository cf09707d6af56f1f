"""Make a module's release: nbgrader removes solutions and hidden tests and enters the exercises in the gradebook."""

import logging
import re
import warnings
from pathlib import Path
from typing import Any

from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log
from sqlalchemy.exc import SAWarning

from grader.book import write_book
from grader.course import Course
from grader.errors import CourseError
from grader.manifest import Module
from grader.package import write_package
from grader.source import check_source

# The line that ends a traceback.
ERROR_LINE = re.compile(r"^([\w.]+\.)?\w*(Error|Exception|Exit|Interrupt): ")


def release(course: Course, module: Module) -> Path:
    """Write `release/<module>/<name>.ipynb` and return its path; the module's points must be those of the manifest."""
    problems = check_source(course, module)
    if problems:
        raise CourseError(problems[0])
    write_package(course, module)
    write_book(course, module)
    result = run_converter(GenerateAssignment, course, module, student=".")
    if not result["success"]:
        raise CourseError(f"nbgrader could not release {module.id}: {reason(result)}")
    return course.release(module)


def run_converter(
    converter: type, course: Course, module: Module, student: str, *, submitted: str | None = None
) -> dict[str, Any]:
    """Run one of nbgrader's converters as its own commands do, and return what it logged and whether it succeeded.

    Args:
        converter, course, module, student: what to run on what.
        submitted: the folder in the term's where submissions lie, if it is not nbgrader's own.
    """
    config = course.nbgrader_config()
    directory = CourseDirectory(config=config)
    directory.assignment_id = module.id
    directory.notebook_id = module.name
    directory.student_id = student
    if submitted is not None:
        directory.submitted_directory = submitted
    app = converter(coursedir=directory, config=config)
    app.force = True
    app.log = logging.getLogger(f"nbgrader.{converter.__name__}")
    app.log.propagate = False
    app.log.setLevel(logging.WARNING)
    with warnings.catch_warnings():
        # nbgrader was written for an older SQLAlchemy, whose newer versions comment on how it adds its objects.
        warnings.simplefilter("ignore", SAWarning)
        result: dict[str, Any] = capture_log(app)
    return result


def reason(result: dict[str, Any]) -> str:
    """Why one of nbgrader's converters failed: the error that it logged or raised, without its traceback."""
    lines = [line.strip() for line in f"{result.get('error', '')}\n{result.get('log', '')}".splitlines()]
    errors = [line for line in lines if ERROR_LINE.match(line) and "NbGraderException" not in line]
    return errors[-1] if errors else "nbgrader gave no reason"
