"""The verb `regrade`: grade a module's class again after a correction, with a preview."""

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

import click
from rich.table import Table
from rich.text import Text

from grader.commands.options import (
    check_cluster,
    cluster_option,
    engine_option,
    jobs_option,
    released,
    unsafe_option,
)
from grader.course.manifest import Module
from grader.course.term import Course
from grader.course.text import first_line
from grader.terminal import grade_with_progress, print_wide, say

if TYPE_CHECKING:
    from grader.grading.changes import Change, Flip
    from grader.grading.regrade import Due

MOST_NAMES = 10  # of students in a line about a test
LONGEST_REASON = 500


@click.command()
@click.option("--module", "name", metavar="NAME", required=True, help="03_layers, layers or 3.")
@click.option("--student", "who", metavar="ID", help="This student only.")
@click.option("--preview", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--because", metavar="TEXT", help="The reason, which students read.")
@jobs_option
@engine_option
@unsafe_option
@cluster_option
@click.pass_obj
def regrade(
    course: Course,
    name: str,
    who: str | None,
    preview: bool,
    because: str | None,
    jobs: int | None,
    engine: str,
    unsafe: bool,
    cluster: str | None,
) -> None:
    """Grade a module again after a correction of its tests.

    With --preview: say whose points would change, by how much and why. Otherwise write the new
    points. Points and comments given by hand stay; feedback pages give the date and the reason.
    """
    from grader.gradebook.exceptions import load
    from grader.gradebook.settle import settle
    from grader.grading import regrade as regrading

    check_cluster(cluster, engine, jobs)
    reason = _checked((because or "").strip(), preview=preview)
    (module,) = released(course, name, who)
    # A mistake in exceptions.yml is told before the grading; a preview writes nothing.
    if preview:
        load(course)
    else:
        settle(course)
    due = regrading.due(course, module, who)
    for student, why in due.left_out.items():
        say(f"  {first_line(student, 100)}: left out: {why}")
    done = "graded for the preview" if preview else "graded again"
    run = partial(_run, module, jobs, engine, unsafe, cluster, done)
    if preview:
        changes = regrading.preview(course, module, due.students, run, say)
    else:
        changes = regrading.apply(course, module, due.students, reason, run)
    _show(module, changes, due, preview=preview)
    if not preview:
        _finish(course, module)


def _checked(reason: str, *, preview: bool) -> str:
    """Return the reason that students will read; only a preview needs none."""
    if not preview and not reason:
        raise click.UsageError(
            "Say why, students read it: --because 'A test of dropout was wrong.' "
            "Or look first: --preview."
        )
    if len(reason) > LONGEST_REASON or not reason.isprintable():
        raise click.UsageError(f"--because takes one line of at most {LONGEST_REASON} characters.")
    return reason


def _run(
    module: Module, jobs: int | None, engine: str, unsafe: bool, cluster: str | None, done: str,
    course: Course, students: list[str],
) -> None:  # fmt: skip
    grade_with_progress(course, module, students, jobs, engine, unsafe, cluster, done)


def _finish(course: Course, module: Module) -> None:
    from grader.gradebook.grades import write_csv

    # Again: late penalties follow from the new points.
    say(f"Grades: {write_csv(course)}")
    say(f"Pages tell date and reason after `make feedback MODULE={module.name}`.")


def _show(module: Module, changes: "list[Change]", due: "Due", *, preview: bool) -> None:
    """Print whose points change, by how much, and why."""
    moved = [each for each in changes if each.moved]
    verb = "would change" if preview else "changed"
    what = f" Changed since they were graded: {', '.join(due.changed)}." if due.changed else ""
    say(f"{module.id}: points {verb} for {len(moved)} of {len(due.students)} students.{what}")
    if moved:
        print_wide(_table(moved))
        for line in _reasons(moved):
            say(f"  {line}")
    for change in changes:
        for line in change.kept:
            say(f"  {first_line(change.student, 100)}: {line}")
    if preview:
        say("Nothing was written.")


def _table(changes: "list[Change]") -> Table:
    """Return students with their totals before and after, and the exercises."""
    from grader.gradebook.regrades import as_points

    view = Table(box=None, padding=(0, 1, 0, 0))
    view.add_column("name", no_wrap=True)
    for title in ("before", "after", "change"):
        view.add_column(title, justify="right", no_wrap=True)
    view.add_column("exercises", no_wrap=True)
    for change in changes:
        by = change.after.score - change.before.score
        style = "green" if by > 0 else "red" if by < 0 else ""
        parts = [
            f"{name} {as_points(moved.before)} -> {as_points(moved.after)}"
            for name, moved in change.moved.items()
        ]
        view.add_row(
            Text(first_line(change.student, 100)),
            f"{change.before.score:g}",
            f"{change.after.score:g}",
            Text(f"{by:+g}", style=style),
            ", ".join(parts),
        )
    return view


def _reasons(changes: "list[Change]") -> list[str]:
    """Return a line for each test that gives other points, with the students."""
    groups: dict[tuple[str, str, bool, bool | None], list[tuple[str, Flip]]] = defaultdict(list)
    for change in changes:
        for flip in change.flips:
            key = (flip.exercise, flip.test, flip.after > flip.before, flip.changed)
            groups[key].append((change.student, flip))
    lines = []
    for (exercise, test, better, changed), found in groups.items():
        names = [first_line(student, 40) for student, _ in found[:MOST_NAMES]]
        more = f" and {len(found) - MOST_NAMES} more" if len(found) > MOST_NAMES else ""
        about = {True: " (changed)", False: " (the same text)", None: ""}[changed]
        verb = "gives more points" if better else "gives fewer points"
        said = next((flip.message for _, flip in found if flip.message), "")
        word = "before" if better else "now"
        tail = f"; it says {word}: {said}" if said else ""
        lines.append(f"{exercise}: {test}{about} {verb} to {', '.join(names)}{more}{tail}")
    return lines
