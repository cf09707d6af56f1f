"""What a student and the instructor read about exceptions and late work, a sentence a line."""

from collections.abc import Mapping
from datetime import timedelta

from grader.gradebook.exceptions import Allowance, Exceptions, Override
from grader.gradebook.lateness import DAY, Lateness
from grader.gradebook.totals import Total


def remarks(
    exceptions: Exceptions,
    module: str,
    allowance: Allowance,
    late: Lateness,
    total: Total,
    *,
    to_student: bool = False,
    titles: Mapping[str, str] | None = None,
) -> list[str]:
    """Return the lines about one submission.

    Args:
        exceptions: those of the term.
        module: the module's id.
        allowance: those of the student in the module.
        late: how late the submission is.
        total: what the student has.
        to_student: also what is excused for all, the total, and late days where none was needed.
        titles: exercise -> what to call it; by default its name.
    """
    lines, called = [], titles or {}
    if allowance.extension is not None and late.due is not None:
        lines.append(f"Due date with the extension: {exceptions.written(late.due)}.")
    if late.budget and late.late:
        lines.append(_about_late_days(late))
    if late.budget and (late.late or to_student):
        lines.append(f"Late days left in this term: {late.left} of {late.budget}.")
    if allowance.whole:
        return [*lines, "This module is excused: it does not count."]
    every = frozenset() if to_student else exceptions.of_all(module).excused
    for name in sorted(allowance.excused - every):
        lines.append(f"{called.get(name, name)} is excused: it is not in the total.")
    for name, override in allowance.points.items():
        lines.append(f"{called.get(name, name)}: {_set(override)}")
    if allowance.total is not None:
        lines.append(f"Whole module: {_set(allowance.total)}")
    if allowance.changes_points and to_student:
        lines.append(f"Total with this: {total.score:g} of {total.most:g} points.")
    return lines


def _about_late_days(late: Lateness) -> str:
    used = f"{late.days or 'no'} late day{'' if late.days == 1 else 's'} used"
    rest = f", so it counts as {span(late.counted)} late" if late.counted else ""
    return f"Handed in {span(late.late)} after the due date: {used}{rest}."


def _set(override: Override) -> str:
    return f"{override.points:g} points, set by the instructor: {override.reason}"


def span(time: timedelta) -> str:
    """Return a time in words: `2 days 3 hours`; below an hour in minutes."""
    days, rest = divmod(time, DAY)
    hours = rest // timedelta(hours=1)
    parts = [(days, "day"), (hours, "hour")]
    if time < timedelta(hours=1):
        parts = [(max(1, -(-time // timedelta(minutes=1))), "minute")]
    return " ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in parts if n)
