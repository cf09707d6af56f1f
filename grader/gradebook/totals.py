"""A submission's total: the gradebook's points, with the exceptions of its student."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nbgrader.api import SubmittedAssignment

from grader.course.manifest import Module
from grader.course.notebook import Exercise, exercises, read
from grader.course.term import Course
from grader.gradebook.exceptions import Allowance


@dataclass(frozen=True)
class Got:
    """The points of one test or written answer in the gradebook."""

    points: float
    waits: bool = False
    """Whether a person has to look at it."""


@dataclass(frozen=True)
class Total:
    """What a student has in a module, before the late penalty.

    Args:
        points: exercise -> points, None if it is still to be graded; without excused exercises.
        score: the sum, or the points that were set for the whole module.
        most: what there is to get.
        waiting: whether a person has to look at something that counts.
    """

    points: dict[str, float | None]
    score: float
    most: float
    waiting: bool = False


def total(
    found: Sequence[Exercise],
    grades: Mapping[str, Got],
    allowance: Allowance,
    *,
    unknown: bool = False,
) -> Total:
    """Return the total of a submission.

    Args:
        found: the module's exercises.
        grades: test -> what the gradebook has.
        allowance: the exceptions of the student in this module.
        unknown: whether the grader failed, so that only points that were set are known.
    """
    points: dict[str, float | None] = {}
    counted = [exercise for exercise in found if exercise.name not in allowance.excused]
    score, waiting = 0.0, False
    for exercise in counted:
        if override := allowance.points.get(exercise.name):
            points[exercise.name] = override.points
            score += override.points
            continue
        own = [grades[name] for name in exercise.tests if name in grades]
        waits = any(each.waits for each in own)
        waiting = waiting or waits
        # A test that was scored by hand needs a look too, but it has points.
        missing = unknown or (exercise.manual and waits)
        got = sum(each.points for each in own)
        points[exercise.name] = None if missing else got
        # What waits counts as far as it has points, as in nbgrader's own total.
        score += 0.0 if unknown else got
    most = sum(exercise.points for exercise in counted)
    if allowance.total is not None:
        return Total(points, allowance.total.points, most)
    return Total(points, score, most, waiting)


class Totals:
    """The totals of one module, from the gradebook's objects."""

    def __init__(self, course: Course, module: Module) -> None:
        self._course, self.module = course, module

    @cached_property
    def exercises(self) -> list[Exercise]:
        """The exercises of the module, in order."""
        return exercises(read(self._course.source(self.module)))

    def most(self, allowance: Allowance) -> float:
        """Return what there is to get for a student with these exceptions."""
        return float(
            sum(n for name, n in self.module.points.items() if name not in allowance.excused)
        )

    def of(
        self, submission: SubmittedAssignment, allowance: Allowance, *, unknown: bool = False
    ) -> Total:
        """Return the total of a submission; `unknown` says that the grader failed."""
        grades = {
            grade.name: Got(grade.score, grade.needs_manual_grade)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }
        return total(self.exercises, grades, allowance, unknown=unknown)

    def without(self, allowance: Allowance) -> Total:
        """Return the total of a student of whom the gradebook has nothing."""
        return total(self.exercises, {}, allowance)
