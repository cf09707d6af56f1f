"""The verbs for a bad day, `backup` and `restore`, and `migrate`, for stock nbgrader."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.course.errors import CourseError
from grader.course.term import Course
from grader.terminal import say

if TYPE_CHECKING:
    from grader.gradebook.backup import Manifest

FILE = click.Path(path_type=Path)


@click.command()
@click.argument("file", metavar="FILE", type=FILE)
@click.option("--check", "only_check", is_flag=True, help="Only check the backup in FILE.")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@click.pass_obj
def backup(course: Course, file: Path, only_check: bool, force: bool) -> None:
    """Write the whole term into one file, and check it.

    FILE is a zip archive with the gradebook, submissions, graded notebooks and feedback, and a
    manifest with the SHA-256 of each. It can be written while a class is graded. It holds names
    and marks: only you may read it, and it belongs on another disk.
    """
    from grader.gradebook.backup import back_up, check

    if only_check:
        found = check(file)
        say(f"{file} is whole: {len(found.files)} files of {found.course}, from {_time(found)}.")
        return
    written = back_up(course, file, force=force)
    for line in written.left_out:
        say(f"  left out: {line}")
    size = file.stat().st_size / 1024**2
    say(f"{len(written.manifest.files)} files, {written.size / 1024**2:.1f} MB, all checked.")
    say(f"Backup: {file} ({size:.1f} MB)")


@click.command()
@click.argument("file", metavar="FILE", type=FILE)
@click.option("--force", is_flag=True, help="Move the existing term aside, then restore.")
@click.option(
    "--sqlite", is_flag=True, help="Make the gradebook a file, even if it was in PostgreSQL."
)
@click.option("--database", metavar="URL", help="Put the gradebook into this database.")
@click.pass_obj
def restore(course: Course, file: Path, force: bool, sqlite: bool, database: str | None) -> None:
    """Restore a term from a backup.

    Everything in FILE is checked before anything in the term is touched. To look at a backup
    without touching your term, restore it elsewhere: `grader --course DIR restore FILE`.
    """
    from grader.course.database import checked_url
    from grader.gradebook.restore import restore as bring_back

    if sqlite and database:
        raise click.UsageError("--sqlite and --database exclude each other.")
    url = checked_url(database, "--database") if database else None
    restored = bring_back(course, file, force=force, sqlite=sqlite, database=url)
    if restored.aside is not None:
        say(f"The term that was there is in {restored.aside}.")
    if restored.database is not None:
        say(f"Gradebook: {restored.database}")
    found = restored.manifest
    say(f"{len(found.files)} files of {found.course}, from {_time(found)}.")
    say(f"Term: {course.folder}")


@click.command()
@click.argument("file", metavar="FILE", type=FILE)
@click.option("--to", "export", is_flag=True, help="Write FILE for stock nbgrader instead.")
@click.option(
    "--assignment",
    "pairs",
    metavar="THERE=HERE",
    multiple=True,
    help="The assignment THERE in FILE is the module HERE; may be given several times.",
)
@click.option("--force", is_flag=True, help="Replace scores that are here, or FILE with --to.")
@click.pass_obj
def migrate(course: Course, file: Path, export: bool, pairs: tuple[str, ...], force: bool) -> None:
    """Take over a gradebook of stock nbgrader.

    FILE is its gradebook.db. Students, submission times, extensions, scores, comments and
    penalties are taken over for the modules that are released here, by the names of assignments
    and cells. FILE is not changed; what does not fit is named.
    """
    from grader.gradebook.stock import take_over, write_stock

    if export:
        write_stock(course, file, force=force)
        say(f"Gradebook for nbgrader: {file}")
        return
    names = {}
    for pair in pairs:
        there, equals, here = pair.partition("=")
        if not (there and equals and here):
            raise CourseError(f"--assignment {pair}: write THERE=HERE, for example ps3=03_layers.")
        names[there] = here
    taken = take_over(course, file, names, force=force)
    for line in taken.left_out:
        say(f"  left out: {line}")
    for module, count in taken.submissions.items():
        say(f"{module}: {count} submissions taken over.")
    say(f"{taken.students} new students.")


def _time(found: "Manifest") -> str:
    return f"{found.made.astimezone():%Y-%m-%d %H:%M}"
