"""Grade a class with the isolated engine, here or on a cluster, and save each result."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.outcome import Outcome, Result
from grader.course.term import Course
from grader.gradebook.writer import GradebookWriter
from grader.grading.wall.engine import Engine
from grader.grading.wall.tests.compiled import CompiledTests


class Runner(Protocol):
    """What runs submissions: the engine of this machine, or a cluster."""

    def arrivals(self, students: list[str]) -> Iterator[Result | None]:
        """Grade `students` and yield each result as it comes, and None when none is there yet."""


@contextmanager
def grading(
    course: Course,
    module: Module,
    graded_with: dict[str, str],
    *,
    jobs: int | None,
    unsafe: bool = False,
    cluster: str | None = None,
) -> Iterator[Callable[[list[str]], Iterator[Outcome]]]:
    """Start an engine; yield the function that grades students and saves each result.

    An interrupted run loses only what was under way.

    Args:
        course, module: what to grade.
        graded_with: what else the scores depend on; kept with each outcome.
        jobs: how many at a time on this machine; by default one for each processor.
        unsafe: run submissions without a sandbox; every grade says so.
        cluster: the address of a Dask scheduler whose workers run the submissions.
    """
    with _runner(course, module, jobs, unsafe, cluster) as runner, course.gradebook() as gradebook:

        def run(students: list[str]) -> Iterator[Outcome]:
            # Anew each time, since the due date may have been changed between two calls.
            writer = GradebookWriter(course, module, gradebook)
            try:
                for result in runner.arrivals(students):
                    if result is not None:
                        result.outcome.graded_with = graded_with
                    yield from writer.flush() if result is None else writer.add(result)
                yield from writer.flush()
            finally:  # whatever ends the run, the results that have come are saved
                writer.flush()

        yield run


def _runner(
    course: Course, module: Module, jobs: int | None, unsafe: bool, cluster: str | None
) -> AbstractContextManager[Runner]:
    if cluster is None:
        return Engine(course, module, jobs=jobs or os.cpu_count() or 1, unsafe=unsafe)
    try:
        from grader.grading.wall.cluster.dask import Cluster
    except ModuleNotFoundError as error:
        # Only a missing package of the extra is the user's to fix.
        if error.name not in ("dask", "distributed", "zstandard"):
            raise
        line = f"--cluster needs {error.name}: install it with pip install '.[cluster]'."
        raise CourseError(line) from None
    return Cluster(cluster, CompiledTests.prepare(course, module), unsafe=unsafe)
