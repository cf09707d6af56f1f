"""Locks: two runs on the same module would overwrite each other's package, scores and notebooks."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course


def only_run(course: Course, module: Module) -> AbstractContextManager[None]:
    """Hold the module's lock in this term; the system releases it when this process ends.

    Raises:
        CourseError: if another process holds it.
    """
    return _held(
        course.folder / f".{module.id}.lock", f"Another run grades {module.id} in {course.folder}"
    )


def only_collection(course: Course) -> AbstractContextManager[None]:
    """Hold the lock of the term's register of people, as `only_run` does for a module.

    Raises:
        CourseError: if another process holds it.
    """
    return _held(course.folder / ".collect.lock", f"Another run collects into {course.folder}")


@contextmanager
def _held(path: Path, busy: str) -> Iterator[None]:
    # Windows has no fcntl; there is no lock then.
    if os.name != "posix":
        yield
        return
    import fcntl

    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="ascii") as file:
        try:
            # A record lock: unlike flock's, forked processes do not inherit it.
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CourseError(f"{busy}: wait until it has finished.") from None
        yield
