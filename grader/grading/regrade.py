"""Grade a module's class again after a correction: first as a preview, then for good.

The preview grades in a term of its own in a temporary folder, with the same submissions and the
same seed, and writes nothing into the real one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import (
    Assignment,
    Grade,
    Gradebook,
    GradeCell,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import select, update

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.notebook import exercises, read
from grader.course.term import Course
from grader.gradebook.regrades import Cell, Regrade, load, save
from grader.gradebook.settle import current
from grader.grading.changes import Cells, Change, compare, explained
from grader.grading.due import standing
from grader.grading.scratch import Scratch
from grader.release.make import difference, release

Run = Callable[[Course, list[str]], None]  # grades these students in that term
Note = Callable[[str], None]


@dataclass(frozen=True)
class Due:
    """Whom to grade again, and what has changed since they were graded."""

    students: list[str]
    changed: list[str]
    left_out: dict[str, str]
    """Student -> why they are not graded again."""


def due(course: Course, module: Module, student: str | None = None) -> Due:
    """Return the students who have scores for what they handed in last.

    Raises:
        CourseError: if nobody has.
    """
    students = course.students(module) if student is None else [student]
    found = standing(course, module, students)
    names: set[str] = set()
    left_out, able = {}, []
    for who, changed in found.items():
        if changed is None:
            left_out[who] = "has no scores yet"
        elif "submission" in changed:
            left_out[who] = "has handed in again since"
        else:
            able.append(who)
            names.update(changed)
    if not able:
        raise CourseError(
            f"{module.id}: nobody to grade again: run `make grade MODULE={module.name}` first."
        )
    return Due(able, sorted(names), left_out)


def preview(
    course: Course, module: Module, students: list[str], run: Run, note: Note
) -> list[Change]:
    """Return what grading again would change, and write nothing into the term.

    Args:
        course, module, students: whom to grade.
        run: grades students in a term.
        note: called with each line about the module that a person should read.
    """
    with _copy(course, module) as scratch:
        if different := difference(course.release(module), scratch.release(module)):
            note(
                f"{module.id}: students would see a difference ({different}): run `make release "
                f"MODULE={module.name}` before this is applied."
            )
        run(scratch, students)
        with course.gradebook() as gradebook:
            before, settled = _cells(gradebook, module, students), current(course, gradebook)
        with scratch.gradebook() as gradebook:
            after = _kept_by_hand(before, _cells(gradebook, module, students))
        found = exercises(read(course.source(module)))
        changes = compare(module, found, settled, before, after)
        return [explained(each, course, scratch, module) for each in changes]


def apply(
    course: Course, module: Module, students: list[str], because: str, run: Run
) -> list[Change]:
    """Grade again, keep what was given by hand, and record date, reason and what has changed.

    If this is stopped, the next call goes on with what the gradebook had before the first.

    Args:
        course, module, students: whom to grade.
        because: the reason, which students read.
        run: grades students in a term.
    """
    known = load(course, module)
    records = [each for each in known if each.done]
    stopped = [each for each in known if not each.done]
    with course.gradebook() as gradebook:
        before = _cells(gradebook, module, students)
    for each in stopped:
        before |= {who: cells for who, cells in each.before.items() if who in before}
    at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    record = Regrade(at=at, because=because, before=before)
    # Before the first score is written: a run that is stopped must not lose what there was.
    save(course, module, [*records, record])
    try:
        run(course, students)
    except CourseError:
        with course.gradebook() as gradebook:
            nothing_written = _cells(gradebook, module, students) == before
        if nothing_written:
            save(course, module, known)
        raise
    with course.gradebook() as gradebook:
        _confirm(gradebook, module, before)
        after = _cells(gradebook, module, students)
        settled = current(course, gradebook)
    changes = compare(module, exercises(read(course.source(module))), settled, before, after)
    moved = {each.student: each.moved for each in changes if each.moved}
    save(course, module, [*records, record.model_copy(update={"done": True, "moved": moved})])
    return changes


@contextmanager
def _copy(course: Course, module: Module) -> Iterator[Course]:
    """A term with the same submissions and seed, released from the source as it is now."""
    with Scratch() as place:
        scratch = Course(course.root, Path(place) / "term")
        scratch.folder.mkdir()
        (scratch.folder / "seed").write_text(f"{course.seed}\n", encoding="utf-8")
        # Read only, by either engine.
        (scratch.folder / "submitted").symlink_to(course.folder / "submitted")
        release(scratch, module)
        yield scratch


QUERY = (
    select(
        SubmittedAssignment.student_id, GradeCell.name, Grade.id, Grade.auto_score,
        Grade.manual_score, Grade.extra_credit, Grade.needs_manual_grade,
    )
    .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
    .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
    .join(GradeCell, GradeCell.id == Grade.cell_id)
    .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
)  # fmt: skip


def _cells(gradebook: Gradebook, module: Module, students: list[str]) -> Cells:
    """Return what the gradebook has for `students`."""
    found: Cells = {student: {} for student in students}
    for who, test, _, auto, manual, extra, waits in gradebook.db.execute(
        QUERY.where(Assignment.name == module.id)
    ):
        if who in found:
            found[who][test] = Cell(auto=auto, manual=manual, extra=extra, waits=bool(waits))
    return found


def _kept_by_hand(before: Cells, fresh: Cells) -> Cells:
    """Return new points with those that were given by hand, as `apply` leaves them."""
    after: Cells = {}
    for student, cells in fresh.items():
        after[student] = {}
        for test, cell in cells.items():
            old = before[student].get(test, Cell())
            waits = cell.waits
            if old.manual is not None:
                waits = old.waits or old.auto != cell.auto
            after[student][test] = Cell(
                auto=cell.auto, manual=old.manual, extra=old.extra, waits=waits
            )
    return after


def _confirm(gradebook: Gradebook, module: Module, before: Cells) -> None:
    """Take back that a person has to look at points given by hand where the test gives the same.

    nbgrader asks for it after each grading, as if the student had handed in again.
    """
    for who, test, row, auto, manual, _, waits in gradebook.db.execute(
        QUERY.where(Assignment.name == module.id)
    ).all():
        old = before.get(who, {}).get(test)
        if waits and manual is not None and old and not old.waits and old.auto == auto:
            gradebook.db.execute(
                update(Grade).where(Grade.id == row).values(needs_manual_grade=False)
            )
    gradebook.db.commit()
