"""Grade one submission, from its file to its scores, and pack the result."""

import os
import socket
from collections.abc import Callable
from typing import Any

import msgpack
import orjson
from nbformat.notebooknode import NotebookNode
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution, is_task
from pydantic import TypeAdapter

from grader.course.outcome import Outcome, Result, Verdict
from grader.course.text import first_line
from grader.grading.conclude import conclude, first_place
from grader.grading.seed import seed_of_tests, submission_seed
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.runner import TestRunner
from grader.submissions.intake import Refusal
from grader.submissions.restore import read_restored
from workbench.cells import grade_id

RESULT = TypeAdapter(Result)
# A name of a folder may hold bytes that are not UTF-8, which Python represents by surrogates.
UNICODE: dict[str, Any] = {"unicode_errors": "surrogatepass"}


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
    found = read_restored(course, module, student, tests.release, tests.references)
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
    out_of_memory = first_place(notebook, "MemoryError")
    if ended == "output" or (ended == "killed" and not out_of_memory):
        place = first_place(notebook, "StudentProcessEnded")
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


def ungraded(tests: CompiledTests, student: str, why: str) -> Result:
    """The result of a submission whose grading failed on this side: it has no score."""
    notes = [first_line(why, 300)]
    module = tests.module.id
    return Result(Outcome(student=student, module=module, verdict=Verdict.UNGRADED, notes=notes))


def pack(result: Result) -> bytes:
    """A result as bytes."""
    return msgpack.packb(RESULT.dump_python(result, mode="json"), **UNICODE)


def unpack(data: bytes) -> Result | None:
    """The result in `data`, or None if it is incomplete."""
    try:
        return RESULT.validate_python(msgpack.unpackb(data, **UNICODE))
    except ValueError:  # also the errors of MessagePack and of pydantic
        return None
