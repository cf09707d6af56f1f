"""Grade one submission, from its file to its scores, and pack the result."""

import json
import os
import socket
from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson
from nbformat.notebooknode import NotebookNode
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution, is_task

from grader.course.notebook import exercise_cells
from grader.course.outcome import Outcome, Result, Verdict
from grader.grading.conclude import conclude, errors
from grader.grading.seed import seed_of_tests, submission_seed
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.restore import read_restored
from grader.grading.wall.tests.runner import TestRunner
from grader.submissions.intake import Refusal
from grader.text import first_line
from workbench.cells import grade_id, grading, is_answer

END = b"\x00end"  # marks a packed result as complete


def grade_submission(
    tests: CompiledTests, student: str, connection: socket.socket,
    respawn: Callable[[], socket.socket],
) -> Result:  # fmt: skip
    """Run the student's notebook and its tests.

    Args:
        tests: what to grade with.
        student: whose submission.
        connection: the connection to the student process.
        respawn: replaces the student process; returns the connection to the new one.
    """
    course, module = tests.course, tests.module
    found = read_restored(tests, student)
    outcome = Outcome(
        student=student, module=module.id, verdict=Verdict.OK, fingerprint=found.fingerprint
    )
    if isinstance(found, Refusal):
        outcome = outcome.model_copy(update={"verdict": found.verdict, "notes": [found.note]})
        return Result(outcome, handed_in=found.handed_in)
    notebook = found.notebook
    seed = seed_of_tests(course.seed, module.id, student)
    os.environ["TINYTORCH_SEED"] = str(seed)  # read by `tinytorch` for the inputs of tests
    notebook.metadata["tinytorch"]["seed"] = seed
    # The seeds of graded work must stay what they are, so this text does too.
    student_seed = submission_seed(course.seed, f"{module.id}/there", student)
    runner = TestRunner(tests, notebook, connection, seed, student_seed, respawn)
    runner.run(found.files)
    outcome = _conclude(runner, outcome)
    graded = [cell for cell in notebook.cells if is_grade(cell)]
    scores = {grade_id(cell) or "": determine_grade(cell)[0] for cell in graded}
    written = [cell for cell in notebook.cells if is_solution(cell) or is_task(cell)]
    comments = {grade_id(cell) or "": _comment(cell) for cell in written}
    text = orjson.dumps(notebook).decode() + "\n"
    return Result(outcome, text, scores, comments, found.handed_in, quiet=not runner.client.ended)


def _comment(cell: NotebookNode) -> str | None:
    """nbgrader's automatic comment on an answer that is as in the release."""
    same = cell.metadata.nbgrader.get("checksum") == compute_checksum(cell) and not is_task(cell)
    return "No response." if same else None


def _conclude(runner: TestRunner, outcome: Outcome) -> Outcome:
    """The verdict of a stock run, or one that only this engine can give."""
    notebook, ended = runner.notebook, runner.client.ended
    outcome = conclude(notebook, outcome).model_copy(update={"said": runner.captured})
    if outcome.verdict == Verdict.OK:
        return outcome
    out_of_memory = _first_place(notebook, "MemoryError")
    if ended == "output" or (ended == "killed" and not out_of_memory):
        place = _first_place(notebook, "StudentProcessEnded")
        detail = f"{runner.client.detail}, first seen in {place}"
        return _with(outcome, Verdict(ended), f"the student's process ended: {detail}")
    if outcome.verdict == Verdict.TIMEOUT:
        return outcome
    if runner.output_exceeded:
        note = f"too much output in {', '.join(runner.output_exceeded)}"
        return _with(outcome, Verdict.OUTPUT, note)
    if out_of_memory:  # a process without memory may end at any time after that
        return _with(outcome, Verdict.MEMORY, f"the memory was used up in {out_of_memory}")
    return outcome


def _with(outcome: Outcome, verdict: Verdict, note: str) -> Outcome:
    return outcome.model_copy(update={"verdict": verdict, "notes": [note, *outcome.notes]})


def _first_place(notebook: NotebookNode, error: str) -> str:
    """Where an error of this name came first: an exercise, or the number of a cell."""
    exercise_of = {id(cell): name for name, cell in exercise_cells(notebook)}
    for number, cell in enumerate(notebook.cells, start=1):
        if any(each.ename == error for each in errors(cell)):
            kind = "a test of " if grading(cell).get("grade") and not is_answer(cell) else ""
            name = exercise_of.get(id(cell))
            return f"{kind}{name}" if name else f"cell {number}"
    return ""


def ungraded(tests: CompiledTests, student: str, why: str) -> Result:
    """The result of a submission whose grading failed on this side: it has no score."""
    notes = [first_line(why, 300)]
    module = tests.module.id
    return Result(Outcome(student=student, module=module, verdict=Verdict.UNGRADED, notes=notes))


def pack(result: Result) -> bytes:
    """A result as bytes."""
    moment = result.handed_in.isoformat() if result.handed_in else None
    head = {
        "scores": result.scores, "comments": result.comments, "ran": result.notebook is not None,
        "handed_in": moment, "outcome": result.outcome.model_dump(mode="json"),
    }  # fmt: skip
    return json.dumps(head).encode() + b"\n" + (result.notebook or "").encode() + END


def unpack(data: bytes) -> Result | None:
    """The result in `data`, or None if it is incomplete."""
    line, _, text = data.partition(b"\n")
    if not text.endswith(END):
        return None
    try:
        head: dict[str, Any] = json.loads(line)
        notebook = text.removesuffix(END).decode() if head["ran"] else None
        moment = datetime.fromisoformat(head["handed_in"]) if head["handed_in"] else None
        outcome = Outcome.model_validate(head["outcome"])
        return Result(outcome, notebook, head["scores"], head["comments"], moment)
    except (ValueError, KeyError, TypeError):
        return None
