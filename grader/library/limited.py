"""Run answers of the library for a limited time, so that one that loops forever is named.

The limit is a signal, so what uses it must run in the main thread.
"""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType
from typing import Any

from grader.course.errors import CourseError
from tinytorch.book import Answer, Book
from tinytorch.compare import Call

SECONDS = 20
AGAIN = 1.0  # seconds to the next signal: an answer may catch every exception


class OutOfTime(BaseException):
    """The time is over; no subclass of Exception, which probes and answers catch."""


@contextlib.contextmanager
def time_limit() -> Iterator[None]:
    """Limit what runs inside to `SECONDS`.

    Raises:
        OutOfTime: when they are over.
    """

    def stop(signum: int, frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def outcomes(book: Book, call: Call, answer: Answer) -> list[Any]:
    """Return the outcomes of a wrong answer for the inputs of a comparison.

    Raises:
        CourseError: if it does not end.
    """
    exercise = book.tasks[call.test][0]
    with must_end(f"{exercise}/wrong/{answer.name}.py", call.test):
        return book.outcomes(call, answer)


@contextlib.contextmanager
def must_end(answer: str, test: str) -> Iterator[None]:
    """Limit the time of an answer in a test.

    Raises:
        CourseError: if it is over; the message names the answer.
    """
    try:
        with time_limit():
            yield
    except OutOfTime:
        raise CourseError(
            f"{answer} does not end within {SECONDS} seconds in {test}: write it so that it ends,"
            " since the library is run through the tests, and where a student's result is wrong."
        ) from None
