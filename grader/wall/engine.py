"""Grade a class: bring up a student side and a judge for each submission, watch them, and write down what comes."""

import contextlib
import gc
import os
import selectors
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from grader.course import Course
from grader.errors import CourseError
from grader.intake import fingerprint
from grader.manifest import Module
from grader.verdict import Outcome, Verdict
from grader.wall.exam import Exam
from grader.wall.examine import examine, unpack
from grader.wall.jail import Cage, visible
from grader.wall.ledger import Ledger, Result
from grader.wall.nursery import Nursery

MOST = 64 * 1024 * 1024  # bytes of a result; a judge that writes more has been led astray
SPARE = 10  # seconds that a judge may take beyond the submission's own time, to read and to write


@dataclass
class Job:
    """A submission that is being graded."""

    student: str
    number: int
    judge: int
    pipe: int
    deadline: float
    place: set[int]
    data: bytearray = field(default_factory=bytearray)


class Engine:
    """One run over some submissions of one module."""

    def __init__(self, course: Course, module: Module, *, jobs: int, unsafe: bool) -> None:
        self._course, self._module, self._jobs, self._unsafe = course, module, jobs, unsafe
        self._running: list[Job] = []
        self._selector = selectors.DefaultSelector()
        self._count = 0
        self._places = places(jobs)

    def run(self, students: list[str], report: Callable[[Outcome], None]) -> None:
        """Grade `students`, calling `report` as each one is done."""
        waiting = list(reversed(students))
        limits = self._course.manifest.limits
        self._must_be_hidden()
        cage = Cage(limits.submission_seconds + SPARE, limits.memory_megabytes)
        self._nursery = Nursery(self._course.package(self._module), cage, unsafe=self._unsafe)
        try:
            self._exam = Exam.prepare(self._course, self._module)  # while the nursery warms up
            self._nursery.wait()
            self._grade_all(waiting, report)
        finally:
            self._nursery.close()
            self._selector.close()

    def _grade_all(self, waiting: list[str], report: Callable[[Outcome], None]) -> None:
        gc.collect()
        gc.freeze()  # what is here stays as it is: the judges share it
        try:
            with self._course.gradebook() as gradebook:
                ledger = Ledger(self._course, self._module, gradebook)
                while waiting or self._running:
                    self._fill(waiting)
                    for job in self._finished():
                        result = self._collect(job)
                        self._fill(waiting)  # the processors need not wait for the writer
                        ledger.save(result)
                        report(result.outcome)
        finally:
            for job in self._running:
                self._end(job)
            gc.unfreeze()

    def _fill(self, waiting: list[str]) -> None:
        while waiting and len(self._running) < self._jobs:
            self._start(waiting.pop())

    def _must_be_hidden(self) -> None:
        for path in visible():
            for folder in (self._course.root / "modules", self._course.folder):
                if not self._unsafe and folder.resolve().is_relative_to(path):
                    raise CourseError(f"{folder} lies inside {path}, which submissions can see: move it elsewhere.")

    def _start(self, student: str) -> None:
        self._count += 1
        place = self._places.pop()
        wire = self._nursery.bring_up(self._count, place)
        readable, writable = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.sched_setaffinity(0, place)
            for job in self._running:
                os.close(job.pipe)
            os.close(readable)
            self._nursery.forget()
            examine(self._exam, student, wire, writable, unsafe=self._unsafe)
        wire.close()
        os.close(writable)
        os.set_blocking(readable, False)
        deadline = time.monotonic() + self._course.manifest.limits.submission_seconds + SPARE
        job = Job(student, self._count, pid, readable, deadline, place)
        self._running.append(job)
        self._selector.register(readable, selectors.EVENT_READ, job)

    def _finished(self) -> list[Job]:
        """Wait until a judge has written all that it has to say, has ended or run out of time."""
        soonest = min(job.deadline for job in self._running)
        done = []
        for key, _ in self._selector.select(max(0.0, soonest - time.monotonic())):
            part = os.read(key.fd, 1 << 20)
            key.data.data += part
            if len(key.data.data) > MOST:
                key.data.data.clear()
                part = b""
            if not part:
                done.append(key.data)
        now = time.monotonic()
        return done + [job for job in self._running if job.deadline <= now and job not in done]

    def _collect(self, job: Job) -> Result:
        in_time = job.deadline > time.monotonic()
        self._running.remove(job)
        self._end(job)
        result = unpack(bytes(job.data))
        if result is not None:
            return result
        seconds = self._course.manifest.limits.submission_seconds
        verdict, note = Verdict.KILLED, "the process that graded it ended without a result"
        if not in_time:
            verdict, note = Verdict.TIMEOUT, f"stopped after {seconds} s in all"
        mark = fingerprint(self._course, job.student, self._module)
        outcome = Outcome(student=job.student, module=self._module.id, verdict=verdict, notes=[note], fingerprint=mark)
        return Result(outcome)

    def _end(self, job: Job) -> None:
        self._selector.unregister(job.pipe)
        os.close(job.pipe)
        self._places.append(job.place)
        self._nursery.end(job.number)
        with contextlib.suppress(ProcessLookupError):
            os.kill(job.judge, signal.SIGKILL)
        os.waitpid(job.judge, 0)


def places(jobs: int) -> list[set[int]]:
    """The processors for each of `jobs` submissions: one for each if there are enough, otherwise all for all.

    The two sides of a submission take turns: on one processor a question costs two switches, on two of them it wakes a
    processor that has gone to sleep, which takes longer than the answer.
    """
    every = sorted(os.sched_getaffinity(0))
    return [{every[job]} if jobs <= len(every) else set(every) for job in range(jobs)]


def grade(
    course: Course,
    module: Module,
    students: list[str],
    *,
    jobs: int | None,
    report: Callable[[Outcome], None],
    unsafe: bool = False,
) -> None:
    """Grade `students` behind the wall; an interrupted run loses only what was under way."""
    if students:
        Engine(course, module, jobs=jobs or os.cpu_count() or 1, unsafe=unsafe).run(students, report)
