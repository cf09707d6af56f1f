"""Grade a class: each submission in its own process, several at a time, within its limits."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import click

from grader.course.errors import CourseError
from grader.course.fingerprint import grading_inputs
from grader.course.lock import only_run
from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.package import write_package
from grader.course.term import Course
from grader.gradebook.verdicts import enter_verdict, prepare_for_parallel_use
from grader.grading.due import changes, standing
from grader.grading.engines import DEFAULT
from grader.grading.kernels.worker import give_nothing, grade_in_process
from grader.grading.pool import Bounds, Reply, for_each
from grader.library.book import write_book
from grader.release.make import update
from grader.submissions.intake import read_contents
from workbench.text import valid

Grade = Callable[[list[str]], Iterator[Outcome]]
"""Grades students and yields each outcome once it is saved."""
SPARE = 30  # seconds that a process may take beyond the time of its cells, to start and to write


def to_grade(
    course: Course,
    module: Module,
    *,
    engine: str | None = None,
    again: bool = False,
    student: str | None = None,
    note: Callable[[str], None] = lambda line: None,
) -> list[str]:
    """The students whose submission has no scores, or whose scores are out of date.

    Args:
        course, module: what is to be graded.
        engine: the engine that will run the submissions; by default the last one of each.
        again: return all students.
        student: look at this one only.
        note: called with a line that says what has changed.

    Raises:
        CourseError: if `student` has handed in nothing.
    """
    students = course.students(module)
    if student is not None:
        if student not in students:
            folder = course.folder / "submitted"
            raise CourseError(f"There is nothing from {student!r} in {folder} for {module.id}.")
        students = [student]
    if again:
        return students
    found = standing(course, module, students, engine)
    if names := changes(found):
        note(f"{module.id}: graded again, since this has changed: {', '.join(names)}.")
    # None stands for a submission without scores, which is due too.
    return [name for name, changed in found.items() if changed != []]


def grade(
    course: Course,
    module: Module,
    students: list[str],
    *,
    jobs: int | None = None,
    report: Callable[[Outcome], None],
    note: Callable[[str], None] = lambda line: None,
    engine: str = DEFAULT,
    unsafe: bool = False,
    cluster: str | None = None,
) -> None:
    """Grade `students`; an interrupted run loses only the submissions that were under way.

    Args:
        course, module, students: what to grade.
        jobs: how many at a time; by default one for each processor.
        report: called with each outcome as it comes.
        note: called with each line about the module that a person should read.
        engine: one of `grader.grading.engines.ENGINES`.
        unsafe: let the `wall` engine grade without a sandbox; every grade says so.
        cluster: the address of a Dask scheduler whose workers run the submissions of the `wall`
            engine instead of this machine.

    Raises:
        CourseError: if the module is not released; if its source has changed since in a way that
            students would see; if another run grades it; if submissions cannot be sandboxed.
    """
    students = gradable(students)
    with prepared(course, module, engine, note) as graded_with:
        if not students:
            return
        with grading(course, module, graded_with, jobs, engine, unsafe, cluster) as run:
            for outcome in run(students):
                report(outcome)


def gradable(students: list[str]) -> list[str]:
    """Return those whose names a gradebook can hold; say who is left out."""
    # Python represents bytes of a name that are not UTF-8 by lone surrogates.
    for name in (each for each in students if each != valid(each)):
        line = f"{name!r} is left out: no gradebook can hold this name. Rename the folder."
        click.echo(line, err=True)
    return [each for each in students if each == valid(each)]


@contextmanager
def prepared(
    course: Course, module: Module, engine: str, note: Callable[[str], None]
) -> Iterator[dict[str, str]]:
    """Hold the module's lock and write what grading needs; yield what the scores depend on.

    Raises:
        CourseError: as `grade` does.
    """
    if not course.release(module).is_file():
        raise CourseError(
            f"{module.id} is not released in {course.folder}: run `make release` first."
        )
    with only_run(course, module):
        # Under the lock, since another run of the module would read these files.
        update(course, module, note)
        graded_with = grading_inputs(course, module, engine)
        write_package(course, module)
        write_book(course, module)
        yield graded_with


@contextmanager
def grading(
    course: Course, module: Module, graded_with: dict[str, str], jobs: int | None, engine: str,
    unsafe: bool = False, cluster: str | None = None,
) -> Iterator[Grade]:  # fmt: skip
    """Start an engine; yield the function that grades students, as often as it is called.

    The caller has entered `prepared`.
    """
    if engine == "wall":
        from grader.grading import isolated  # it can be imported on Linux only

        with isolated.grading(
            course, module, graded_with, jobs=jobs, unsafe=unsafe, cluster=cluster
        ) as run:
            yield run
    else:
        yield partial(_grade_with_nbgrader, course, module, graded_with, jobs)


def _grade_with_nbgrader(
    course: Course, module: Module, graded_with: dict[str, str], jobs: int | None,
    students: list[str],
) -> Iterator[Outcome]:  # fmt: skip
    prepare_for_parallel_use(course)
    function = partial(grade_in_process, Course(course.root, course.folder), module.id)
    bounds = Bounds(seconds=course.manifest.limits.submission_seconds + SPARE)
    for reply in for_each(
        function, students, jobs=jobs, bounds=bounds, preload="grader.grading.kernels.worker"
    ):
        outcome = _outcome(course, module, reply)
        outcome.graded_with = graded_with
        # Before the record, which counts only if the gradebook holds its stamp.
        enter_verdict(course, module, outcome)
        outcome.save(course.verdict(reply.student, module))
        yield outcome


def _outcome(course: Course, module: Module, reply: Reply) -> Outcome:
    """The outcome that was sent, or the one of a submission whose process ended without any."""
    if reply.text is not None:
        return Outcome.model_validate_json(reply.text)
    contents = read_contents(course, reply.student, module)
    empty = Outcome(
        student=reply.student, module=module.id, verdict=Verdict.KILLED,
        fingerprint=contents.fingerprint,
    )  # fmt: skip
    seconds = course.manifest.limits.submission_seconds
    if reply.timed_out:
        empty.verdict, note = Verdict.TIMEOUT, f"stopped after {seconds} s in all"
    else:
        note = "the process that graded it ended without a result"
    return give_nothing(course, module, empty, empty.verdict, note, contents.handed_in)
