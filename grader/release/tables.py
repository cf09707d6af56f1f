"""The tables of the visible checks, which a release uses instead of the answer library.

`grader export` writes one table for each module to `tinytorch/tables/`, made from the source
notebook and the library.
"""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.term import Course
from grader.library.limited import outcomes
from grader.library.trial import Trials
from tinytorch.book import Book
from tinytorch.compare import Call, messages
from tinytorch.outcomes import agree, is_raised, to_json

ADDRESS = re.compile(r"\b(?:0x[0-9a-f]{8,}|\d{12,})\b")  # of an object, in a message


def table_path(course: Course, module: Module) -> Path:
    """Return the path of a module's table."""
    return course.root / "tinytorch" / "tables" / f"{module.id}.json"


def write_tables(course: Course) -> None:
    """Write the table of every module.

    Raises:
        CourseError: if a visible check does not pass with the reference solution.
    """
    for module in course.manifest.modules:
        write_text(table_path(course, module), table_text(make_table(course, module)))


def table_text(table: dict[str, Any]) -> str:
    """Return a table as JSON with one line for each test."""
    # A changed test is then one changed line in Git.
    lines = [f" {json.dumps(test)}: {json.dumps(facts)}" for test, facts in table.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def make_table(course: Course, module: Module) -> dict[str, Any]:
    """Return check -> its task and comparisons.

    Each comparison has the outcomes of the reference and of every wrong answer.

    Raises:
        CourseError: if a visible check fails with the reference solution, or an answer does not
            end.
    """
    trials = Trials(course, module)
    table = {}
    for test in trials.cells:
        # Students get the tables, so nothing of a hidden test may be in them.
        if trials.book.task(test).hidden:
            continue
        trial = trials.run(test)
        if trial.error is not None:
            where = f"{module.id}: {test}, line {trial.line()}"
            raise CourseError(f"{where}, fails with the reference solution: {trial.error}")
        table[test] = _entry(trials.book, test, trial.calls)
    return table


def _entry(book: Book, test: str, calls: list[Call]) -> dict[str, Any]:
    task = book.task(test)
    return {
        "title": task.title, "read": task.read, "points": task.points, "graded": task.graded,
        "calls": [_call(book, call) for call in calls],
    }  # fmt: skip


def _call(book: Book, call: Call) -> dict[str, Any]:
    expected, mistakes = book.expected(call), list[tuple[Any, Any]]()
    for answer in book.answers.get(book.tasks[call.test][0], []):
        found = outcomes(book, call, answer)
        # A wrong answer that gives the right result here tells nothing about this comparison.
        if agree(found, expected, call.rtol, call.atol):
            continue
        # The first of several is named, so the others would never be found.
        if not any(_same(found, other, call) for other, _ in mistakes):
            mistakes.append((found, answer))
    return {
        "probe": call.probe,
        "about": book.about(call),
        "inputs": to_json(call.inputs),
        "expected": to_json(rounded(expected)),
        "mistakes": [
            [to_json(rounded(found)), answer.sentence, answer.read] for found, answer in mistakes
        ],
    }


def rounded(outcome: Any) -> Any:
    """Round the floats of an outcome to 6 digits, less than any tolerance; leave out addresses.

    Otherwise a table made on another machine, or in another run, would differ from this one.
    """
    kind = type(outcome)
    if is_raised(outcome):
        return {**outcome, "message": ADDRESS.sub("...", outcome["message"])}
    if kind is float:
        return float(f"{outcome:.6g}") + 0.0  # -0.0 becomes 0.0
    if kind is np.ndarray and outcome.dtype.kind == "f":
        flat = [rounded(float(number)) for number in outcome.ravel()]
        return np.array(flat, outcome.dtype).reshape(outcome.shape)
    if kind in (list, tuple):
        return kind(rounded(part) for part in outcome)
    if kind is dict:
        return {key: rounded(part) for key, part in outcome.items()}
    return outcome


def _same(outcomes: list[Any], other: list[Any], call: Call) -> bool:
    """Return whether every student result that agrees with `outcomes` also agrees with `other`."""
    if not agree(outcomes, other, call.rtol, call.atol):
        return False
    raised = [place for place, outcome in enumerate(outcomes) if is_raised(outcome)]
    # Answers that raise the same type are told apart by their message.
    return messages(outcomes, raised) == messages(other, raised)
