"""Grade a class on other machines: every submission is a task of a Dask scheduler, and its result comes back as bytes.

Scheduler and workers are the grader's side, and as trusted as the machine that this runs on:
whoever can reach the scheduler can run code on all of them, so it belongs on a network of its own
or behind TLS. What students wrote runs in a jail without network on the worker, and cannot reach
it. A lost worker's tasks are run again by Dask.
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
from grader.grading.wall.cluster import helper as outpost
from grader.grading.wall.cluster.packing import pack_exam, pack_submission
from grader.grading.wall.engine import ATTEMPTS, SPARE
from grader.grading.wall.tests.compiled import Exam
from grader.grading.wall.tests.submission import ungraded, unpack
from grader.submissions.intake import Refusal, read_contents

CONNECT = 10  # seconds to reach the scheduler
AHEAD = 256  # submissions that the scheduler holds at a time, so that workers that come find some


class Cluster:
    """Runs submissions of one module on the workers of a Dask scheduler, while it is open."""

    def __init__(self, address: str, exam: Exam, *, unsafe: bool = False) -> None:
        self._address, self._exam, self._unsafe = address, exam, unsafe
        self._name = f"tinytorch-{exam.module.id}-{uuid.uuid4().hex[:12]}"
        self._marks: dict[str, tuple[str, str]] = {}  # task -> (student, fingerprint)

    def __enter__(self) -> "Cluster":
        """Reach the scheduler.

        Raises:
            CourseError: if there is none.
        """
        for name in (
            "distributed",
            "distributed.client",
            "distributed.core",
            "tornado.application",
        ):
            logging.getLogger(name).setLevel(
                logging.CRITICAL
            )  # what a user can mend is said in one line
        try:
            self._client = Client(self._address, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise CourseError(
                f"No Dask scheduler answers at {self._address}: {_line(error)}."
            ) from None
        if not self._client.nthreads():
            click.echo(
                f"No worker is connected to {self._address} yet: waiting for the first one.",
                err=True,
            )
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close(timeout=5)

    def results(self, students: list[str]) -> Iterator[Result]:
        """Grade `students` and yield each result as it comes."""
        waiting = list(reversed(students))
        parcel = pack_exam(self._exam)
        # A task like any other, so that Dask makes it again if the worker that holds it is lost.
        exam = self._client.submit(bytes, parcel, key=self._name)
        done = as_completed(loop=self._client.loop)
        while waiting or self._marks:
            while waiting and len(self._marks) < AHEAD:
                task = self._send(waiting.pop(), exam)
                if isinstance(task, Result):
                    yield task
                else:
                    done.add(task)
            if self._marks:
                yield self._received(next(done))

    def _send(self, student: str, exam: Future[bytes]) -> Future[outpost.Answer] | Result:
        course, module = self._exam.course, self._exam.module
        contents = read_contents(course, student, module)
        refused, mark = contents.notebook, contents.fingerprint
        if isinstance(refused, Refusal):
            outcome = Outcome(
                student=student,
                module=module.id,
                verdict=refused.verdict,
                notes=[refused.note],
                fingerprint=mark,
            )
            return Result(outcome, handed_in=contents.handed_in)
        parcel = pack_submission(student, contents, refused)
        key = f"{self._name}-{uuid.uuid4().hex[:12]}"
        self._marks[key] = student, mark
        seconds = ATTEMPTS * (self._exam.limits.submission_seconds + SPARE) + SPARE
        return self._client.submit(
            outpost.grade, self._name, exam, parcel, seconds, self._unsafe, key=key
        )

    def _received(self, task: Future[outpost.Answer]) -> Result:
        student, mark = self._marks.pop(str(task.key))
        lost = CourseError(
            f"The connection to the Dask scheduler at {self._address} was lost. {RERUN}"
        )
        if task.status == "cancelled":
            raise lost
        if task.status == "error":
            error = task.exception()
            if isinstance(error, KilledWorker):
                return ungraded(self._exam, student, "every worker that graded it was lost")
            raise CourseError(
                f"The workers of {self._address} cannot grade: {_line(error)}. Scheduler and workers need the same "
                f"commit of this course, installed with '.[instructor,cluster]'. {RERUN}"
            )
        try:
            kind, data = task.result()
        except (OSError, CancelledError):  # it was there, and went while its answer was on the way
            raise lost from None
        if kind == "refused":
            raise CourseError(f"A worker of {self._address} refuses: {data.decode()} {RERUN}")
        result = unpack(data) if kind == "result" else None
        if result is None:
            why = (
                data.decode(errors="replace")
                if kind == "lost"
                else "its result did not arrive whole"
            )
            return ungraded(self._exam, student, why)
        result.outcome.student = student
        result.outcome.fingerprint = "" if result.outcome.verdict == Verdict.UNGRADED else mark
        return result


def _line(error: BaseException | None) -> str:
    text = str(error).strip().split("\n", 1)[0] or type(error).__name__
    return text[:200].rstrip(".")
