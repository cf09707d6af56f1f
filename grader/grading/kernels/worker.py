"""Grade one submission, in a process of its own, with nbgrader's Autograde.

nbgrader never reads a student's folder: what intake took in is laid out in the term's folder
`intake/`, in nbgrader's own layout, and graded from there.
"""

import contextlib
import json
import re
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde

from grader.course.manifest import Module
from grader.course.nbgrader import reason, run_converter
from grader.course.notebook import read
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.files import write_text
from grader.gradebook.late import late_penalty
from grader.grading.conclude import conclude
from grader.grading.kernels.settings import autograde_config
from grader.submissions.intake import TIME, Refusal, Submission, read_submission
from grader.text import first_line

INTAKE = "intake"  # the folder from which nbgrader grades
ATTEMPTS = 3
NO_KERNEL = re.compile(r"Kernel (died before replying|didn't respond)")


def grade_in_process(course: Course, module_id: str, student: str) -> str:
    """What the process does: grade, and give the outcome as JSON."""
    return grade_one(course, course.manifest.module(module_id), student).model_dump_json()


def grade_one(course: Course, module: Module, student: str) -> Outcome:
    """Grade a submission and enter its points in the gradebook; a submission that cannot be graded gets 0."""
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
    """Write what was taken in where nbgrader is to find it."""
    place = course.folder / INTAKE / student / module.id
    write_text(place / f"{module.name}.ipynb", json.dumps(submission.notebook, ensure_ascii=False))
    for name, content in submission.files.items():
        (place / name).write_bytes(content)
    if submission.handed_in is not None:
        write_text(place / TIME, submission.handed_in.isoformat(" "))


def _clear(course: Course, module: Module, student: str) -> None:
    place = course.folder / INTAKE / student / module.id
    shutil.rmtree(place, ignore_errors=True)
    with contextlib.suppress(OSError):  # another module lies there
        place.parent.rmdir()


def _tidy(graded: Path, submission: Submission) -> None:
    """Take away what the student's code has left beside its notebook: nobody's browser or next run is to find it."""
    kept = {graded.name, TIME, *submission.files}
    for path in graded.parent.iterdir() if graded.parent.is_dir() else []:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name not in kept or path.is_symlink():
            path.unlink(missing_ok=True)


def autograde(course: Course, module: Module, student: str) -> dict[str, Any]:
    """Run nbgrader's Autograde, and again if no kernel came up: then nothing of the student's has run yet."""
    config = autograde_config(course)
    for _ in range(ATTEMPTS - 1):
        result = run_converter(Autograde, course, module, student, config=config, submitted=INTAKE)
        if result["success"] or not NO_KERNEL.search(reason(result)):
            return result
    return run_converter(Autograde, course, module, student, config=config, submitted=INTAKE)


def give_nothing(
    course: Course,
    module: Module,
    outcome: Outcome,
    verdict: Verdict,
    note: str,
    handed_in: datetime | None,
) -> Outcome:
    """Enter 0 points for every graded cell; points that a person gave stay."""
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student(outcome.student)
        when = {} if handed_in is None else {"timestamp": handed_in}
        submission = gradebook.update_or_create_submission(module.id, outcome.student, **when)
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                grade.auto_score = 0
                grade.needs_manual_grade = False
            gradebook.db.flush()
            notebook.late_submission_penalty = late_penalty(course, notebook)
        gradebook.db.commit()
    # What may lie there is an earlier submission, or one that was stopped half way: neither is what
    # this one earned.
    (course.autograded(outcome.student, module) / f"{module.name}.ipynb").unlink(missing_ok=True)
    _clear(course, module, outcome.student)
    return outcome.model_copy(update={"verdict": verdict, "notes": [note]})
