"""The verbs that write what students get: `release`, `student`, `lite`."""

from contextlib import suppress
from pathlib import Path

import click

from grader.commands.options import chosen, module_option, newest_option, released, to_option
from grader.course.manifest import Module
from grader.course.term import Course
from grader.terminal import say


@click.command()
@module_option
@click.pass_obj
def release(course: Course, name: str | None) -> None:
    """Make the release of a module, without solutions and hidden tests."""
    # Imported here, since it loads nbgrader: `grader --help` does not wait for it.
    from grader.release.make import release as make_release

    for module in chosen(course, name):
        notes: list[str] = []
        path = make_release(course, module, notes.append)
        say(f"Released {module.id}, {module.max_points} points: {path}")
        for line in notes:
            say(f"  {line}")
        # Before the first submission, no marks can be stale.
        if course.students(module):
            _say_what_it_means(course, module)


def _say_what_it_means(course: Course, module: Module) -> None:
    """After a release: the marks that are stale by it, and grades.csv with the points of now."""
    from grader.gradebook.grades import above_maximum, write_csv
    from grader.grading.due import standing, summary

    found = standing(course, module, course.students(module))
    marked = {student: changed for student, changed in found.items() if changed is not None}
    if marked:
        write_csv(course)
    for line in [*above_maximum(course, module), *summary(module, marked)]:
        say(f"  {line}")


def _say_if_stale(course: Course, module: Module) -> None:
    """Before a release is handed out: whether it is what its source gives now."""
    from grader.release.record import stale

    # Nothing that is handed out comes from the gradebook, and nbgrader takes seconds to load.
    if line := stale(course, module, gradebook=False):
        # A warning: the release that exists is handed out all the same.
        click.echo(line, err=True)


@click.command()
@newest_option
@to_option("student")
@click.pass_obj
def student(course: Course, name: str | None, target: str) -> None:
    """Write the student edition of a module, a folder of its own."""
    from grader.release.edition import write_edition

    module = released(course, name)[-1]
    _say_if_stale(course, module)
    report = write_edition(course, module, Path(target))
    say(f"Student edition of {module.id}: {len(report.written)} files written to {target}")
    for path in report.kept:
        say(f"Kept the student's own {path}")


@click.command()
@newest_option
@to_option("lite")
@click.option(
    "--pyodide",
    type=click.Path(path_type=Path),
    envvar="PYODIDE",
    help="An unpacked Pyodide. Default: $PYODIDE.",
)
@click.option(
    "--serve",
    "port",
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="Then serve it on this machine.",
)
@click.pass_obj
def lite(
    course: Course, name: str | None, target: str, pyodide: Path | None, port: int | None
) -> None:
    """Build the site for working on a module in the browser alone."""
    from grader.release.lite.pyodide import open_pyodide
    from grader.release.lite.serve import server
    from grader.release.lite.site import build_site, size

    module = released(course, name)[-1]
    _say_if_stale(course, module)
    web = (
        server(Path(target), port) if port else None
    )  # a port that is taken is told before the work
    site = build_site(course, module, open_pyodide(pyodide), Path(target))
    say(f"Site of {module.id}, {size(site) / 2**20:.0f} MB: {site}")
    if web is None:
        say(
            "Put this folder on any host of static files, or look at it here: "
            "grader lite --serve 8000"
        )
    else:
        say(f"Open http://127.0.0.1:{web.server_port} (end with Ctrl+C)")
        with web, suppress(KeyboardInterrupt):
            web.serve_forever()
