"""The instructor's command line. `make` calls it; `python -m grader --help` lists what it can do."""

import errno
from contextlib import suppress
from pathlib import Path

import click

from grader.course.manifest import Module
from grader.course.term import Course
from grader.errors import RERUN, CourseError, NoNamespaces, StaleRelease, Stopped
from grader.grading.engines import DEFAULT, ENGINES
from grader.terminal import console, grade_with_progress, print_table, say
from grader.text import in_a_line

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
            raise CourseError(
                f"{error.strerror}: {error.filename or 'the course folder'}."
            ) from None


@click.group(cls=CourseCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--course", "folder", metavar="DIR", help="The term's folder. Default: $COURSE, else course/."
)
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
module_option = click.option(
    "--module", "name", metavar="NAME", help="03_layers, layers or 3. Default: every module."
)
newest_option = click.option(
    "--module",
    "name",
    metavar="NAME",
    help="03_layers, layers or 3. Default: the newest that is released.",
)


def chosen(course: Course, name: str | None) -> list[Module]:
    """The module called `name`, or all of them."""
    return [course.manifest.module(name)] if name else course.manifest.modules


def released(course: Course, name: str | None, who: str | None = None) -> list[Module]:
    """Like `chosen`, but without a name only what has been released; of one student, only what they handed in."""
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


@main.command()
@module_option
@click.pass_obj
def release(course: Course, name: str | None) -> None:
    """Make the release of a module, without solutions and hidden tests."""
    from grader.release.make import release as make_release

    for module in chosen(course, name):
        notes: list[str] = []
        path = make_release(course, module, notes.append)
        say(f"Released {module.id}, {module.max_points} points: {path}")
        for line in notes:
            say(f"  {line}")
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

    if line := stale(course, module, gradebook=False):
        click.echo(line, err=True)


@main.command()
@click.pass_obj
def export(course: Course) -> None:
    """Clean the source notebooks and write tinytorch/ from them."""
    from grader.release.export import export as write_package

    changed = write_package(course.root)
    for path in changed:
        say(f"Written: {path.relative_to(course.root)}")
    if not changed:
        say("Notebooks are clean, and the package is as they export it.")


@main.command()
@click.pass_obj
def tables(course: Course) -> None:
    """Write the tables of the visible checks to tinytorch/tables; `make export` does."""
    from grader.release.tables import write_tables

    write_tables(course)


@main.command()
@click.option(
    "--to",
    "folder",
    metavar="DIR",
    default="build/books",
    show_default=True,
    help="Where to write them.",
)
@click.pass_obj
def books(course: Course, folder: str) -> None:
    """Write what hidden tests compare with, for notebooks in an author's JupyterLab; `make lab` does."""
    from grader.files import write_text
    from grader.library.book import make_book

    for module in course.manifest.modules:
        write_text(
            Path(folder) / f"{module.id}.json", make_book(course, module).to_json(), mode=0o600
        )


@main.command()
@module_option
@click.option("--exercise", metavar="NAME", help="One exercise. Default: all.")
@click.pass_obj
def answers(course: Course, name: str | None, exercise: str | None) -> None:
    """Run the answer library through the tests in this process: what is caught, and under which sentence."""
    from grader.terminal import show_coverage

    good = [show_coverage(course, module, exercise) for module in chosen(course, name)]
    if not all(good):
        raise click.exceptions.Exit(1)


@main.command()
@newest_option
@click.option(
    "--to", "target", metavar="DIR", default="student", show_default=True, help="Where to write it."
)
@click.pass_obj
def student(course: Course, name: str | None, target: str) -> None:
    """Write the student edition of a module into a folder that works on its own."""
    from grader.release.edition import write_edition

    module = released(course, name)[-1]
    _say_if_stale(course, module)
    report = write_edition(course, module, Path(target))
    say(f"Student edition of {module.id}: {len(report.written)} files written to {target}")
    for path in report.kept:
        say(f"Kept the student's own {path}")


@main.command()
@click.argument("source", metavar="FROM", type=click.Path(path_type=Path))
@newest_option
@click.option(
    "--pattern", metavar="REGEX", help="How the files are called: groups student_id and file_id."
)
@click.option(
    "--trust-names",
    is_flag=True,
    help="In an exchange: believe whose a folder says it is, and from when.",
)
@click.pass_obj
def collect(
    course: Course, source: Path, name: str | None, pattern: str | None, trust_names: bool
) -> None:
    """Collect what was handed in: FROM is a folder, a zip of Canvas or Moodle, or nbgrader's exchange."""
    from grader.submissions.collect import collect as collect_files

    module = released(course, name)[-1]
    result = collect_files(course, module, source, pattern, trust_names=trust_names)
    for note in result.notes:
        say(f"  {note}")
    refused = f", {len(result.refused)} cannot be graded" if result.refused else ""
    say(
        f"{module.id}: {len(result.collected)} collected, {len(result.unchanged)} already there{refused}."
    )


@main.command()
@click.argument("path", metavar="RECEIPT", type=click.Path(path_type=Path))
@click.pass_obj
def receipt(course: Course, path: Path) -> None:
    """Say whose collected file a student's RECEIPT belongs to."""
    from grader.submissions.receipt import owner

    say(owner(course, path))


