"""Grade a class on other machines: each submission is a Dask task, its result comes back as bytes.

Scheduler and workers belong to the trusted side. Whoever can reach the scheduler can run code on
all of them, so it belongs on a network of its own or behind TLS. Student code runs in a sandbox
without network on the worker and cannot reach it. Dask runs the tasks of a lost worker again.
"""

import logging
import uuid
from collections.abc import Iterator
from concurrent.futures import CancelledError

import click
from distributed import Client, Future, as_completed
from distributed.scheduler import KilledWorker

from grader.course.errors import RERUN, CourseError
from grader.course.outcome import Outcome, Result, Verdict
from grader.course.text import first_line
from grader.grading.wall.cluster import helper
from grader.grading.wall.cluster.packing import pack_submission, pack_tests
from grader.grading.wall.cluster.shared import Shared
from grader.grading.wall.engine import ATTEMPTS, SPARE
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.submission import ungraded, unpack
from grader.submissions.intake import Refusal, read_contents

CONNECT = 10  # seconds to reach the scheduler
AHEAD = 256  # tasks that the scheduler holds at a time, so that new workers find some
TOGETHER = 8  # submissions in a task at most: a task costs parent and scheduler about 3 ms each
TURNS = 4  # tasks for each worker at least, so that they finish at about the same time
LOGGERS = ("distributed", "distributed.client", "distributed.core", "tornado.application")


class Cluster:
    """Runs submissions of one module on the workers of a Dask scheduler, while it is open."""

    def __init__(self, address: str, tests: CompiledTests, *, unsafe: bool = False) -> None:
        self._address, self._tests, self._unsafe = address, tests, unsafe
        self._name = f"tinytorch-{tests.module.id}-{uuid.uuid4().hex[:12]}"
        self._shared = Shared(tests)
        # Task -> student -> fingerprint of the submission.
        self._pending: dict[str, dict[str, str]] = {}
        self._alone: list[str] = []  # their task was lost with others

    def __enter__(self) -> "Cluster":
        """Connect to the scheduler.

        Raises:
            CourseError: if it cannot be reached.
        """
        for name in LOGGERS:  # a user gets one line in place of their messages
            logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            self._client = Client(self._address, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise CourseError(
                f"No Dask scheduler answers at {self._address}: {_said(error)}."
            ) from None
        if not self._client.nthreads():
            line = f"No worker is connected to {self._address} yet: waiting for the first one."
            click.echo(line, err=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close(timeout=5)

    def arrivals(self, students: list[str]) -> Iterator[Result | None]:
        """Grade `students` and yield each result as it comes, and None when none is there yet."""
        waiting = list(reversed(students))
        # A task, so that Dask makes the tests again if the worker that holds them is lost.
        self._exam = self._client.submit(bytes, pack_tests(self._tests), key=self._name)
        done = as_completed(loop=self._client.loop)
        while waiting or self._alone or self._pending:
            while (waiting or self._alone) and len(self._pending) < AHEAD:
                together = [self._alone.pop()] if self._alone else self._take(waiting)
                packed: dict[str, tuple[str, bytes]] = {}
                for student in together:
                    found = self._pack(student)
                    if isinstance(found, Result):
                        yield found
                    else:
                        packed[student] = found
                if packed:
                    done.add(self._send(packed))
            if self._pending:
                if not done.has_ready():
                    yield None
                yield from self._receive(next(done))

    def _take(self, waiting: list[str]) -> list[str]:
        """Take the students of the next task: fewer, the fewer are left for each worker."""
        workers = max(1, sum(self._client.nthreads().values()))
        count = min(TOGETHER, max(1, len(waiting) // (TURNS * workers)))
        return [waiting.pop() for _ in range(count)]

    def _pack(self, student: str) -> tuple[str, bytes] | Result:
        """A submission's fingerprint and bytes, or the result of one that cannot be graded."""
        module = self._tests.module
        contents = read_contents(self._tests.course, student, module)
        notebook, fingerprint = contents.notebook, contents.fingerprint
        if not isinstance(notebook, Refusal):
            return fingerprint, pack_submission(student, contents, notebook, self._shared)
        outcome = Outcome(
            student=student, module=module.id, verdict=notebook.verdict,
            notes=[notebook.note], fingerprint=fingerprint,
        )  # fmt: skip
        return Result(outcome, handed_in=contents.handed_in)

    def _send(self, packed: dict[str, tuple[str, bytes]]) -> Future[list[helper.Answer]]:
        """Submit a task for some submissions."""
        key = f"{self._name}-{uuid.uuid4().hex[:12]}"
        self._pending[key] = {student: fingerprint for student, (fingerprint, _) in packed.items()}
        seconds = ATTEMPTS * (self._tests.course.manifest.limits.submission_seconds + SPARE) + SPARE
        submissions = [data for _, data in packed.values()]
        arguments = self._name, self._exam, submissions, seconds, self._unsafe
        return self._client.submit(helper.grade_all, *arguments, key=key)

    def _receive(self, task: Future[list[helper.Answer]]) -> Iterator[Result]:
        """The results of a task."""
        fingerprints = self._pending.pop(str(task.key))
        lost = CourseError(
            f"The connection to the Dask scheduler at {self._address} was lost. {RERUN}"
        )
        if task.status == "cancelled":
            raise lost
        if task.status == "error":
            yield from self._failed(list(fingerprints), task.exception())
            return
        try:
            answers = task.result()
        except (OSError, CancelledError):  # the connection was lost while the result was sent
            raise lost from None
        for (student, fingerprint), answer in zip(fingerprints.items(), answers, strict=True):
            yield self._result(student, fingerprint, *answer)

    def _result(self, student: str, fingerprint: str, kind: str, data: bytes) -> Result:
        if kind == "refused":
            raise CourseError(f"A worker of {self._address} refuses: {data.decode()} {RERUN}")
        if kind == "lost":
            return ungraded(self._tests, student, data.decode(errors="replace"))
        try:
            result = unpack(self._shared.unpack(data))
        except ValueError:
            result = None
        if result is None:
            return ungraded(self._tests, student, "its result is incomplete")
        result.outcome.student = student
        known = result.outcome.verdict != Verdict.UNGRADED
        result.outcome.fingerprint = fingerprint if known else ""
        return result

    def _failed(self, students: list[str], error: BaseException | None) -> list[Result]:
        """The results of a task that raised an error."""
        if isinstance(error, KilledWorker):
            if len(students) > 1:  # one of them may have ended the workers
                self._alone += students
                return []
            return [ungraded(self._tests, students[0], "every worker that graded it was lost")]
        raise CourseError(
            f"The workers of {self._address} cannot grade: {_said(error)}. Scheduler and "
            "workers need the same commit of this course, installed with "
            f"'.[instructor,cluster]'. {RERUN}"
        )


def _said(error: BaseException | None) -> str:
    return first_line(str(error).strip(), 200).rstrip(".") or type(error).__name__
