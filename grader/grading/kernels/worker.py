"""Grade one submission with nbgrader's Autograde, in its own process.

nbgrader never reads a student's folder. The files that were read and checked are written to the
term's folder `intake/`, in nbgrader's layout, and graded from there.
"""

import contextlib
import json
import re
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde

from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.nbgrader import reason, run_converter
from grader.course.notebook import read
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.course.text import first_line
from grader.gradebook.late import late_penalty
from grader.grading.conclude import conclude
from grader.grading.kernels.settings import autograde_config
from grader.submissions.intake import TIME, Refusal, Submission, read_submission

INTAKE = "intake"  # the folder from which nbgrader grades
ATTEMPTS = 3
NO_KERNEL = re.compile(r"Kernel (died before replying|didn't respond)")


def grade_in_process(course: Course, module_id: str, student: str) -> str:
    """Grade a submission and return the outcome as JSON: the function of each process."""
    return grade_one(course, course.manifest.module(module_id), student).model_dump_json()


def grade_one(course: Course, module: Module, student: str) -> Outcome:
    """Grade a submission and save its scores; one that cannot be graded gets 0."""
    found = read_submission(course, student, module)
    outcome = Outcome(
        student=student, module=module.id, verdict=Verdict.OK, fingerprint=found.fingerprint
    )
    if isinstance(found, Refusal):
        return give_nothing(course, module, outcome, found.verdict, found.note, found.handed_in)
    graded = course.autograded(student, module) / f"{module.name}.ipynb"
    try:
        _tidy(graded, found)
        _lay_out(found, course, module, student)
        result = autograde(course, module, student)
    finally:
        _clear(course, module, student)
    _tidy(graded, found)
    if not result["success"] or not graded.is_file():
        why = reason(result)
        note = (
            "the notebook ended its own process, or ran out of memory"
            if "Kernel died" in why
            else first_line(why, 300)
        )
        return give_nothing(course, module, outcome, Verdict.KILLED, note, found.handed_in)
    outcome = conclude(read(graded), outcome)
    return outcome.model_copy(update={"notes": found.notes + outcome.notes})


def _lay_out(submission: Submission, course: Course, module: Module, student: str) -> None:
    """Write the files of a submission where nbgrader reads them."""
    folder = course.folder / INTAKE / student / module.id
    write_text(folder / f"{module.name}.ipynb", json.dumps(submission.notebook, ensure_ascii=False))
    for name, content in submission.files.items():
        (folder / name).write_bytes(content)
    if submission.handed_in is not None:
        write_text(folder / TIME, submission.handed_in.isoformat(" "))


def _clear(course: Course, module: Module, student: str) -> None:
    folder = course.folder / INTAKE / student / module.id
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):  # another module's submission is there
        folder.parent.rmdir()


def _tidy(graded: Path, submission: Submission) -> None:
    """Remove the files that student code has left beside its notebook."""
    kept = {graded.name, TIME, *submission.files}
    for path in graded.parent.iterdir() if graded.parent.is_dir() else []:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        # A link is removed even under a kept name, since it may lead out of the folder.
        elif path.name not in kept or path.is_symlink():
            path.unlink(missing_ok=True)


def autograde(course: Course, module: Module, student: str) -> dict[str, Any]:
    """Run nbgrader's Autograde, again if no kernel started: then no student code has run."""
    config = autograde_config(course)
    for _ in range(ATTEMPTS - 1):
        result = run_converter(Autograde, course, module, student, config=config, submitted=INTAKE)
        if result["success"] or not NO_KERNEL.search(reason(result)):
            return result
    return run_converter(Autograde, course, module, student, config=config, submitted=INTAKE)


def give_nothing(
    course: Course, module: Module, outcome: Outcome, verdict: Verdict, note: str,
    handed_in: datetime | None,
) -> Outcome:  # fmt: skip
    """Save a score of 0 for every graded cell; scores given by hand stay."""
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student(outcome.student)
        when = {} if handed_in is None else {"timestamp": handed_in}
        submission = gradebook.update_or_create_submission(module.id, outcome.student, **when)
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                grade.auto_score = 0
                grade.needs_manual_grade = False
            # The penalty depends on the notebook's score, which the database computes.
            gradebook.db.flush()
            notebook.late_submission_penalty = late_penalty(course, notebook)
        gradebook.db.commit()
    # The notebook there may be of an earlier submission, or only partly run.
    (course.autograded(outcome.student, module) / f"{module.name}.ipynb").unlink(missing_ok=True)
    _clear(course, module, outcome.student)
    return outcome.model_copy(update={"verdict": verdict, "notes": [note]})
