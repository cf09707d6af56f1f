"""The command line, `grader VERB`: the verbs of `grader.commands`; `make` calls the common ones."""

import errno
import os
import sys

import click

from grader.commands.author import answers, check, lab, proof
from grader.commands.backup import backup, migrate, restore
from grader.commands.collect import collect, receipt
from grader.commands.grade import demo, feedback, grade, grades
from grader.commands.package import package
from grader.commands.platform import export, roster
from grader.commands.regrade import regrade
from grader.commands.release import lite, release, student
from grader.commands.report import report
from grader.commands.scripts import audio, bench, binder, site, slides
from grader.commands.watch import watch
from grader.course.errors import RERUN, CourseError, Stopped
from grader.course.term import ROOT, Course

# What a user can fix; any other OSError keeps its traceback.
DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EROFS, errno.ENOTDIR)
WIDTH = 66  # of what is said about a verb in the list, so that a line fits a terminal of 80 columns
OWN_FOLDER = (
    "demo",
    "proof",
)  # verbs that work in a folder of their own name, so that no real term is touched
VERBS = {
    "Run a term": (
        release,
        roster,
        collect,
        receipt,
        grade,
        watch,
        regrade,
        grades,
        feedback,
        report,
    ),
    "Keep a term": (backup, restore, migrate),
    "Give out": (student, package, lite, site, slides, audio),
    "Change the course": (lab, export, check, answers, proof, bench, binder, demo),
}


class Verbs(click.Group):
    """The verbs by what they are for. What a user can mend becomes one line and an exit code."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb; an interrupt or an error of the disk ends it with one line."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Stopped(f"Stopped. {RERUN}") from None
        except OSError as error:
            if error.errno not in DISK_ERRORS:
                raise
            raise CourseError(
                f"{error.strerror}: {error.filename or 'the course folder'}."
            ) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs in their sections."""
        width = max(map(len, self.commands))
        for title, verbs in VERBS.items():
            with formatter.section(title):
                formatter.write_dl(
                    [
                        (str(verb.name).ljust(width), verb.get_short_help_str(WIDTH))
                        for verb in verbs
                    ]
                )


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--course", "folder", metavar="DIR", help="The term's folder. Default: $COURSE, else course/."
)
@click.pass_context
def main(context: click.Context, folder: str | None) -> None:
    """Release, grade and give feedback on the modules of this course."""
    if str(ROOT) not in sys.path:  # where a rule for late work may lie that the manifest names
        sys.path.append(str(ROOT))
    verb = context.invoked_subcommand
    own = verb if verb in OWN_FOLDER and not os.environ.get("COURSE") else None
    context.obj = Course.here(folder or own)


for section in VERBS.values():
    for command in section:
        main.add_command(command)
