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

from grader.course.outcome import Outcome, Result, Verdict
from grader.errors import RERUN, CourseError
from grader.grading.wall.cluster import helper
from grader.grading.wall.cluster.packing import pack_submission, pack_tests
from grader.grading.wall.engine import ATTEMPTS, SPARE
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.submission import ungraded, unpack
from grader.submissions.intake import Refusal, read_contents

CONNECT = 10  # seconds to reach the scheduler
AHEAD = 256  # tasks that the scheduler holds at a time, so that new workers find some
LOGGERS = ("distributed", "distributed.client", "distributed.core", "tornado.application")


class Cluster:
    """Runs submissions of one module on the workers of a Dask scheduler, while it is open."""

    def __init__(self, address: str, tests: CompiledTests, *, unsafe: bool = False) -> None:
        self._address, self._tests, self._unsafe = address, tests, unsafe
        self._name = f"tinytorch-{tests.module.id}-{uuid.uuid4().hex[:12]}"
        self._pending: dict[str, tuple[str, str]] = {}  # task -> (student, fingerprint)

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
                f"No Dask scheduler answers at {self._address}: {_first_line(error)}."
            ) from None
        if not self._client.nthreads():
            line = f"No worker is connected to {self._address} yet: waiting for the first one."
            click.echo(line, err=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close(timeout=5)

    def results(self, students: list[str]) -> Iterator[Result]:
        """Grade `students` and yield each result as it comes."""
        waiting = list(reversed(students))
        # A task, so that Dask makes the tests again if the worker that holds them is lost.
        tests = self._client.submit(bytes, pack_tests(self._tests), key=self._name)
        done = as_completed(loop=self._client.loop)
        while waiting or self._pending:
            while waiting and len(self._pending) < AHEAD:
                task = self._send(waiting.pop(), tests)
                if isinstance(task, Result):
                    yield task
                else:
                    done.add(task)
            if self._pending:
                yield self._receive(next(done))

    def _send(self, student: str, tests: Future[bytes]) -> Future[helper.Answer] | Result:
        """Submit the task of a submission, or return the result of one that cannot be graded."""
        module = self._tests.module
        contents = read_contents(self._tests.course, student, module)
        notebook, fingerprint = contents.notebook, contents.fingerprint
        if isinstance(notebook, Refusal):
            outcome = Outcome(
                student=student, module=module.id, verdict=notebook.verdict,
                notes=[notebook.note], fingerprint=fingerprint,
            )  # fmt: skip
            return Result(outcome, handed_in=contents.handed_in)
        packed = pack_submission(student, contents, notebook)
        key = f"{self._name}-{uuid.uuid4().hex[:12]}"
        self._pending[key] = student, fingerprint
        seconds = ATTEMPTS * (self._tests.limits.submission_seconds + SPARE) + SPARE
        arguments = self._name, tests, packed, seconds, self._unsafe
        return self._client.submit(helper.grade, *arguments, key=key)

    def _receive(self, task: Future[helper.Answer]) -> Result:
        student, fingerprint = self._pending.pop(str(task.key))
        lost = CourseError(
            f"The connection to the Dask scheduler at {self._address} was lost. {RERUN}"
        )
        if task.status == "cancelled":
            raise lost
        if task.status == "error":
            return self._failed(student, task.exception())
        try:
            kind, data = task.result()
        except (OSError, CancelledError):  # the connection was lost while the result was sent
            raise lost from None
        if kind == "refused":
            raise CourseError(f"A worker of {self._address} refuses: {data.decode()} {RERUN}")
        result = unpack(data) if kind == "result" else None
        if result is None:
            why = data.decode(errors="replace") if kind == "lost" else "its result is incomplete"
            return ungraded(self._tests, student, why)
        result.outcome.student = student
        known = result.outcome.verdict != Verdict.UNGRADED
        result.outcome.fingerprint = fingerprint if known else ""
        return result

    def _failed(self, student: str, error: BaseException | None) -> Result:
        """The result of a task that raised an error."""
        if isinstance(error, KilledWorker):
            return ungraded(self._tests, student, "every worker that graded it was lost")
        raise CourseError(
            f"The workers of {self._address} cannot grade: {_first_line(error)}. Scheduler and "
            "workers need the same commit of this course, installed with "
            f"'.[instructor,cluster]'. {RERUN}"
        )


def _first_line(error: BaseException | None) -> str:
    text = str(error).strip().split("\n", 1)[0] or type(error).__name__
    return text[:200].rstrip(".")
