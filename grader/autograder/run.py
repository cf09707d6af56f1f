"""Grade the one submission that Gradescope has put into its folder, and write its results.

It runs in Gradescope's container: `python -m grader.autograder.run ROOT MODULE VISIBILITY`.
"""

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from grader.autograder.results import gradescope_results
from grader.course.errors import CourseError, NoNamespaces
from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.term import ROOT, Course
from grader.grading.batch import grade
from grader.submissions.collect import collect
from grader.submissions.sender import as_student_id

ALONE = "student"  # the name of whom the metadata does not name


def main(arguments: list[str]) -> int:
    """Grade and write the results; return 1, without results, if there is no mark."""
    root, name, visibility = Path(arguments[0]), arguments[1], arguments[2]
    target = root / "results" / "results.json"
    target.unlink(missing_ok=True)
    course = Course(ROOT, root / "term")
    module = course.manifest.module(name)
    began = time.monotonic()
    try:
        outcome = grade_one(course, module, root)
    except CourseError as error:
        print(f"Error: {error.format_message()}", file=sys.stderr)
        return 1
    if outcome.verdict == Verdict.UNGRADED:
        # A score of 0 would be the student's; without results Gradescope calls the instructor.
        print(f"Not graded: {'; '.join(outcome.notes)}", file=sys.stderr)
        return 1
    results = gradescope_results(course, module, outcome, visibility, time.monotonic() - began)
    write_text(target, json.dumps(results, indent=1, ensure_ascii=False) + "\n")
    print(f"{outcome.student}: {outcome.verdict.value}; {'; '.join(outcome.notes)}")
    return 0


def grade_one(course: Course, module: Module, root: Path) -> Outcome:
    """Collect and grade `ROOT/submission`, without a sandbox if the system offers none.

    Raises:
        CourseError: if the grader cannot work.
    """
    student = student_of(root / "submission_metadata.json")
    with tempfile.TemporaryDirectory() as spool:
        # In a folder with the student's name, from which it is collected like any other.
        shutil.copytree(root / "submission", Path(spool) / student, symlinks=True)
        for line in collect(course, module, Path(spool)).notes:
            print(line)
    # With no file at all there is nobody to collect from.
    course.submitted(student, module).mkdir(parents=True, exist_ok=True)
    outcomes: list[Outcome] = []
    try:
        grade(course, module, [student], jobs=1, engine="wall", report=outcomes.append)
    except NoNamespaces as error:
        print(error.format_message(), file=sys.stderr)
        grade(course, module, [student], jobs=1, engine="wall", unsafe=True, report=outcomes.append)
    return outcomes[0]


def student_of(path: Path) -> str:
    """Return the first user's id from the metadata, or a fixed one if it names nobody."""
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        return as_student_id(str(data["users"][0]["id"]))
    except (OSError, ValueError, LookupError, TypeError):
        return ALONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
