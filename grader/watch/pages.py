"""Write feedback pages beside the grading, so that marks never wait for a page."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.course.text import first_line
from grader.feedback.pages import Page, write_feedback
from grader.grading.pool import end_family


class PageWriter:
    """A process that writes pages in the order in which they are asked for.

    A page that is not written when the process is stopped is written at the next start.
    """

    def __init__(self, course: Course, module: Module, say: Callable[[str], None]) -> None:
        """Make a writer.

        Args:
            course, module: whose pages.
            say: called with a line for each page that could not be laid out.
        """
        self._course, self._module, self._say = course, module, say

    def __enter__(self) -> "PageWriter":
        self._start()
        return self

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")  # inherits nothing of the engine's
        self._connection, other = context.Pipe()
        course = Course(self._course.root, self._course.folder)
        arguments = (other, course, self._module.id)
        self._process = context.Process(target=serve, args=arguments, name="feedback pages")
        # The new process inherits it: an interrupt from the terminal is the watch's to handle.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            self._process.start()
        finally:
            signal.signal(signal.SIGINT, before)
        other.close()

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        end_family(self._process)

    def write(self, students: list[str]) -> None:
        """Have the pages of these students written."""
        if students:
            self._connection.send(students)

    def read(self) -> None:
        """Read what became of pages, and say which could not be laid out.

        Raises:
            CourseError: if the process has ended.
        """
        try:
            while self._connection.poll():
                for page in self._connection.recv():
                    self._tell(page)
        except EOFError:
            raise CourseError(
                "The process that writes feedback pages has ended: is there memory and disk space "
                "left? Marks are kept, and the same command writes the pages that are missing."
            ) from None

    def _tell(self, page: Page) -> None:
        if page.why_plain:
            who = first_line(page.student, 100)
            self._say(f"  {who}: a plain page with the points alone, since {page.why_plain}")


def serve(connection: Connection, course: Course, module_id: str) -> None:
    """Write the pages that are asked for, until the other end is closed: the process's function."""
    os.nice(5)  # marks come first
    module = course.manifest.module(module_id)
    try:
        while True:
            wanted = dict.fromkeys(connection.recv())
            while connection.poll():
                wanted.update(dict.fromkeys(connection.recv()))
            connection.send(write_feedback(course, module, list(wanted)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
