"""The verbs that give and return marks: `grade`, `grades`, `feedback`; `demo` does all of it."""

from pathlib import Path

import click

from grader.commands.options import (
    check_cluster,
    cluster_option,
    engine_option,
    jobs_option,
    module_option,
    released,
    unsafe_option,
)
from grader.course.errors import CourseError, NoNamespaces, StaleRelease
from grader.course.files import write_bytes
from grader.course.manifest import Module
from grader.course.term import Course
from grader.course.text import first_line
from grader.submissions.roster.entries import OWNER_ONLY
from grader.terminal import (
    draw_table,
    grade_with_progress,
    print_table,
    say,
    write_pages_with_progress,
)


@click.command()
@module_option
@click.option("--student", "who", metavar="ID", help="Grade this student only.")
@click.option("--again", is_flag=True, help="Also grade submissions that have not changed.")
@jobs_option
@engine_option
@unsafe_option
@cluster_option
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
    from grader.gradebook.settle import settle

    check_cluster(cluster, engine, jobs)
    stale: list[StaleRelease] = []
    modules = released(course, name, who)
    # A mistake in exceptions.yml is told before hours of grading.
    settle(course)
    options = jobs, engine, unsafe, cluster
    for module in modules:
        try:
            _grade(course, module, who, again, *options)
        except StaleRelease as error:
            stale.append(error)  # the other modules need not wait
    if stale:
        # One exception carries them all; the command line puts "Error: " before the first only.
        raise CourseError("\nError: ".join(error.message for error in stale))


def _grade(
    course: Course, module: Module, who: str | None, again: bool, jobs: int | None, engine: str,
    unsafe: bool, cluster: str | None,
) -> None:  # fmt: skip
    """Grade what was handed in for one module, and print the points."""
    from grader.gradebook.grades import write_csv
    from grader.grading.batch import to_grade

    why: list[str] = []
    # A student who is named is graded even if nothing has changed.
    again = again or who is not None
    students = to_grade(course, module, engine=engine, again=again, student=who, note=why.append)
    if students:
        grade_with_progress(course, module, students, jobs, engine, unsafe, cluster)
    else:
        say(f"{module.id}: nothing new to grade.")
        # Marks may have been given by hand since the last run.
        write_csv(course)
    for line in why:
        say(line)
    if course.students(module):
        print_table(course, module)


@click.command()
@module_option
@click.pass_obj
def grades(course: Course, name: str | None) -> None:
    """Write grades.csv from the gradebook and print the points.

    Use it after marks were given in the form grader.
    """
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


@click.command()
@module_option
@click.option("--student", "who", metavar="ID", help="For this student only.")
@click.option(
    "--zip",
    "platform",
    type=click.Choice(["canvas", "moodle"]),
    help="Also pack the pages for upload to this platform.",
)
@click.pass_obj
def feedback(course: Course, name: str | None, who: str | None, platform: str | None) -> None:
    """Write the pages that students get back."""
    from grader.gradebook.grades import write_csv
    from grader.gradebook.settle import settle
    from grader.grading.due import standing, summary

    modules = released(course, name, who)
    settle(course)
    for module in modules:
        found = standing(course, module, [who] if who else course.students(module))
        # None means no scores. A page for stale scores is written, and the summary names them.
        graded = [student for student, changed in found.items() if changed is not None]
        pages = write_pages_with_progress(course, module, graded)
        say(f"{module.id}: feedback for {len(pages)} students under {course.folder / 'feedback'}")
        for page in pages:
            if page.why_plain:
                say(
                    # A student's id comes from a file name and may be long.
                    f"  {first_line(page.student, 100)}: a plain page with the points alone, "
                    f"since {page.why_plain}"
                )
        if platform is not None:
            _pack(course, module, platform, graded)
        for line in summary(module, found):
            say(line)
    write_csv(course)


def _pack(course: Course, module: Module, platform: str, students: list[str]) -> None:
    """Write the zip of a module's pages, for its owner only."""
    from grader.feedback.zips import pack

    packed = pack(course, module, platform, students)
    path = course.folder / "platform" / f"{module.id}-{platform}.zip"
    write_bytes(path, packed.data, mode=OWNER_ONLY)
    for line in packed.notes:
        say(f"  {first_line(line, 200)}")
    say(f"{module.id}: {packed.pages} pages for {platform.capitalize()}: {path}")


@click.command()
@click.option(
    "--picture",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Also draw the table of points, as SVG.",
)
@click.option(
    "--students",
    "size",
    metavar="N",
    type=click.IntRange(min=11),
    default=11,
    show_default=True,
    help="The size of the class; a larger one has a roster, a due date and more mistakes.",
)
@click.pass_context
def demo(context: click.Context, picture: Path | None, size: int) -> None:
    """Grade a small made-up class, from release to feedback.

    It works in demo/ unless --course or $COURSE names another folder.
    """
    from grader.proof.demo import make_class, who_is_who

    course: Course = context.obj
    module = course.manifest.module("layers")
    say(f"Releasing {module.id} and handing in for a class of {size} ...")
    make_class(course, module, size)
    students = course.students(module)
    try:
        grade_with_progress(course, module, students, jobs=None)
    except NoNamespaces:  # the submissions are our own, so kernels without a sandbox will do
        say(
            "This system has no sandbox: the demo runs its own submissions in "
            "nbgrader's kernels, which are slower."
        )
        grade_with_progress(course, module, students, jobs=None, engine="nbgrader")
    print_table(course, module)
    if picture is not None:
        draw_table(course, module, picture)
    say(f"The class: {who_is_who()}.")
    # The verb itself, so that the demo prints what an instructor sees.
    context.invoke(feedback, name=module.id, who=None, platform=None)
    say(f"Grades:   {course.folder / 'grades.csv'}")
    say(f"Feedback: {course.folder / 'feedback'}/<student>/{module.id}/{module.name}.html")
