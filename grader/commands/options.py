"""Options that several verbs share, and the modules that they select."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.grading.engines import DEFAULT, ENGINES

FC = TypeVar("FC", bound=Callable[..., Any])
MODULE = "03_layers, layers or 3. Default:"

module_option = click.option("--module", "name", metavar="NAME", help=f"{MODULE} every module.")
newest_option = click.option(
    "--module", "name", metavar="NAME", help=f"{MODULE} the newest that is released."
)
engine_option = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=DEFAULT,
    show_default=True,
    help="Where submissions run: each in a sandbox, apart from the tests, "
    "or in nbgrader's kernels.",
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="How many at a time. Default: one for each processor.",
)
unsafe_option = click.option(
    "--unsafe",
    is_flag=True,
    help="Run submissions without a sandbox. Every grade says so.",
)
cluster_option = click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Grade on the workers of a Dask scheduler, such as tcp://host:8786.",
)
pattern_option = click.option(
    "--pattern", metavar="REGEX", help="File path pattern, with groups student_id and file_id."
)
trust_names_option = click.option(
    "--trust-names",
    is_flag=True,
    help="In an exchange, trust the student and time in folder names.",
)


def to_option(folder: str) -> Callable[[FC], FC]:
    """The option `--to`, whose default is `folder`."""
    return click.option(
        "--to",
        "target",
        metavar="DIR",
        default=folder,
        show_default=True,
        help="Where to write it.",
    )


def check_cluster(cluster: str | None, engine: str, jobs: int | None) -> None:
    """Refuse the options that a cluster does not take, before any work."""
    if cluster is None:
        return
    # The default on Linux, so no --engine is needed.
    if engine != "wall":
        raise click.UsageError("--engine nbgrader cannot use a cluster: use --engine wall.")
    if jobs:
        raise click.UsageError("--jobs applies to this machine only: leave it out with --cluster.")


def chosen(course: Course, name: str | None) -> list[Module]:
    """The module called `name`, or all of them."""
    return [course.manifest.module(name)] if name else course.manifest.modules


def released(course: Course, name: str | None, who: str | None = None) -> list[Module]:
    """Like `chosen`, but by default only released modules, and only those `who` handed in."""
    # A module that is named stays, so that its verb can say that it is not released.
    modules = [
        module for module in chosen(course, name) if name or course.release(module).is_file()
    ]
    if not modules:
        raise CourseError(f"Nothing is released in {course.folder} yet: run `make release` first.")
    if who is not None:
        modules = [module for module in modules if who in course.students(module)]
        if not modules:
            of = f" for {name}" if name else ""
            raise CourseError(
                f"There is nothing from {who!r} under {course.folder / 'submitted'}{of}."
            )
    return modules
