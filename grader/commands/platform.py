"""The verbs about learning platforms: `roster`, and `export`, which also writes the package."""

from pathlib import Path

import click

from grader.commands.options import MODULE, released
from grader.course.errors import CourseError
from grader.course.files import write_bytes
from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.roster.delimited import read_bytes
from grader.submissions.roster.entries import OWNER_ONLY
from grader.submissions.roster.forms import PLATFORMS, Sheet, recognise
from grader.terminal import say

FILE = click.Path(path_type=Path)


@click.command()
@click.argument("file", metavar="FILE", type=FILE)
@click.option("--module", "name", metavar="NAME", help="What a Moodle grading worksheet is for.")
@click.option("--part", is_flag=True, help="FILE has a part of the class only: nobody is gone.")
@click.pass_obj
def roster(course: Course, file: Path, name: str | None, part: bool) -> None:
    """Read the class list that a platform exports.

    FILE is a gradebook, grading worksheet or list of participants of Canvas, Moodle, Blackboard or
    Brightspace, known by its header. Says who is new, gone or doubtful; nobody is removed.
    """
    from grader.gradebook.marks import enter_students
    from grader.submissions.roster.entries import Roster
    from grader.submissions.roster.update import update

    data = read_bytes(file)
    sheet = recognise(file, data)
    module = course.manifest.module(name) if name else None
    changes = update(course, sheet, data, module, part=part)
    for title in ("new", "gone", "doubtful"):
        for line in getattr(changes, title):
            say(f"  {title}: {line}")
    people = Roster(course)
    enter_students(course, list(people.entries.values()))
    say(
        f"{sheet.form.platform} {sheet.form.kind}: {changes.people} people, "
        f"{len(changes.new)} new, {len(changes.gone)} gone, {len(changes.doubtful)} doubtful."
    )
    say(f"Roster: {people.path}")


@click.command()
@click.option(
    "--to",
    "platform",
    type=click.Choice(PLATFORMS),
    help="Write marks as this platform imports them, instead of the package.",
)
@click.option("--module", "name", metavar="NAME", help=f"Marks of this module. {MODULE} newest.")
@click.option(
    "--file",
    "file",
    metavar="FILE",
    type=FILE,
    help="The platform's export to fill. Default: the one that `grader roster` read last.",
)
@click.option(
    "--column", metavar="NAME", help="The column to fill. Default: named like the module."
)
@click.option("--section", metavar="NAME", help="Only the people of this section.")
@click.option(
    "--penalty/--no-penalty",
    default=True,
    show_default=True,
    help="Deduct the late policy's penalty from late work.",
)
@click.option("--waiting", is_flag=True, help="Also marks that still lack the written answers.")
@click.option("--missing", is_flag=True, help="Give 0 points for no submission.")
@click.option("--scale", is_flag=True, help="Fit points to the column's maximum.")
@click.option(
    "--out", "target", metavar="FILE", type=FILE, help="Where to write. Default: COURSE/platform/."
)
@click.pass_context
def export(context: click.Context, /, platform: str | None, **options: object) -> None:
    """Write the package from the notebooks, or marks for a platform.

    Without --to: clean the source notebooks and write tinytorch/ from them, with the tables that
    the visible checks of a release look things up in.

    With --to: write marks in the file that a learning platform imports. It is the platform's own
    export with one column filled, in its encoding, separator and order.
    """
    course: Course = context.obj
    if platform is not None:
        _export_marks(course, platform, **options)  # type: ignore[arg-type]
        return
    given = [
        name
        for name in options
        if context.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT
    ]
    if given:
        raise click.UsageError("These options are for marks: add a platform, such as --to canvas.")
    _export_package(course)


def _export_package(course: Course) -> None:
    from grader.release.export import export as write_package
    from grader.release.tables import write_tables

    changed = write_package(course.root)
    for path in changed:
        say(f"Written: {path.relative_to(course.root)}")
    if not changed:
        say("Notebooks are clean, and the package is as they export it.")
    # After the package, which the tables are computed with.
    write_tables(course)


def _export_marks(
    course: Course,
    platform: str,
    name: str | None,
    file: Path | None,
    column: str | None,
    section: str | None,
    penalty: bool,
    waiting: bool,
    missing: bool,
    scale: bool,
    target: Path | None,
) -> None:
    from grader.gradebook.marks import Rules, marks
    from grader.gradebook.platform import Order, choose_column, factor, fill, plain_table
    from grader.submissions.people import People

    module = released(course, name)[-1]
    people = People(course)
    if platform == "csv" and (file or column or scale):
        raise click.UsageError("--to csv fills no file: leave out --file, --column and --scale.")
    # Before the marks are read: a wrong file or a missing roster is told at once.
    sheet = None if platform == "csv" else _table_of(course, module, platform, file)
    if sheet is not None and not people.roster:
        raise CourseError("There is no roster yet: run `grader roster FILE` with the same file.")
    found, points = marks(course, module, Rules(penalty, waiting, missing))
    if sheet is None:
        filled, ending = plain_table(people, found, points, section or ""), "csv"
    else:
        place = choose_column(sheet, (module.id, module.name, module.title), column)
        scaled = factor(sheet, place, points, scale=scale)
        filled = fill(sheet, people, found, Order(module.id, place, section or "", scaled))
        ending = "xls" if sheet.table.style.separator == "\t" else "csv"
    path = target or course.folder / "platform" / f"{module.id}-{platform}.{ending}"
    if sheet is not None and path.resolve() == sheet.table.path.resolve():
        raise CourseError(f"{path} is the platform's export: give --out another name.")
    write_bytes(path, filled.data, mode=OWNER_ONLY)
    _say_what_lacks(course, module, filled.notes)
    replaced = f", {filled.changed} in place of another" if filled.changed else ""
    say(f"{module.id}: {filled.written} marks{replaced}: {path}")


def _say_what_lacks(course: Course, module: Module, notes: list[str]) -> None:
    from grader.grading.due import standing, summary

    for line in [*notes, *summary(module, standing(course, module, course.students(module)))]:
        say(f"  {line}")


def _table_of(course: Course, module: Module, platform: str, file: Path | None) -> Sheet:
    """The platform's export: the given one, or the newest that the roster was read from."""
    from grader.submissions.roster.update import kept_table

    if file is None:
        # A grading worksheet is for this module alone, so it comes first.
        kept = (kept_table(course, platform, module.id), kept_table(course, platform))
        file = next((each for each in kept if each.is_file()), None)
    if file is None:
        raise CourseError(
            f"There is no export of {platform.capitalize()} to fill: download it there,"
            " then give it with --file, or read it with `grader roster`."
        )
    sheet = recognise(file, read_bytes(file))
    if sheet.form.platform != platform:
        raise CourseError(f"{file}: row 1: this is an export of {sheet.form.platform}.")
    return sheet
