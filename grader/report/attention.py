"""Whom to help now, and which submissions to look at by hand."""

from collections.abc import Mapping, Sequence

from grader.course.manifest import Module
from grader.course.outcome import Verdict
from grader.course.term import Course
from grader.report.model import Case, Need
from grader.report.papers import Paper

LITTLE = 0.5  # of the marked points; below, help is needed
DROP = 0.25  # how much less than in the modules before
FEW_BEGUN = 0.5  # of the tasks; with more untouched, help is needed
# The submission was not run as it is, or was stopped.
BY_HAND = (
    Verdict.TIMEOUT,
    Verdict.MEMORY,
    Verdict.OUTPUT,
    Verdict.KILLED,
    Verdict.UNREADABLE,
    Verdict.MISSING,
    Verdict.UNGRADED,
)
NOT_GRADED, REPAIRED = "not graded", "repaired"


def needs(
    papers: Sequence[Paper],
    shares: Mapping[str, float],
    before: Mapping[str, float],
    missing: Sequence[str],
    tasks: int,
) -> list[Need]:
    """Return who needs help, those with the fewest points first, then those without.

    Args:
        papers: what was handed in and graded.
        shares: student -> share of the marked points, of those whose notebook ran.
        before: student -> the same in the modules before, taken together.
        missing: who handed in nothing though the due date is over.
        tasks: how many tasks the module has.
    """
    found = [Need(student=each, share=None, reasons=["handed in nothing"]) for each in missing]
    for paper in papers:
        student = paper.outcome.student
        own, reasons = shares.get(student), list[str]()
        if paper.outcome.verdict in (Verdict.UNREADABLE, Verdict.MISSING):
            reasons.append("handed in a file that cannot be graded")
        elif own is not None:
            reasons += _weak(own, before.get(student), len(paper.untouched), tasks)
        if reasons:
            found.append(Need(student=student, share=own, reasons=reasons))
    return sorted(found, key=_urgency)


def _urgency(need: Need) -> tuple[bool, float, str, str]:
    return need.share is None, need.share or 0.0, need.reasons[0], need.student


def _weak(own: float, before: float | None, untouched: int, tasks: int) -> list[str]:
    reasons = []
    if own < LITTLE:
        reasons.append(f"{own:.0%} of the points")
    if before is not None and own < before - DROP:
        reasons.append(f"{own:.0%} of the points, {before:.0%} in the modules before")
    if tasks and untouched / tasks > FEW_BEGUN:
        reasons.append(f"{untouched} of {tasks} tasks not begun")
    return reasons


def cases(
    course: Course, module: Module, papers: Sequence[Paper], ungraded: list[str]
) -> list[Case]:
    """Return the submissions to look at by hand, by kind and then by student."""
    found = [_case(course, module, each, NOT_GRADED, []) for each in ungraded]
    for paper in papers:
        outcome = paper.outcome
        if outcome.verdict in BY_HAND:
            kind = NOT_GRADED if outcome.verdict == Verdict.UNGRADED else outcome.verdict.value
            found.append(_case(course, module, outcome.student, kind, outcome.notes))
        elif paper.repairs:
            found.append(_case(course, module, outcome.student, REPAIRED, paper.repairs))
    order = [NOT_GRADED, *(verdict.value for verdict in BY_HAND), REPAIRED]
    return sorted(found, key=lambda each: (order.index(each.kind), each.student))


def _case(course: Course, module: Module, student: str, kind: str, notes: list[str]) -> Case:
    folder = course.submitted(student, module).relative_to(course.folder)
    return Case(student=student, kind=kind, notes=notes, folder=folder.as_posix())
