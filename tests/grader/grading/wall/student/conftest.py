"""A shell in the process of the tests, which takes the place of `__main__` for a while."""

import signal
import sys
from collections.abc import Iterator

import pytest

from grader.grading.wall.student.shell import Shell


@pytest.fixture(scope="module")
def shell() -> Iterator[Shell]:
    """A shell; afterwards `__main__` and the handler of the alarm are what they were."""
    main, handler = sys.modules["__main__"], signal.getsignal(signal.SIGALRM)
    made = Shell()
    made.outputs.cell = made.outputs.total = 1_000_000
    yield made
    signal.setitimer(signal.ITIMER_REAL, 0)
    made.reset(new_session=True)
    sys.modules["__main__"] = main
    signal.signal(signal.SIGALRM, handler)
