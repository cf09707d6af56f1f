"""A term with marks in its gradebook, without a grading run."""

from pathlib import Path

from platform_files import FILES

from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.gradebook.marks import enter_students
from grader.submissions.roster.entries import Roster
from grader.submissions.roster.forms import recognise
from grader.submissions.roster.update import update


def give(
    course: Course,
    module: Module,
    student: str,
    share: float,
    *,
    penalty: float = 0.0,
    waiting: bool = False,
    verdict: Verdict = Verdict.OK,
) -> None:
    """Give a student a share of each exercise's points."""
    course.submitted(student, module).mkdir(parents=True, exist_ok=True)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student(student)
        submission = gradebook.update_or_create_submission(module.id, student)
        for notebook in submission.notebooks:
            notebook.late_submission_penalty = penalty
            for grade in notebook.grades:
                grade.manual_score = share * grade.max_score
                grade.needs_manual_grade = waiting
        gradebook.db.commit()
    outcome = Outcome(student=student, module=module.id, verdict=verdict)
    outcome.save(course.verdict(student, module))


def read_roster(course: Course, name: str, module: Module, path: Path | None = None) -> Path:
    """Read a platform's file of the class, and return where it lies."""
    file = path or course.folder.parent / f"{name}.csv"
    data = FILES[name]() if path is None else path.read_bytes()
    file.write_bytes(data)
    update(course, recognise(file, data), data, module)
    enter_students(course, list(Roster(course).entries.values()))
    return file