@main.command()
@newest_option
@click.option(
    "--to", "target", metavar="DIR", default="lite", show_default=True, help="Where to write it."
)
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
    """Build the site on which a module is worked on in the browser, without a server."""
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
        say("Put this folder on any host of static files, or look at it here: make lite SERVE=8000")
    else:
        say(f"Open http://127.0.0.1:{web.server_port} (end with Ctrl+C)")
        with web, suppress(KeyboardInterrupt):
            web.serve_forever()


@main.command()
@module_option
@click.option("--student", "who", metavar="ID", help="Grade this student only.")
@click.option("--again", is_flag=True, help="Grade also what has not changed since it was graded.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="How many at a time. Default: one for each processor.",
)
@engine_option
@click.option(
    "--unsafe",
    is_flag=True,
    help="Grade even where submissions cannot be locked in. Every grade says so.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Grade on the workers of a Dask scheduler, such as tcp://host:8786.",
)
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
    from grader.gradebook.grades import write_csv
    from grader.grading.batch import to_grade

    if cluster and engine != "wall":
        raise click.UsageError("--cluster sends what the isolated engine runs: leave --engine out.")
    if cluster and jobs:
        raise click.UsageError(
            "--jobs counts on this machine; a cluster runs as many at a time as its workers allow."
        )
    stale: list[StaleRelease] = []
    for module in released(course, name, who):
        why: list[str] = []
        students = to_grade(
            course,
            module,
            engine=engine,
            again=again or who is not None,
            student=who,
            note=why.append,
        )
        try:
            if students:
                grade_with_progress(course, module, students, jobs, engine, unsafe, cluster)
            else:
                say(f"{module.id}: nothing new to grade.")
                write_csv(course)
        except StaleRelease as error:
            stale.append(error)  # the other modules need not wait
            continue
        for line in why:
            say(line)
        if course.students(module):
            print_table(course, module)
    if stale:
        raise CourseError("\nError: ".join(error.message for error in stale))


@main.command()
@module_option
@click.pass_obj
def grades(course: Course, name: str | None) -> None:
    """Write grades.csv from the gradebook as it is now, and print the points: after marking in the form grader."""
    from grader.gradebook.grades import write_csv
    from grader.grading.due import standing, summary

    modules = released(course, name)
    path = write_csv(course)
    for module in modules:
        if students := course.students(module):
            print_table(course, module)
            for line in summary(module, standing(course, module, students)):
                say(line)
    say(f"Grades: {path}")


@main.command()
@module_option
@click.option("--student", "who", metavar="ID", help="For this student only.")
@click.pass_obj
def feedback(course: Course, name: str | None, who: str | None) -> None:
    """Write the pages that students get back."""
    from grader.feedback.pages import write_feedback
    from grader.gradebook.grades import write_csv
    from grader.grading.due import standing, summary

    for module in released(course, name, who):
        found = standing(course, module, [who] if who else course.students(module))
        graded = [student for student, changed in found.items() if changed is not None]
        pages = write_feedback(course, module, graded)
        say(f"{module.id}: feedback for {len(pages)} students under {course.folder / 'feedback'}")
        for page in pages:
            if page.why_plain:
                say(
                    f"  {in_a_line(page.student, 100)}: a plain page with the points alone, since {page.why_plain}"
                )
        for line in summary(module, found):
            say(line)
    write_csv(course)


@main.command()
@click.pass_obj
def check(course: Course) -> None:
    """Check that sources, package and releases agree and that no product tells a secret."""
    from grader.proof.check import problems

    found = problems(course)
    for problem in found:
        click.echo(problem)
    if found:
        raise CourseError(f"{len(found)} problem(s) found.")
    say(
        "Nothing is wrong: notebooks, package and releases agree, and nothing secret is handed out."
    )


@main.command()
@click.pass_context
def demo(context: click.Context) -> None:
    """Grade a small made-up class, from release to feedback."""
    from grader.proof.demo import make_class, who_is_who

    course: Course = context.obj
    module = course.manifest.module("layers")
    say(f"Releasing {module.id} and handing in for a class of eleven ...")
    make_class(course, module)
    students = course.students(module)
    try:
        grade_with_progress(course, module, students, jobs=None)
    except NoNamespaces:  # what is handed in here is our own: it may run in kernels without a jail
        say(
            "This system cannot lock submissions in: the demo runs its own in nbgrader's kernels, which take longer."
        )
        grade_with_progress(course, module, students, jobs=None, engine="nbgrader")
    print_table(course, module)
    say(f"The class: {who_is_who()}.")
    context.invoke(feedback, name=module.id, who=None)
    say(f"Grades:   {course.folder / 'grades.csv'}")
    say(f"Feedback: {course.folder / 'feedback'}/<student>/{module.id}/{module.name}.html")


@main.command()
@module_option
@click.option(
    "--one-in",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Take every N-th answer only.",
)
@engine_option
@click.pass_obj
def proof(course: Course, name: str | None, one_in: int, engine: str) -> None:
    """Run the library of wrong and right answers through the grading and count."""
    from grader.proof.proof import prove, save
    from grader.proof.table import table

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
