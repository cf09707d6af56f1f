"""Grade a class: a student process and a worker for each submission, several at a time.

What a student process does is the student's, and is scored. A failure on this side (a worker that
is killed, hangs or fails, a student process that does not start) is never scored: the submission is
graded again after all others, alone and with new processes, so it cannot affect any other. If that
fails too, its verdict is `ungraded`, without a score, and the next run grades it again. A student
who causes this on purpose gets no score, costs a limited time, and is named in every run.
"""

import contextlib
import gc
import os
import selectors
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from grader.course.errors import RERUN, CourseError
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Result, Verdict
from grader.course.term import Course
from grader.grading.imports import imported_packages
from grader.grading.seed import VARIANTS, variant_of_tests
from grader.grading.wall.sandbox.sandbox import SandboxLimits, visible_folders
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.forkserver_client import ForkServerClient
from grader.grading.wall.tests.submission import ungraded
from grader.grading.wall.tests.worker import NeedsStudent, Worker

SPARE = 10  # seconds that a worker may take beyond the submission's own time, to read and to write
PATIENCE = 0.5  # seconds without a result after which the caller may save what it has
LOOK_AHEAD = 256  # waiting submissions among which a worker finds one of its variants
ATTEMPTS = 3  # for each submission; the fork server may fail as often between two results


@dataclass
class Job:
    """A submission that is being graded; `number` identifies its student process."""

    student: str
    number: int
    worker: Worker
    stop_at: float


