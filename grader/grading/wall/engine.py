"""Grade a class: a student side and a judge for each submission, here or elsewhere, and one writer for what comes.

What a student's process does is the student's, and marked. What befalls this side (a judge is killed, hangs or fails, a
student's side does not come up) is never marked: the submission is graded again after all others and alone, with fresh
processes, so that it can hurt nobody; if that fails too, its verdict is `ungraded`, without a mark, and the next run
grades it again. Who brings that about on purpose has no mark, costs a bounded time, and is named in every run.
"""

import contextlib
import gc
import os
import selectors
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Result, Verdict
from grader.course.term import Course
from grader.errors import RERUN, CourseError
from grader.grading.wall.sandbox.sandbox import Cage, visible
from grader.grading.wall.tests.compiled import Exam, imported
from grader.grading.wall.tests.forkserver_client import Nursery
from grader.grading.wall.tests.submission import ungraded
from grader.grading.wall.tests.worker import Desk

SPARE = 10  # seconds that a judge may take beyond the submission's own time, to read and to write
ATTEMPTS = 3  # how often a submission is tried, and how often the warm process may end without a result in between


@dataclass
class Job:
    """A submission that is being graded."""

    student: str
    number: int
    desk: Desk
    deadline: float


class Engine:
    """Runs submissions of one module on this machine, `jobs` at a time, while it is open."""

    def __init__(
        self,
        course: Course,
        module: Module,
        *,
        jobs: int = 1,
        unsafe: bool = False,
        exam: Exam | None = None,
    ) -> None:
        """Make an engine; one with an `exam` from elsewhere has neighbours, and takes what processor is free."""
        self._course, self._module, self._jobs, self._unsafe = course, module, jobs, unsafe
        self._given = exam
        self._waiting: list[str] = []
        self._running: list[Job] = []
        self._alone: list[
            str
        ] = []  # what has failed on this side, and is tried again after the others
        self._failed: Counter[str] = Counter()
        self._lost = 0  # how often the warm process has ended since the last result
        self._selector = selectors.DefaultSelector()
        self._count = 0
        self._desks: list[Desk] = []
        self._free: list[Desk] = []

    def __enter__(self) -> "Engine":
        self._must_be_hidden()
        self._nursery = self._new_nursery()
        try:
            self.exam = self._given or Exam.prepare(
                self._course, self._module
            )  # while the nursery warms up
            gc.freeze()  # what is here stays as it is: the judges share it, and never look through it
            self._nursery.wait()
        except BaseException:
            self._nursery.close()
            self._selector.close()
            gc.unfreeze()
            raise
        every = (
            places(self._jobs) if self._given is None else [os.sched_getaffinity(0)] * self._jobs
        )
        self._desks = [Desk(self.exam, place, unsafe=self._unsafe) for place in every]
        self._free = list(self._desks)
        return self

    def __exit__(self, *_: object) -> None:
        for job in list(self._running):
            self._end(job)
        for desk in self._desks:
            desk.clear()
        self._nursery.close()
        self._selector.close()
        gc.unfreeze()

    def results(self, students: list[str]) -> Iterator[Result]:
        """Grade `students` and yield each result as it comes."""
        self._waiting, self._failed = list(reversed(students)), Counter()
        while self._waiting or self._running or self._alone:
            self._fill()
            for job in self._finished():
                if job.desk.asks():
                    self._bring_another(job)
                elif job in self._running and (result := self._collect(job)) is not None:
                    self._fill()  # the processors need not wait for the writer
                    yield result

    def _new_nursery(self) -> Nursery:
        limits = self._course.manifest.limits
        cage = Cage(limits.submission_seconds + SPARE, limits.memory_megabytes)
        loaded = imported(
            self._given.release if self._given else read(self._course.release(self._module))
        )
        return Nursery(self._course.package(self._module), cage, loaded, unsafe=self._unsafe)

    def _fill(self) -> None:
        while self._waiting and len(self._running) < self._jobs:
            self._start(self._waiting.pop())
        if self._alone and not self._running:
            self._start(self._alone.pop())

    def _must_be_hidden(self) -> None:
        for path in visible():
            for folder in (self._course.root / "modules", self._course.folder):
                if not self._unsafe and folder.resolve().is_relative_to(path):
                    raise CourseError(
                        f"{folder} lies inside {path}, which submissions can see: move it elsewhere."
                    )

    def _start(self, student: str) -> None:
        self._count += 1
        desk = self._free.pop()
        try:
            wire = self._nursery.bring_up(self._count, desk.place)
        except OSError:
            self._free.append(desk)
            self._again(student)
            return
        with wire:
            try:
                desk.hand(student, wire, self._let_go)
            except OSError as error:
                raise CourseError(
                    f"No process for the tests could be started: {error.strerror}. {RERUN}"
                ) from None
        deadline = time.monotonic() + self._course.manifest.limits.submission_seconds + SPARE
        job = Job(student, self._count, desk, deadline)
        self._running.append(job)
        self._selector.register(desk, selectors.EVENT_READ, job)

    def _bring_another(self, job: Job) -> None:
        """End the student's side, which does not end a cell of its own accord, and bring up another one."""
        self._count += 1
        try:
            self._nursery.end(job.number)
            with self._nursery.bring_up(self._count, job.desk.place) as wire:
                job.number = self._count
                job.desk.answer(wire)
        except OSError:
            if not self._nursery.alive:
                self._again()  # otherwise it is the judge that has ended, which is seen next

    def _let_go(self) -> None:
        """In a judge: close what only the parent may hold."""
        for desk in self._desks:
            desk.let_go()
        self._nursery.forget()

    def _finished(self) -> list[Job]:
        """Wait until a judge has written all that it has to say, has ended or run out of time."""
        soonest = min((job.deadline for job in self._running), default=0.0)
        ready = self._selector.select(max(0.0, soonest - time.monotonic()))
        done = [key.data for key, _ in ready if key.data.desk.read()]
        now = time.monotonic()
        return done + [job for job in self._running if job.deadline <= now and job not in done]

    def _collect(self, job: Job) -> Result | None:
        """What the judge has written; None if it is to be done again."""
        if not self._nursery.alive:
            self._again()
            return None
        in_time = job.deadline > time.monotonic()
        self._leave(job)
        self._lost = 0
        result = job.desk.result()
        if result is not None and result.outcome.verdict != Verdict.UNGRADED:
            return result
        if result is not None:
            return self._once_more(job.student, result.outcome.notes[-1])
        how = "ended" if in_time else "did not end in its time and was stopped,"
        return self._once_more(job.student, f"the process of its tests {how} without a result")

    def _once_more(self, student: str, why: str) -> Result | None:
        """Try again what has failed on this side, or say that it cannot be graded."""
        self._failed[student] += 1
        if self._failed[student] < ATTEMPTS:
            self._alone.append(student)
            return None
        return ungraded(
            self.exam, student, f"{why}, {ATTEMPTS} times: the next run grades it again"
        )

    def _again(self, *more: str) -> None:
        """The warm process has ended: do what was under way once more, with a new one."""
        self._lost += 1
        if self._lost == ATTEMPTS:
            raise CourseError(
                f"The process that submissions are forked from ended {ATTEMPTS} times. Is there memory left? {RERUN}"
            )
        self._waiting += [*more, *(job.student for job in self._running)]
        for job in list(self._running):
            self._end(job)
        self._nursery.close()
        self._nursery = self._new_nursery()
        self._nursery.wait()

    def _leave(self, job: Job) -> None:
        """The desk is free for another submission, and the student's side ends."""
        self._running.remove(job)
        self._selector.unregister(job.desk)
        self._free.append(job.desk)
        with contextlib.suppress(OSError):  # it may have ended itself
            self._nursery.end(job.number)

    def _end(self, job: Job) -> None:
        """Break off what is under way."""
        self._leave(job)
        job.desk.clear()


def places(jobs: int) -> list[set[int]]:
    """The processors for each of `jobs` submissions: one for each if there are enough, otherwise all for all.

    The two sides of a submission take turns: on one processor a question costs two switches, on two of them it wakes a
    processor that has gone to sleep, which takes longer than the answer.
    """
    every = sorted(os.sched_getaffinity(0))
    return [{every[job]} if jobs <= len(every) else set(every) for job in range(jobs)]
