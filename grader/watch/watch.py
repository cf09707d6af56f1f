"""Grade what arrives, one submission after another, with an engine that stays warm.

The watch holds the module's lock. What is graded is decided by the fingerprints in the gradebook,
so that a watch that was stopped at any moment goes on where it was: what arrived meanwhile is
graded at the start, and nothing is graded twice.
"""

import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import watchfiles
from nbgrader.api import Gradebook

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.grades import write_csv
from grader.grading.batch import Grade, gradable, grading, prepared, to_grade
from grader.submissions.inbox import Inbox
from grader.watch.graded import graded
from grader.watch.pages import PageWriter

STEP = 50  # ms without an event after which events are looked at
WAKE = 100  # ms after which files that are not complete are looked at again
RESCAN = 30.0  # seconds; finds what no event told, as on network folders
CSV_EVERY = 30.0  # seconds between two versions of grades.csv
RETRY = 5.0  # seconds after a collection that failed
AT_ONCE = 8  # submissions that are graded before arrivals are looked at again

Changes = Iterable[set[tuple[watchfiles.Change, str]]]


def watch(
    course: Course, module: Module, inbox: Inbox, *, jobs: int | None, engine: str,
    unsafe: bool, say: Callable[[str], None], changes: Changes | None = None,
) -> None:  # fmt: skip
    """Grade what lies in an inbox, and then what arrives in it, until the process is stopped.

    Args:
        course, module, inbox: what to grade.
        jobs, engine, unsafe: as for `grade`.
        say: called with each line for the user.
        changes: sets of changed files, empty ones from time to time; by default the system's.

    Raises:
        CourseError: if the module is not released, another run grades it, submissions cannot be
            sandboxed, or gradebook or disk fail.
    """
    with (
        prepared(course, module, engine, say) as graded_with,
        grading(course, module, graded_with, jobs, engine, unsafe) as run,
        PageWriter(course, module, say) as pages,
        course.gradebook() as gradebook,
    ):
        watching = Watch(course, module, inbox, run, pages, gradebook, engine, say)
        watching.follow(changes or events(inbox.folder))


def events(folder: Path) -> Changes:
    """Return the changes of files below a folder; empty sets if nothing changes for a while."""
    return watchfiles.watch(
        folder, watch_filter=None, step=STEP, rust_timeout=WAKE, yield_on_timeout=True,
        ignore_permission_denied=True,
    )  # fmt: skip


class Watch:
    """A watch over one inbox: who is due, and when the slow things are done again."""

    def __init__(
        self, course: Course, module: Module, inbox: Inbox, run: Grade, pages: PageWriter,
        gradebook: Gradebook, engine: str, say: Callable[[str], None],
    ) -> None:  # fmt: skip
        self._course, self._module, self._inbox, self._run = course, module, inbox, run
        self._gradebook = gradebook  # opened once: each engine compiles its statements anew
        self._pages, self._engine, self._say = pages, engine, say
        self._due: list[str] = []
        self._arrived: dict[str, float] = {}  # when the files of those who are due were complete
        self._rescan_at = self._csv_at = self._retry_at = 0.0
        self._csv_is_old = False

    def follow(self, changes: Changes) -> None:
        """Grade what is there, and then what the changes bring."""
        begun = False
        try:
            for changed in changes:
                self._notice(changed)
                # Only once events can arrive, so that no file is missed.
                if not begun:
                    self._begin()
                    begun = True
                self._collect()
                self._grade(AT_ONCE)
                self._pages.read()
                self._write_csv()
        finally:
            if self._csv_is_old:
                write_csv(self._course)

    def _begin(self) -> None:
        """Grade what arrived while nobody watched, and say what is left."""
        began = time.monotonic()
        self._inbox.collect()
        due = to_grade(self._course, self._module, engine=self._engine, note=self._say)
        self._add(gradable(due), began)
        found, late = len(self._due), _without_page(self._course, self._module, self._due)
        self._grade(found)
        self._pages.write(late)
        waiting = f", {self._inbox.waiting} not complete yet" if self._inbox.waiting else ""
        self._say(
            f"{self._module.id}: {found} graded at the start in {time.monotonic() - began:.1f} s"
            f"{waiting}. Watching {self._inbox.folder}; Ctrl-C stops."
        )

    def _notice(self, changed: set[tuple[watchfiles.Change, str]]) -> None:
        self._inbox.notice(Path(path) for _, path in changed)
        if time.monotonic() >= self._rescan_at:
            self._inbox.scan()
            self._rescan_at = time.monotonic() + RESCAN

    def _collect(self) -> None:
        began = time.monotonic()
        if began < self._retry_at:
            return
        try:
            fresh = self._inbox.collect()
        except (CourseError, FileNotFoundError, NotADirectoryError) as error:
            # Another collection runs, or the folder is unavailable: its files stay pending.
            what = error.message if isinstance(error, CourseError) else str(error)
            self._say(f"{what} Retrying in {RETRY:g} s.")
            self._retry_at = time.monotonic() + RETRY
            return
        self._add(fresh, began)

    def _add(self, students: list[str], arrived: float) -> None:
        for student in students:
            self._arrived.setdefault(student, arrived)
        self._due += [student for student in students if student not in self._due]

    def _grade(self, most: int) -> None:
        """Grade some of those who are due, and have their pages written."""
        some, self._due = self._due[:most], self._due[most:]
        for outcome in self._run(some) if some else ():
            self._csv_is_old = True
            self._pages.write([outcome.student])
            seconds = time.monotonic() - self._arrived.pop(outcome.student)
            about = graded(self._course, self._gradebook, self._module, outcome, seconds)
            self._say(about.line(datetime.now()))

    def _write_csv(self) -> None:
        if self._csv_is_old and not self._due and time.monotonic() >= self._csv_at:
            self._csv_at = time.monotonic() + CSV_EVERY
            try:
                write_csv(self._course)
                self._csv_is_old = False
            except CourseError as error:
                # As while somebody edits `exceptions.yml`: marks are kept, and the file waits.
                self._say(f"grades.csv is not written: {error.message}")


def _without_page(course: Course, module: Module, due: list[str]) -> list[str]:
    """Return who was graded without getting a page, as when a watch is stopped in between."""
    found = []
    for student in set(course.students(module)) - set(due):
        record = course.verdict(student, module)
        page = course.feedback(student, module) / f"{module.name}.html"
        if record.is_file() and (
            not page.is_file() or page.stat().st_mtime_ns < record.stat().st_mtime_ns
        ):
            found.append(student)
    return sorted(found)
