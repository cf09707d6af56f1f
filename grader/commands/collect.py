"""The verbs about what was handed in: `collect`, `receipt`."""

from pathlib import Path

import click

from grader.commands.options import (
    newest_option,
    pattern_option,
    released,
    trust_names_option,
)
from grader.course.term import Course
from grader.terminal import say


@click.command()
@click.argument("source", metavar="FROM", type=click.Path(path_type=Path))
@newest_option
@pattern_option
@trust_names_option
@click.pass_obj
def collect(
    course: Course, source: Path, name: str | None, pattern: str | None, trust_names: bool
) -> None:
    """Collect what was handed in.

    FROM is a folder, a zip of Canvas or Moodle, or the root of nbgrader's exchange.
    """
    from grader.submissions.collect import collect as collect_files

    # Modules are in the order of the course, so the last one is the newest.
    module = released(course, name)[-1]
    result = collect_files(course, module, source, pattern, trust_names=trust_names)
    for note in result.notes:
        say(f"  {note}")
    refused = f", {len(result.refused)} cannot be graded" if result.refused else ""
    say(
        f"{module.id}: {len(result.collected)} collected, "
        f"{len(result.unchanged)} already there{refused}."
    )


@click.command()
@click.argument("path", metavar="RECEIPT", type=click.Path(path_type=Path))
@click.pass_obj
def receipt(course: Course, path: Path) -> None:
    """Say whose collected file matches a student's RECEIPT."""
    from grader.submissions.receipt import find_receipt_owner

    say(find_receipt_owner(course, path))
