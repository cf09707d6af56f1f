"""The instructor's command line. `make` calls it; `python -m grader --help` lists what it can do."""

import errno
from contextlib import suppress
from pathlib import Path

import click

from grader.course import Course
from grader.engines import DEFAULT, ENGINES
from grader.errors import RERUN, CourseError, NoNamespaces, Stopped
from grader.manifest import Module
from grader.terminal import console, grade_with_progress, print_table, say

DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EROFS, errno.ENOTDIR)


class CourseCommands(click.Group):
    """Turns what a user can mend into one line and an exit code."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Stopped(f"Stopped. {RERUN}") from None
        except OSError as error:
            if error.errno not in DISK_ERRORS:
                raise
            raise CourseError(f"{error.strerror}: {error.filename or 'the course folder'}.") from None


@click.group(cls=CourseCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--course", "folder", metavar="DIR", help="The term's folder. Default: $COURSE, else course/.")
@click.pass_context
def main(context: click.Context, folder: str | None) -> None:
    """Release, grade and give feedback on the modules of this course."""
    context.obj = Course.here(folder)


engine_option = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=DEFAULT,
    show_default=True,
    help="What runs the submissions: a jail for each, apart from the tests, or nbgrader's kernels.",
)
module_option = click.option("--module", "name", metavar="NAME", help="03_layers, layers or 3. Default: every module.")
newest_option = click.option(
    "--module", "name", metavar="NAME", help="03_layers, layers or 3. Default: the newest that is released."
)


def chosen(course: Course, name: str | None) -> list[Module]:
    """The module called `name`, or all of them."""
    return [course.manifest.module(name)] if name else course.manifest.modules


def released(course: Course, name: str | None, who: str | None = None) -> list[Module]:
    """Like `chosen`, but without a name only what has been released; of one student, only what they handed in."""
    modules = [module for module in chosen(course, name) if name or course.release(module).is_file()]
    if not modules:
        raise CourseError(f"Nothing is released in {course.folder} yet: run `make release` first.")
    if who is not None:
        modules = [module for module in modules if who in course.students(module)]
        if not modules:
            of = f" for {name}" if name else ""
            raise CourseError(f"There is nothing from {who!r} under {course.folder / 'submitted'}{of}.")
    return modules


@main.command()
@module_option
@click.pass_obj
def release(course: Course, name: str | None) -> None:
    """Make the release of a module, without solutions and hidden tests."""
    from grader.release import release as make_release

    for module in chosen(course, name):
        path = make_release(course, module)
        say(f"Released {module.id}, {module.max_points} points: {path}")


@main.command()
@newest_option
@click.option("--to", "target", metavar="DIR", default="student", show_default=True, help="Where to write it.")
@click.pass_obj
def student(course: Course, name: str | None, target: str) -> None:
    """Write the student edition of a module into a folder that works on its own."""
    from grader.edition import write_edition

    module = released(course, name)[-1]
    report = write_edition(course, module, Path(target))
    say(f"Student edition of {module.id}: {len(report.written)} files written to {target}")
    for path in report.kept:
        say(f"Kept the student's own {path}")


@main.command()
@click.argument("source", metavar="FROM", type=click.Path(path_type=Path))
@newest_option
@click.option("--pattern", metavar="REGEX", help="How the files are called: groups student_id and file_id.")
@click.option("--trust-names", is_flag=True, help="In an exchange: believe whose a folder says it is, and from when.")
@click.pass_obj
def collect(course: Course, source: Path, name: str | None, pattern: str | None, trust_names: bool) -> None:
    """Collect what was handed in: FROM is a folder, a zip of Canvas or Moodle, or nbgrader's exchange."""
    from grader.collect import collect as collect_files

    module = released(course, name)[-1]
    result = collect_files(course, module, source, pattern, trust_names=trust_names)
    for note in result.notes:
        say(f"  {note}")
    refused = f", {len(result.refused)} cannot be graded" if result.refused else ""
    say(f"{module.id}: {len(result.collected)} collected, {len(result.unchanged)} already there{refused}.")


@main.command()
@click.argument("path", metavar="RECEIPT", type=click.Path(path_type=Path))
@click.pass_obj
def receipt(course: Course, path: Path) -> None:
    """Say whose collected file a student's RECEIPT belongs to."""
    from grader.receipt import owner

    say(owner(course, path))


