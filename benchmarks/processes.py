"""Run functions in new processes, and measure their time and memory."""

import os
import resource
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

import psutil


@dataclass
class Measured:
    """The costs of one way to run all submissions.

    Args:
        seconds: elapsed time.
        processor: CPU seconds; None if unknown.
        memory: the peak, in MB.
    """

    seconds: float
    processor: float | None
    memory: float = 0.0


class Memory:
    """Records the peak memory (PSS) of this process and all its children, in MB."""

    def __enter__(self) -> "Memory":
        self.peak, self._stop = 0.0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        me = psutil.Process()
        while not self._stop.wait(0.25):
            total = 0
            for process in [me, *me.children(recursive=True)]:
                try:
                    total += process.memory_full_info().pss
                except (psutil.Error, OSError):
                    continue
            self.peak = max(self.peak, total / 1024**2)


def start(run: Callable[[], object]) -> int:
    """Run a function in a new process, so that it leaves nothing behind; return its pid."""
    pid = os.fork()
    if pid == 0:
        try:
            run()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    return pid


def wait(pid: int) -> None:
    """Wait for a process from `start`.

    Raises:
        SystemExit: if it failed.
    """
    if os.waitpid(pid, 0)[1]:
        raise SystemExit("a measurement ended in an error")


def measure(run: Callable[[], object]) -> Measured:
    """Run a function in a new process and measure it, with all processes that it starts."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    pid = start(run)
    with Memory() as watch:
        wait(pid)
    seconds, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Measured(
        seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, watch.peak
    )
