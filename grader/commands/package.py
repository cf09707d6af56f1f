"""The verb that makes an autograder for another system: `package`."""

from pathlib import Path

import click

from grader.commands.options import released
from grader.course.files import write_bytes
from grader.course.term import Course
from grader.submissions.roster.entries import OWNER_ONLY
from grader.terminal import say

SYSTEMS = ("gradescope", "github")
VISIBILITIES = ("visible", "after_due_date", "after_published", "hidden")


@click.command()
@click.argument("name", metavar="MODULE", required=False)
@click.option(
    "--for",
    "system",
    type=click.Choice(SYSTEMS),
    required=True,
    help="Gradescope's autograder zip, or a template repository for GitHub Classroom.",
)
@click.option(
    "--to",
    "target",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Where to write it. Default: package/ in the term's folder.",
)
@click.option(
    "--visibility",
    type=click.Choice(VISIBILITIES),
    default="visible",
    show_default=True,
    help="When Gradescope shows a student the results of hidden tests.",
)
@click.pass_obj
def package(
    course: Course, name: str | None, system: str, target: Path | None, visibility: str
) -> None:
    """Make an autograder of a module for Gradescope or GitHub Classroom.

    MODULE is 03_layers, layers or 3; by default the newest that is released.
    """
    from grader.autograder.github import write_template
    from grader.autograder.pack import gradescope_zip

    module = released(course, name)[-1]
    folder = course.folder / "package"
    if system == "gradescope":
        path = target or folder / f"{module.id}-gradescope.zip"
        write_bytes(path, gradescope_zip(course, module, visibility), mode=OWNER_ONLY)
        say(f"{module.id}: autograder for Gradescope: {path}")
        say("It holds solutions and hidden tests: upload it, and give it to nobody.")
        return
    path = target or folder / f"{module.id}-github"
    write_template(course, module, path)
    say(f"{module.id}: template repository for GitHub Classroom: {path}")
    say("It grades with the visible tests; hidden tests stay with you (docs/handing-in.md).")
