"""What grading again changes: points of students and exercises, the tests, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import Exercise, read
from grader.course.term import Course
from grader.course.text import first_line
from grader.gradebook.exceptions import Allowance
from grader.gradebook.regrades import Cell, Moved, as_points
from grader.gradebook.settle import Settled
from grader.gradebook.totals import Got, Total, total
from grader.grading.conclude import errors
from workbench.cells import grade_id

Cells = dict[str, dict[str, Cell]]  # student -> test -> what the gradebook has


@dataclass(frozen=True)
class Flip:
    """A test that gives other points than before, and why.

    Args:
        exercise, test: which one.
        before, after: its points.
        changed: whether its text is another than when it was graded before; None if unknown.
        message: what it said when it failed, before or now.
    """

    exercise: str
    test: str
    before: float
    after: float
    changed: bool | None = None
    message: str = ""


@dataclass(frozen=True)
class Change:
    """A student whose points change, or whose points given by hand are to be looked at."""

    student: str
    before: Total
    after: Total
    flips: list[Flip]
    kept: list[str] = field(default_factory=list)
    """Tests with points given by hand, which stay although the test would give others."""

    @property
    def moved(self) -> dict[str, Moved]:
        """Exercise -> points before and after, of those that change."""
        return {
            name: Moved(before=self.before.points.get(name), after=after)
            for name, after in self.after.points.items()
            if after != self.before.points.get(name)
        }


def compare(
    module: Module, found: Sequence[Exercise], settled: Settled, before: Cells, after: Cells
) -> list[Change]:
    """Return the students whose points change, or whose points given by hand are in question.

    Args:
        module: what was graded.
        found: its exercises.
        settled: the exceptions of the term.
        before, after: what the gradebook has.
    """
    changes = []
    for student in sorted(after):
        allowance, _ = settled.of(student, module.id)
        old, new = before[student], after[student]
        change = Change(
            student,
            _total(found, old, allowance),
            _total(found, new, allowance),
            _flips(found, old, new, allowance),
            _by_hand(old, new),
        )
        if change.moved or change.kept:
            changes.append(change)
    return changes


def _total(found: Sequence[Exercise], cells: Mapping[str, Cell], allowance: Allowance) -> Total:
    grades = {test: Got(cell.points, cell.waits) for test, cell in cells.items()}
    return total(found, grades, allowance)


def _flips(
    found: Sequence[Exercise],
    old: Mapping[str, Cell],
    new: Mapping[str, Cell],
    allowance: Allowance,
) -> list[Flip]:
    fixed = allowance.excused | set(allowance.points)
    return [
        Flip(exercise.name, test, old.get(test, Cell()).points, new[test].points)
        for exercise in found
        if exercise.name not in fixed
        for test in exercise.tests
        if test in new and new[test].points != old.get(test, Cell()).points
    ]


def _by_hand(old: Mapping[str, Cell], new: Mapping[str, Cell]) -> list[str]:
    """Return a line for each test whose points were given by hand and would differ now."""
    return [
        f"{test}: {was.manual:g} points given by hand stay; the test gives "
        f"{as_points(new[test].auto)} now, {as_points(was.auto)} before: look in the form grader"
        for test, was in old.items()
        if was.manual is not None and test in new and new[test].auto != was.auto
    ]


def explained(change: Change, course: Course, scratch: Course, module: Module) -> Change:
    """Return a change whose flips say whether the test was changed, and how it failed."""
    then, now = (_graded(term, module, change.student) for term in (course, scratch))
    flips = []
    for flip in change.flips:
        old, new = then.get(flip.test), now.get(flip.test)
        changed = None if old is None or new is None else old.source != new.source
        failed = old if flip.after > flip.before else new
        said = errors(failed)[0].evalue if failed is not None and errors(failed) else ""
        flips.append(replace(flip, changed=changed, message=first_line(said.strip(), 160)))
    return replace(change, flips=flips)


def _graded(course: Course, module: Module, student: str) -> dict[str, NotebookNode]:
    """Return the cells of a graded notebook by their names; none if it could not be run."""
    path = course.autograded(student, module) / f"{module.name}.ipynb"
    if not path.is_file():
        return {}
    return {name: cell for cell in read(path).cells if (name := grade_id(cell))}
