"""The verb that grades what is handed in at once: `watch`."""

import signal
from pathlib import Path
from types import FrameType

import click

from grader.commands.options import (
    engine_option,
    jobs_option,
    newest_option,
    pattern_option,
    released,
    trust_names_option,
    unsafe_option,
)
from grader.course.errors import Stopped
from grader.course.term import Course
from grader.terminal import say


class Terminated(BaseException):
    """The system asks the process to end; like an interrupt, no handler of errors stops it."""


@click.command()
@click.argument("source", metavar="FROM", type=click.Path(path_type=Path))
@newest_option
@pattern_option
@trust_names_option
@jobs_option
@engine_option
@unsafe_option
@click.pass_obj
def watch(
    course: Course,
    source: Path,
    name: str | None,
    pattern: str | None,
    trust_names: bool,
    jobs: int | None,
    engine: str,
    unsafe: bool,
) -> None:
    """Grade what is handed in as soon as it arrives.

    FROM is a folder, or the root of nbgrader's exchange. What arrived before is graded first. Each
    submission gets its marks, its feedback page and one line here. Ctrl-C stops; the same command
    goes on.
    """
    from grader.submissions.inbox import Inbox
    from grader.watch.watch import watch as watch_inbox

    module = released(course, name)[-1]
    inbox = Inbox(course, module, source, pattern, trust_names=trust_names, note=say)
    asked_to_end = False

    def end(number: int, frame: FrameType | None) -> None:
        nonlocal asked_to_end
        asked_to_end = True
        raise Terminated

    before = signal.signal(signal.SIGTERM, end)
    try:
        watch_inbox(course, module, inbox, jobs=jobs, engine=engine, unsafe=unsafe, say=say)
    except (KeyboardInterrupt, Terminated):
        rest = "Start the watch again to grade the rest."
        # The watcher of files makes an interrupt of any signal.
        if not asked_to_end:
            raise Stopped(f"Stopped. {rest}") from None
        say(f"{module.id}: ended. {rest}")
    finally:
        signal.signal(signal.SIGTERM, before)