class Engine:
    """Runs submissions of one module on this machine, `jobs` at a time, while it is open."""

    def __init__(
        self, course: Course, module: Module, *, jobs: int = 1, unsafe: bool = False,
        tests: CompiledTests | None = None,
    ) -> None:  # fmt: skip
        """Make an engine.

        Args:
            course: the term.
            module: the module whose submissions are graded.
            jobs: how many submissions run at a time.
            unsafe: run student processes without a sandbox.
            tests: tests that were compiled elsewhere; the engine then shares the machine with
                others and takes any processor.
        """
        self._course, self._module, self._jobs, self._unsafe = course, module, jobs, unsafe
        self._given_tests = tests
        self._waiting: list[str] = []
        self._variants: dict[str, int] = {}  # student -> which inputs the tests have
        self._running: list[Job] = []
        self._retry_alone: list[str] = []  # failed on this side
        self._failures: Counter[str] = Counter()  # on this side, of each student's submission
        self._fork_server_failures = 0  # since the last result
        self._selector = selectors.DefaultSelector()
        self._last_number = 0
        self._workers: list[Worker] = []
        self._free: list[Worker] = []

    def __enter__(self) -> "Engine":
        self._check_course_is_hidden()
        self._fork_server = self._start_fork_server()
        try:  # the tests are compiled while the fork server warms up
            self.tests = self._given_tests or CompiledTests.prepare(self._course, self._module)
            # Objects made so far are never collected, so the workers keep sharing their memory.
            gc.freeze()
            self._fork_server.wait()
        except BaseException:
            self._fork_server.close()
            self._selector.close()
            gc.unfreeze()
            raise
        sets = processor_sets(self._jobs)
        if self._given_tests is not None:
            sets = [os.sched_getaffinity(0)] * self._jobs
        self._workers = [Worker(self.tests, each, note=self._fork_server.note) for each in sets]
        self._free = list(self._workers)
        return self

    def __exit__(self, *_: object) -> None:
        for job in list(self._running):
            self._cancel(job)
        for worker in self._workers:
            worker.stop()
        self._fork_server.close()
        self._selector.close()
        gc.unfreeze()

    def results(self, students: list[str]) -> Iterator[Result]:
        """Grade `students` and yield each result as it comes."""
        return (result for result in self.arrivals(students) if result is not None)

    def arrivals(self, students: list[str]) -> Iterator[Result | None]:
        """Grade `students` and yield each result as it comes, and None when none comes for long."""
        self._waiting, self._failures = list(reversed(students)), Counter()
        seed, module = self._course.seed, self._module.id
        self._variants = {each: variant_of_tests(seed, module, each) for each in students}
        last = time.monotonic()
        while self._waiting or self._running or self._retry_alone:
            self._fill()
            for job in self._finished():
                if job in self._running and (result := self._collect(job)) is not None:
                    self._fill()  # so that processors are busy while the caller saves the result
                    yield result
                    last = time.monotonic()
            if time.monotonic() - last >= PATIENCE:
                yield None
                last = time.monotonic()

    def _start_fork_server(self) -> ForkServerClient:
        seconds = self._course.manifest.limits.submission_seconds + SPARE
        limits = SandboxLimits(seconds, self._course.manifest.limits.memory_megabytes)
        given = self._given_tests
        release = given.release if given else read(self._course.release(self._module))
        return ForkServerClient(
            self._course.package(self._module), limits, imported_packages(release),
            release=self._course.release(self._module), unsafe=self._unsafe,
        )  # fmt: skip

    def _fill(self) -> None:
        while self._waiting and len(self._running) < self._jobs:
            self._start(self._take())
        if self._retry_alone and not self._running:  # so that it cannot affect any other
            self._start(self._retry_alone.pop())

    def _take(self) -> str:
        """Take the next submission for a free worker, if possible one of its group of variants.

        Each worker works out for itself what the tests of a variant expect.
        """
        groups = min(self._jobs, VARIANTS)
        group = self._workers.index(self._free[-1]) % groups
        last = len(self._waiting) - 1
        for place in range(last, max(-1, last - LOOK_AHEAD), -1):
            if self._variants[self._waiting[place]] % groups == group:
                return self._waiting.pop(place)
        return self._waiting.pop()

    def _check_course_is_hidden(self) -> None:
        for path in visible_folders():
            for folder in (self._course.root / "modules", self._course.folder):
                if not self._unsafe and folder.resolve().is_relative_to(path):
                    raise CourseError(
                        f"{folder} is inside {path}, which submissions can read: move it elsewhere."
                    )

    def _start(self, student: str) -> None:
        self._last_number += 1
        worker = self._free.pop()
        try:
            connection = self._fork_server.spawn(self._last_number, worker.processors)
        except OSError:
            self._free.append(worker)
            self._restart_fork_server(student)
            return
        with connection:
            try:
                worker.submit(student, connection, self._close_inherited)
            except OSError as error:
                raise CourseError(
                    f"Cannot start a process for the tests: {error.strerror}. {RERUN}"
                ) from None
        stop_at = time.monotonic() + self._course.manifest.limits.submission_seconds + SPARE
        job = Job(student, self._last_number, worker, stop_at)
        self._running.append(job)
        self._selector.register(worker, selectors.EVENT_READ, job)

    def _respawn_student(self, job: Job) -> None:
        """End the student process, which does not end a cell by itself, and spawn a new one."""
        self._last_number += 1
        try:
            self._fork_server.end(job.number)
            processors = job.worker.processors
            with self._fork_server.spawn(self._last_number, processors) as connection:
                job.number = self._last_number
                job.worker.send_student(connection)
        except OSError:
            if not self._fork_server.alive:
                self._restart_fork_server()  # otherwise the worker has ended, which is seen next

    def _close_inherited(self) -> None:
        """In a worker: close what belongs to the parent."""
        for worker in self._workers:
            worker.close_inherited()
        self._fork_server.close_inherited()

    def _finished(self) -> list[Job]:
        """Wait until workers have sent a result or a request, have ended, or have timed out.

        Returns none of them if none has for PATIENCE.
        """
        soonest = min((job.stop_at for job in self._running), default=0.0) - time.monotonic()
        ready = self._selector.select(min(max(0.0, soonest), PATIENCE))
        done: list[Job] = [key.data for key, _ in ready]
        now = time.monotonic()
        return done + [job for job in self._running if job.stop_at <= now and job not in done]

    def _collect(self, job: Job) -> Result | None:
        """The result of a worker, or None if the submission is graded again."""
        if not self._fork_server.alive:
            self._restart_fork_server()
            return None
        timed_out = not job.worker.has_sent()
        try:
            result, goes_on = (None, False) if timed_out else job.worker.receive()
        except NeedsStudent:
            self._respawn_student(job)
            return None
        self._fork_server_failures = 0
        self._release(job)
        if not goes_on:
            job.worker.stop()
        if result is not None and result.outcome.verdict != Verdict.UNGRADED:
            return result
        if result is not None:
            return self._retry(job.student, result.outcome.notes[-1])
        how = "did not end in its time and was stopped," if timed_out else "ended"
        return self._retry(job.student, f"the process of its tests {how} without a result")

    def _retry(self, student: str, why: str) -> Result | None:
        """Try a submission again, or return `ungraded` after too many attempts."""
        self._failures[student] += 1
        if self._failures[student] < ATTEMPTS:
            self._retry_alone.append(student)
            return None
        note = f"{why}, {ATTEMPTS} times: the next run grades it again"
        return ungraded(self.tests, student, note)

    def _restart_fork_server(self, *more: str) -> None:
        """Start a new fork server, and grade again what was under way."""
        self._fork_server_failures += 1
        if self._fork_server_failures == ATTEMPTS:
            raise CourseError(f"The fork server ended {ATTEMPTS} times: free some memory. {RERUN}")
        self._waiting += [*more, *(job.student for job in self._running)]
        for job in list(self._running):
            self._cancel(job)
        self._fork_server.close()
        self._fork_server = self._start_fork_server()
        self._fork_server.wait()

    def _release(self, job: Job) -> None:
        """Free the worker for another submission, and end the student process."""
        self._running.remove(job)
        self._selector.unregister(job.worker)
        self._free.append(job.worker)
        with contextlib.suppress(OSError):  # the fork server may have ended
            self._fork_server.end(job.number)

    def _cancel(self, job: Job) -> None:
        """Stop what is under way."""
        self._release(job)
        job.worker.stop()


def processor_sets(jobs: int) -> list[set[int]]:
    """The processors of each of `jobs` submissions: one for each if there are enough, or all.

    The two processes of a submission take turns. On one processor a request costs two context
    switches; on two, it wakes an idle processor, which takes longer than the reply.
    """
    every = sorted(os.sched_getaffinity(0))
    return [{every[job]} if jobs <= len(every) else set(every) for job in range(jobs)]
