"""The figures of a class: distribution of points, and how each task went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles

from grader.gradebook.grades import Row
from grader.report.model import Group, Points, Task
from grader.report.quarters import quarters

BINS = 10
EASY, HARD, SAME = 0.9, 0.5, 0.1  # shares by which a task gets a remark; see `remark`


@dataclass(frozen=True)
class About:
    """What is known of a task before anybody solves it."""

    name: str
    title: str
    read: str
    points: float


def share(row: Row, most: Mapping[str, float]) -> float | None:
    """Return a student's share of the points that are marked; None if nothing is."""
    marked = {name: got for name, got in row.points.items() if got is not None}
    of = sum(most[name] for name in marked)
    return sum(marked.values()) / of if of else None


def distribution(rows: Sequence[Row], tasks: Sequence[About]) -> Points:
    """Return how the points of graded students are distributed."""
    most = {task.name: task.points for task in tasks}
    shares = [each for row in rows if (each := share(row, most)) is not None]
    waiting = {row.student for row in rows if None in row.points.values()}
    manual = {name for row in rows for name, got in row.points.items() if got is None}
    bins = [0] * BINS
    for each in shares:
        bins[min(int(each * BINS + 1e-9), BINS - 1)] += 1
    # A single number has no quartiles.
    lower, _, upper = (
        quantiles(shares, n=4, method="inclusive") if len(shares) > 1 else (None, None, None)
    )
    return Points(
        bins=bins,
        mean=fmean(shares) if shares else None,
        median=median(shares) if shares else None,
        lower=lower,
        upper=upper,
        waiting=Group.of(waiting),
        waiting_points=sum(most[name] for name in manual),
    )


def task_figures(
    rows: Sequence[Row], tasks: Sequence[About], not_begun: Mapping[str, set[str]]
) -> list[Task]:
    """Return how each task went.

    Args:
        rows: the points of graded students.
        tasks: the tasks of the module, in its order.
        not_begun: task -> the students who left it as it was.
    """
    most = {task.name: task.points for task in tasks}
    shares = {row.student: each for row in rows if (each := share(row, most)) is not None}
    found = quarters(shares)
    figures = []
    for task in tasks:
        waiting = sum(row.points.get(task.name, 0.0) is None for row in rows)
        # Empty answers are marked at once: until the others are, the mean would be theirs alone.
        known = {} if waiting else _got(rows, task)
        mean = fmean(known.values()) if known else None
        best, weakest = (_mean(known, weights) for weights in found) if found else (None, None)
        figures.append(
            Task(
                name=task.name,
                title=task.title,
                read=task.read,
                points=task.points,
                share=mean,
                best=best,
                weakest=weakest,
                discrimination=None if best is None or weakest is None else best - weakest,
                not_begun=Group.of(not_begun.get(task.name, set())),
                waiting=waiting,
                remark=remark(mean, best, weakest),
            )
        )
    return figures


def _got(rows: Sequence[Row], task: About) -> dict[str, float]:
    """Return student -> share of a task's points; excused students have none."""
    return {
        row.student: points / task.points
        for row in rows
        if (points := row.points.get(task.name)) is not None and task.points
    }


def remark(mean: float | None, best: float | None, weakest: float | None) -> str:
    """Return what a task's figures suggest, in a few words; empty if nothing stands out."""
    if mean is None or best is None or weakest is None:
        return ""
    if best < HARD:
        return "hard for the best too"
    if best - weakest < SAME:
        return "easy for all" if mean >= EASY else "does not tell students apart"
    return ""


def _mean(got: Mapping[str, float], weights: Mapping[str, float]) -> float | None:
    """Return the mean of those who have a weight and a share; None if nobody has."""
    both = [(got[student], weight) for student, weight in weights.items() if student in got]
    total = sum(weight for _, weight in both)
    return sum(each * weight for each, weight in both) / total if total else None