@main.command()
@newest_option
@click.option("--to", "target", metavar="DIR", default="lite", show_default=True, help="Where to write it.")
@click.option(
    "--pyodide", type=click.Path(path_type=Path), envvar="PYODIDE", help="An unpacked Pyodide. Default: $PYODIDE."
)
@click.option("--serve", "port", type=click.IntRange(1, 65535), metavar="PORT", help="Then serve it on this machine.")
@click.pass_obj
def lite(course: Course, name: str | None, target: str, pyodide: Path | None, port: int | None) -> None:
    """Build the site on which a module is worked on in the browser, without a server."""
    from grader.lite.pyodide import open_pyodide
    from grader.lite.serve import server
    from grader.lite.site import build_site, size

    module = released(course, name)[-1]
    web = server(Path(target), port) if port else None  # a port that is taken is told before the work
    site = build_site(course, module, open_pyodide(pyodide), Path(target))
    say(f"Site of {module.id}, {size(site) / 2**20:.0f} MB: {site}")
    if web is None:
        say("Put this folder on any host of static files, or look at it here: make lite SERVE=8000")
    else:
        say(f"Open http://127.0.0.1:{web.server_port} (end with Ctrl+C)")
        with web, suppress(KeyboardInterrupt):
            web.serve_forever()


@main.command()
@module_option
@click.option("--student", "who", metavar="ID", help="Grade this student only.")
@click.option("--again", is_flag=True, help="Grade also what has not changed since it was graded.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many at a time. Default: one for each processor.")
@engine_option
@click.option("--unsafe", is_flag=True, help="Grade even where submissions cannot be locked in. Every grade says so.")
@click.option("--cluster", metavar="ADDRESS", help="Grade on the workers of a Dask scheduler, such as tcp://host:8786.")
@click.pass_obj
def grade(
    course: Course,
    name: str | None,
    who: str | None,
    again: bool,
    jobs: int | None,
    engine: str,
    unsafe: bool,
    cluster: str | None,
) -> None:
    """Grade what was handed in, print the points and write grades.csv."""
    from grader.batch import to_grade

    if cluster and engine != "wall":
        raise click.UsageError("--cluster sends what the isolated engine runs: leave --engine out.")
    if cluster and jobs:
        raise click.UsageError("--jobs counts on this machine; a cluster runs as many at a time as its workers allow.")
    for module in released(course, name, who):
        students = to_grade(course, module, again=again or who is not None, student=who)
        if not students:
            say(f"{module.id}: nothing new to grade.")
        else:
            grade_with_progress(course, module, students, jobs, engine, unsafe, cluster)
        if course.students(module):
            print_table(course, module)


@main.command()
@module_option
@click.option("--student", "who", metavar="ID", help="For this student only.")
@click.pass_obj
def feedback(course: Course, name: str | None, who: str | None) -> None:
    """Write the pages that students get back."""
    from grader.feedback import write_feedback

    for module in released(course, name, who):
        students = [who] if who else course.students(module)
        written = sum(write_feedback(course, module, each) for each in students)
        say(f"{module.id}: feedback for {written} students under {course.folder / 'feedback'}")


@main.command()
@click.pass_obj
def check(course: Course) -> None:
    """Check that sources, package and releases agree and that no product tells a secret."""
    from grader.check import problems

    found = problems(course)
    for problem in found:
        click.echo(problem)
    if found:
        raise CourseError(f"{len(found)} problem(s) found.")
    say("Notebooks, package and releases are in order.")


@main.command()
@click.pass_context
def demo(context: click.Context) -> None:
    """Grade a small made-up class, from release to feedback."""
    from grader.demo import make_class, who_is_who

    course: Course = context.obj
    module = course.manifest.module("layers")
    say(f"Releasing {module.id} and handing in for a class of eleven ...")
    make_class(course, module)
    students = course.students(module)
    try:
        grade_with_progress(course, module, students, jobs=None)
    except NoNamespaces:  # what is handed in here is our own: it may run in kernels without a jail
        say("This system cannot lock submissions in: the demo runs its own in nbgrader's kernels, which take longer.")
        grade_with_progress(course, module, students, jobs=None, engine="nbgrader")
    print_table(course, module)
    say(f"The class: {who_is_who()}.")
    context.invoke(feedback, name=module.id, who=None)
    say(f"Grades:   {course.folder / 'grades.csv'}")
    say(f"Feedback: {course.folder / 'feedback'}/<student>/{module.id}/{module.name}.html")


@main.command()
@module_option
@click.option("--one-in", type=click.IntRange(min=1), default=1, show_default=True, help="Take every N-th answer only.")
@engine_option
@click.pass_obj
def proof(course: Course, name: str | None, one_in: int, engine: str) -> None:
    """Run the library of wrong and right answers through the grading and count."""
    from grader.proof import prove, save, table

    failed = 0
    for module in chosen(course, name):
        result = prove(course, module, one_in=one_in, engine=engine)
        path = course.folder / f"proof_{module.id}.json"
        save(result, path)
        console.print(table(result))
        for line in result.complaints():
            say(f"  {line}")
        say(f"Everything in detail: {path}")
        failed += not result.holds
    if failed:
        raise CourseError("The proof does not hold; the lines above say where.")
