"""Write the results of one graded submission as Gradescope reads them.

For a hidden test, a student sees what the feedback page shows: its name, points and the author's
sentence, never its inputs.
"""

from collections.abc import Iterator
from typing import Any

from grader.course.manifest import Module
from grader.course.notebook import exercises, read
from grader.course.outcome import Outcome
from grader.course.term import Course
from grader.feedback.misconceptions import sources
from grader.feedback.redact import finding, sentences
from grader.gradebook.read_scores import scores_of
from workbench.cells import grading

PASSED, FAILED = "passed", "failed"


def gradescope_results(
    course: Course, module: Module, outcome: Outcome, visibility: str, seconds: float
) -> dict[str, Any]:
    """Return the content of `results.json`.

    Args:
        course, module, outcome: the graded submission.
        visibility: when its student sees the results of hidden tests.
        seconds: how long grading took.
    """
    tests = list(_test_results(course, module, outcome, visibility))
    return {
        "tests": tests,
        "output": "\n".join(_summary(module, outcome, tests, visibility)),
        "output_format": "text",
        "visibility": "visible",
        # What students' code prints must not be shown to them: it may hold a hidden test's inputs.
        "stdout_visibility": "hidden",
        "execution_time": round(seconds),
        "extra_data": {
            "module": outcome.module,
            "verdict": outcome.verdict.value,
            "notes": outcome.notes,
            "seed": outcome.seed,
            "fingerprint": outcome.fingerprint,
        },
    }


def _test_results(
    course: Course, module: Module, outcome: Outcome, visibility: str
) -> Iterator[dict[str, Any]]:
    """Yield the score and the message of each hidden test."""
    student = outcome.student
    cells = scores_of(course.db_url, module.id, module.name, student).cells
    scores = {test: score.points for test, score in cells.items()}
    said = _said(course, module, student, scores)
    reason = outcome.notes[0] if outcome.notes else outcome.verdict.value
    for name, test, most in _tests(course, module):
        score = scores.get(test, 0.0)
        yield {
            "name": name,
            "score": score,
            "max_score": most,
            "status": PASSED if score == most else FAILED,
            "output": said.get(test, f"Not run: {reason}."),
            "output_format": "text",
            "visibility": visibility,
        }


def _tests(course: Course, module: Module) -> Iterator[tuple[str, str, float]]:
    """Each hidden test: its name for a student, its grade_id and its points."""
    for exercise in exercises(read(course.source(module))):
        # Readers give the points of written answers, in Gradescope's own rubric.
        if exercise.manual:
            continue
        # Visible tests have no points of their own; students run them themselves.
        worth = {test: points for test, points in exercise.tests.items() if points}
        for number, (test, most) in enumerate(worth.items(), start=1):
            more = f" ({number} of {len(worth)})" if len(worth) > 1 else ""
            yield f"{exercise.name}{more}", test, most


def _summary(
    module: Module, outcome: Outcome, tests: list[dict[str, Any]], visibility: str
) -> list[str]:
    """Return the lines at the top: points, what is still to be graded, and what was remarkable."""
    score, most = (sum(test[key] for test in tests) for key in ("score", "max_score"))
    lines = [f"{module.title}: {score:g} of {most:g} points."] if visibility == "visible" else []
    if most < module.max_points:
        lines.append(f"{module.max_points - most:g} more points are still to be graded.")
    return lines + outcome.notes


def _said(course: Course, module: Module, student: str, scores: dict[str, float]) -> dict[str, str]:
    """Return hidden test -> what its student may read; nothing if the notebook was not run."""
    path = course.autograded(student, module) / f"{module.name}.ipynb"
    if not path.is_file():
        return {}
    known = sources(course.book(module))
    with_message = course.manifest.feedback.hidden_tests == "message"
    found = {}
    for cell in read(path).cells:
        name = grading(cell).get("grade_id", "")
        if cell.cell_type == "code" and grading(cell).get("points"):
            grading(cell)["score"] = scores.get(name, 0.0)
            found[name] = finding(cell, sentences(cell, known) if with_message else []).text
    return found
