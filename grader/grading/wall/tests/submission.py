"""One submission from its file to its marks: what a judge does with each of them."""

import json
import os
import socket
from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson
from nbformat.notebooknode import NotebookNode
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution, is_task

from grader.course.notebook import exercise_cells, grade_id, grading, is_answer
from grader.course.outcome import Outcome, Result, Verdict
from grader.grading.conclude import conclude, errors
from grader.grading.seed import submission_seed
from grader.grading.wall.tests.compiled import Exam
from grader.grading.wall.tests.restore import submitted
from grader.grading.wall.tests.runner import Judge
from grader.submissions.intake import Refusal
from grader.text import first_line

END = b"\x00end"  # a result without it is not all there


def grade(
    exam: Exam, student: str, wire: socket.socket, another: Callable[[], socket.socket]
) -> Result:
    """Run the student's notebook and the tests of it; `another` gives the wire to a fresh process for the student."""
    course, module = exam.course, exam.module
    found = submitted(exam, student)
    outcome = Outcome(
        student=student, module=module.id, verdict=Verdict.OK, fingerprint=found.fingerprint
    )
    if isinstance(found, Refusal):
        outcome = outcome.model_copy(update={"verdict": found.verdict, "notes": [found.note]})
        return Result(outcome, handed_in=found.handed_in)
    notebook = found.notebook
    seed = submission_seed(course.seed, module.id, student)
    os.environ["TINYTORCH_SEED"] = str(seed)
    notebook.metadata["tinytorch"]["seed"] = seed
    there = submission_seed(course.seed, f"{module.id}/there", student)
    judge = Judge(exam, notebook, wire, seed, there, another)
    judge.run(found.files)
    outcome = _conclude(judge, outcome)
    marks = {
        grade_id(cell) or "": determine_grade(cell)[0] for cell in notebook.cells if is_grade(cell)
    }
    comments = {
        grade_id(cell) or "": _comment(cell)
        for cell in notebook.cells
        if is_solution(cell) or is_task(cell)
    }
    text = orjson.dumps(notebook).decode() + "\n"
    return Result(outcome, text, marks, comments, found.handed_in, quiet=not judge.remote.gone)


def _comment(cell: NotebookNode) -> str | None:
    same = cell.metadata.nbgrader.get("checksum") == compute_checksum(cell) and not is_task(cell)
    return "No response." if same else None


def _conclude(judge: Judge, outcome: Outcome) -> Outcome:
    """The verdict of a stock run, and the words that only this engine can say."""
    notebook = judge.notebook
    outcome = conclude(notebook, outcome).model_copy(update={"said": judge.said})
    if outcome.verdict == Verdict.OK:
        return outcome
    where = _place(notebook, "MemoryError")
    if judge.remote.gone == "output" or (judge.remote.gone == "killed" and not where):
        place = _place(notebook, "StudentProcessEnded")
        note = f"the student's process was ended: {judge.remote.why}, first seen in {place}"
        return outcome.model_copy(
            update={"verdict": Verdict(judge.remote.gone), "notes": [note, *outcome.notes]}
        )
    if judge.too_much and outcome.verdict != Verdict.TIMEOUT:
        note = f"too much output in {', '.join(judge.too_much)}"
        return outcome.model_copy(
            update={"verdict": Verdict.OUTPUT, "notes": [note, *outcome.notes]}
        )
    if (
        where and outcome.verdict != Verdict.TIMEOUT
    ):  # a process that has none left may end at any time after that
        note = f"the memory was used up in {where}"
        return outcome.model_copy(
            update={"verdict": Verdict.MEMORY, "notes": [note, *outcome.notes]}
        )
    return outcome


def _place(notebook: NotebookNode, error: str) -> str:
    """Where an error of this name came first: the exercise, or the cell's place."""
    exercise_of = {id(cell): name for name, cell in exercise_cells(notebook)}
    for number, cell in enumerate(notebook.cells, start=1):
        if any(each.ename == error for each in errors(cell)):
            kind = "a test of " if grading(cell).get("grade") and not is_answer(cell) else ""
            return (
                f"{kind}{exercise_of[id(cell)]}" if exercise_of.get(id(cell)) else f"cell {number}"
            )
    return ""


def ungraded(exam: Exam, student: str, why: str) -> Result:
    """What becomes of a submission whose grading failed on this side: no mark, and the next run grades it again."""
    note = first_line(why, 300)
    return Result(
        Outcome(student=student, module=exam.module.id, verdict=Verdict.UNGRADED, notes=[note])
    )


def pack(result: Result) -> bytes:
    """A result as bytes, for the way to the parent."""
    moment = result.handed_in.isoformat() if result.handed_in else None
    head = {
        "marks": result.scores, "comments": result.comments, "ran": result.notebook is not None, "handed_in": moment,
    }  # fmt: skip
    line = json.dumps({**head, "outcome": result.outcome.model_dump(mode="json")}).encode()
    return line + b"\n" + (result.notebook or "").encode() + END


def unpack(data: bytes) -> Result | None:
    """The result in `data`, or None if it is not all there."""
    line, _, text = data.partition(b"\n")
    if not text.endswith(END):
        return None
    try:
        head: dict[str, Any] = json.loads(line)
        notebook = text.removesuffix(END).decode() if head["ran"] else None
        moment = datetime.fromisoformat(head["handed_in"]) if head["handed_in"] else None
        return Result(
            Outcome.model_validate(head["outcome"]),
            notebook,
            head["marks"],
            head["comments"],
            moment,
        )
    except (ValueError, KeyError, TypeError):
        return None
