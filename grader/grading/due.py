"""Find the submissions that have to be graded, and what has changed since their last grading.

The gradebook decides what is graded. A record under `verdicts/` counts only if the gradebook holds
its stamp. So after a gradebook was lost, restored or edited by another program, submissions are
graded again and never reported as done.
"""

from collections.abc import Mapping

from grader.course.fingerprint import grading_inputs
from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.gradebook.verdicts import stamps
from grader.submissions.intake import read_contents

# After these verdicts there may be no graded notebook.
NOT_RUN = (Verdict.UNREADABLE, Verdict.MISSING, Verdict.KILLED, Verdict.TIMEOUT)


def standing(
    course: Course, module: Module, students: list[str], engine: str | None = None
) -> dict[str, list[str] | None]:
    """Student -> the names of what has changed since grading; None for one without scores.

    Args:
        course, module, students: whose submissions to look at.
        engine: the engine that will run them; by default the last one of each.
    """
    if not students:
        return {}
    entered = stamps(course, module)
    now = grading_inputs(course, module, engine or "")
    found: dict[str, list[str] | None] = {}
    for student in students:
        outcome = Outcome.load(course.verdict(student, module))
        if (
            outcome is None
            or outcome.verdict == Verdict.UNGRADED
            or entered.get(student) != outcome.stamp
        ):
            found[student] = None
            continue
        before = outcome.graded_with
        changed = [
            name for name in now if before.get(name) != now[name] and (engine or name != "engine")
        ]
        if outcome.fingerprint != read_contents(course, student, module).fingerprint:
            changed.insert(0, "submission")
        graded = course.autograded(student, module) / f"{module.name}.ipynb"
        # Feedback pages are made from the graded notebook.
        if outcome.verdict not in NOT_RUN and not graded.is_file():
            changed.append("graded notebook")
        found[student] = changed
    return found


def changes(found: Mapping[str, list[str] | None]) -> list[str]:
    """The names of everything that has changed since the submissions were graded."""
    return sorted({name for changed in found.values() for name in changed or []})


def summary(module: Module, found: Mapping[str, list[str] | None]) -> list[str]:
    """A line for the submissions without scores, and one for those with outdated scores."""
    new = sum(changed is None for changed in found.values())
    names = changes(found)
    old = sum(bool(changed) for changed in found.values())
    grade = f"run `make grade MODULE={module.name}`"
    lines = []
    if new:
        lines.append(
            f"{module.id}: {new} of {len(found)} submissions have no scores in the gradebook: "
            f"{grade}."
        )
    if names:
        lines.append(
            f"{module.id}: the scores of {old} of {len(found)} submissions are stale "
            f"(changed: {', '.join(names)}): {grade}."
        )
    return lines
