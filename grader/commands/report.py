"""The verb that shows the class at a glance: `report`."""

from pathlib import Path

import click

from grader.commands.options import newest_option, released
from grader.course.files import write_text
from grader.course.term import Course
from grader.submissions.roster.entries import OWNER_ONLY
from grader.terminal import say

FILE = click.Path(path_type=Path, dir_okay=False)
STDOUT = "-"


@click.command()
@newest_option
@click.option("--section", metavar="NAME", default="", help="Only the people of this section.")
@click.option("--anonymous", is_flag=True, help="Leave out names and code, to show it in class.")
@click.option(
    "--alike",
    "threshold",
    metavar="PERCENT",
    type=click.IntRange(1, 100),
    default=60,
    show_default=True,
    help="Show pairs that share at least this much of their own code.",
)
@click.option(
    "--out", "target", metavar="FILE", type=FILE, help="Where to write. Default: COURSE/reports/."
)
@click.option(
    "--json",
    "data",
    metavar="[FILE]",
    is_flag=False,
    flag_value=STDOUT,
    help="Write the figures as JSON instead of the page: to the terminal, or to FILE.",
)
@click.pass_obj
def report(
    course: Course,
    name: str | None,
    section: str,
    anonymous: bool,
    threshold: int,
    target: Path | None,
    data: str | None,
) -> None:
    """Show the class at a glance, on one page.

    The page has who handed in, the distribution of points, how each task went, the misconceptions
    ranked by how many students had them, who needs help, submissions to look at by hand, and pairs
    that are alike. It has names and is readable by its owner only; --anonymous leaves them out.
    """
    from grader.report.anonymous import without_names
    from grader.report.make import make_report
    from grader.report.page import page

    if data is not None and target is not None:
        raise click.UsageError("--out is for the page; give --json the name of its file.")
    module = released(course, name)[-1]
    found = make_report(course, module, section=section, threshold=threshold / 100)
    if anonymous:
        found = without_names(found)
    if data is not None:
        text = found.model_dump_json(indent=1) + "\n"
        if data == STDOUT:
            click.echo(text, nl=False)
            return
        path = Path(data)
    else:
        text = page(found)
        ending = "-anonymous.html" if anonymous else ".html"
        path = target or course.folder / "reports" / f"{module.id}{ending}"
    write_text(path, text, mode=OWNER_ONLY)
    say(f"{module.id}: report: {path}")
