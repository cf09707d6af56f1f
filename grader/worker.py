"""Grade one submission, in a process of its own, with nbgrader's Autograde."""

import re
from multiprocessing.connection import Connection
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbgrader.converters import Autograde
from nbgrader.utils import determine_grade

from grader.course import Course
from grader.execute import TIMEOUT
from grader.exercises import exercise_cells, grade_id, grading, is_answer, read
from grader.intake import fingerprint, refuse
from grader.manifest import Module
from grader.release import reason, run_converter
from grader.verdict import Outcome, Verdict

ATTEMPTS = 3
NO_KERNEL = re.compile(r"Kernel (died before replying|didn't respond)")


def grade_in_process(reply: Connection, course: Course, module_id: str, student: str) -> None:
    """Entry point of the process: grade, and send the outcome back as JSON."""
    outcome = grade_one(course, course.manifest.module(module_id), student)
    reply.send(outcome.model_dump_json())
    reply.close()


def grade_one(course: Course, module: Module, student: str) -> Outcome:
    """Grade a submission and enter its points in the gradebook; a submission that cannot be graded gets 0."""
    outcome = Outcome(
        student=student, module=module.id, verdict=Verdict.OK, fingerprint=fingerprint(course, student, module)
    )
    refusal = refuse(course, student, module)
    if refusal:
        return give_nothing(course, module, outcome, refusal.verdict, refusal.note)
    result = autograde(course, module, student)
    graded = course.autograded(student, module) / f"{module.name}.ipynb"
    if not result["success"] or not graded.is_file():
        why = reason(result)
        note = "the notebook ended its own process, or ran out of memory" if "Kernel died" in why else why
        return give_nothing(course, module, outcome, Verdict.KILLED, note)
    return judge(read(graded), outcome)


def autograde(course: Course, module: Module, student: str) -> dict[str, Any]:
    """Run nbgrader's Autograde, and again if no kernel came up: then nothing of the student's has run yet."""
    for _ in range(ATTEMPTS - 1):
        result = run_converter(Autograde, course, module, student)
        if result["success"] or not NO_KERNEL.search(reason(result)):
            return result
    return run_converter(Autograde, course, module, student)


def give_nothing(course: Course, module: Module, outcome: Outcome, verdict: Verdict, note: str) -> Outcome:
    """Enter 0 points for every graded cell; points that a person gave stay."""
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student(outcome.student)
        submission = gradebook.update_or_create_submission(module.id, outcome.student)
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                grade.auto_score = 0
                grade.needs_manual_grade = False
        gradebook.db.commit()
    # What may lie there is an earlier submission, or one that was stopped half way: neither is what this one earned.
    (course.autograded(outcome.student, module) / f"{module.name}.ipynb").unlink(missing_ok=True)
    return outcome.model_copy(update={"verdict": verdict, "notes": [note]})


def judge(graded: NotebookNode, outcome: Outcome) -> Outcome:
    """Complete the outcome from the notebook that nbgrader has run."""
    notes = list(graded.metadata.get("tinytorch", {}).get("notes", []))
    late = sorted({name for name, cell in exercise_cells(graded) if any(e.ename == TIMEOUT for e in errors(cell))})
    late_cells = [cell for cell in graded.cells if any(e.ename == TIMEOUT for e in errors(cell))]
    broken = [
        f"{_place(graded, cell)}: {error.ename}: {_first_line(error.evalue)}"
        for cell in graded.cells
        for error in errors(cell)
        if not grading(cell).get("grade") and error.ename not in ("NotImplementedError", TIMEOUT)
    ]
    if late_cells:
        verdict = Verdict.TIMEOUT
        notes.insert(0, f"did not come to an end: {', '.join(late) or 'a cell outside the exercises'}")
    elif not _all_passed(graded):
        verdict = Verdict.ERROR if broken else Verdict.WRONG
    else:
        verdict = Verdict.OK
    seed = graded.metadata.get("tinytorch", {}).get("seed")
    return outcome.model_copy(update={"verdict": verdict, "notes": notes + broken, "seed": seed})


def errors(cell: NotebookNode) -> list[NotebookNode]:
    """The error outputs of a cell; none for text."""
    return [output for output in cell.get("outputs", []) if output.output_type == "error"]


def _all_passed(graded: NotebookNode) -> bool:
    tests = [cell for cell in graded.cells if grading(cell).get("grade") and not is_answer(cell)]
    return all(score == points for score, points in map(determine_grade, tests))


def _place(graded: NotebookNode, cell: NotebookNode) -> str:
    return f"cell {grade_id(cell) or graded.cells.index(cell) + 1}"


def _first_line(text: str) -> str:
    """The beginning of a student's text, without the control characters that would steer a terminal."""
    line = text.strip().split("\n", 1)[0][:120]
    return "".join(character if character.isprintable() else " " for character in line)
