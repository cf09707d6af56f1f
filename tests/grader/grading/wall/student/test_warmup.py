"""Warming up the fork server leaves nothing behind in the shell."""

import signal
import sys

from grader.grading.wall.student.shell import Shell
from grader.grading.wall.student.warmup import preload, warm_up


def test_warming_up_leaves_no_name_and_no_timer(shell: Shell) -> None:
    warm_up(shell)
    assert "Thing" not in shell.user_ns
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_package_that_is_missing_stops_nothing() -> None:
    sys.modules.pop("this", None)
    preload(["no_such_package", "colorsys"])
    assert "colorsys" in sys.modules
