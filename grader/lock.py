"""One run at a time: two that grade the same module would overwrite each other's package, marks and notebooks."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from grader.course import Course
from grader.errors import CourseError
from grader.manifest import Module


@contextmanager
def only_run(course: Course, module: Module) -> Iterator[None]:
    """Hold the module's lock in this term. It ends with this process, however that ends.

    Raises:
        CourseError: if another process holds it.
    """
    if os.name != "posix":
        yield
        return
    import fcntl

    path = course.folder / f".{module.id}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="ascii") as file:
        try:
            # A record lock: unlike flock's, it is not handed on to the processes that are forked meanwhile.
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CourseError(f"Another run grades {module.id} in {course.folder}: wait until it has ended.") from None
        yield
