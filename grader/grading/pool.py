"""Call a function for each of many students, in processes with limits, several at a time."""

import contextlib
import math
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess

import psutil

MB = 1024 * 1024


@dataclass(frozen=True)
class Bounds:
    """The limits of one call."""

    seconds: float  # of elapsed time
    processor_seconds: int | None = None
    megabytes: int | None = None  # of its process's address space, beyond what it starts with


@dataclass(frozen=True)
class Reply:
    """How the call for one student ended."""

    student: str
    text: str | None  # what the function returned; None if its process ended before that
    timed_out: bool = False


@dataclass
class Worker:
    """A process that answers calls, and the call that it answers now."""

    process: BaseProcess
    pipe: Connection
    student: str = ""
    stop_at: float = 0.0


def for_each(
    function: Callable[[str], str],
    students: list[str],
    *,
    jobs: int | None,
    bounds: Bounds,
    preload: str,
    lasting: bool = False,
) -> Generator[Reply, None, None]:
    """Call `function` with each student and yield the replies in the order in which they end.

    Args:
        function, students: what to call and with whom; the function must be picklable, and the
            processes that it starts are ended with its own.
        jobs: how many at a time; by default one for each processor.
        bounds: what each call may use.
        preload: a module that is imported before the processes are forked.
        lasting: whether a process answers further calls, unless one fails, and keeps what it knows.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([preload])
    start, most = partial(_start, context, function, bounds, lasting), jobs or os.cpu_count() or 1
    waiting, running, idle = deque(students), list[Worker](), list[Worker]()
    try:
        while waiting or running:
            while waiting and len(running) < most:
                running.append(idle.pop() if idle else start())
                _give_next(running, waiting, bounds)
            for worker in _finished(running):
                reply = _collect(worker)
                running.remove(worker)
                if lasting and reply.text is not None:
                    idle.append(worker)
                else:
                    _end(worker)
                yield reply
    finally:
        # Also if the caller stops asking for replies.
        for worker in [*running, *idle]:
            _end(worker)


def _start(
    context: ForkServerContext, function: Callable[[str], str], bounds: Bounds, lasting: bool
) -> Worker:
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, function, bounds, lasting))
    process.start()
    # The process alone holds the other end, so that its death closes the pipe.
    theirs.close()
    return Worker(process, ours)


def _give_next(running: list[Worker], waiting: deque[str], bounds: Bounds) -> None:
    """Give the next call to the last of `running`, or end it if it cannot take one."""
    if _give(running[-1], waiting[0], bounds):
        waiting.popleft()
    else:
        _end(running.pop())


def _give(worker: Worker, student: str, bounds: Bounds) -> bool:
    """Send a worker its next call; return whether it can take one."""
    worker.student, worker.stop_at = student, time.monotonic() + bounds.seconds
    try:
        worker.pipe.send_bytes(student.encode("utf-8", "surrogateescape"))
    except OSError:  # a process that waited for a call was killed
        return False
    return True


def _serve(pipe: Connection, function: Callable[[str], str], bounds: Bounds, lasting: bool) -> None:
    """Answer calls until there are no more: the entry point of a process."""
    _limit_memory(bounds)
    while True:
        try:
            student = pipe.recv_bytes().decode("utf-8", "surrogateescape")
        except EOFError:
            return
        _limit_processor_time(bounds, lasting)
        pipe.send_bytes(function(student).encode())
        if not lasting:
            return


def _limit_processor_time(bounds: Bounds, lasting: bool) -> None:
    """Limit the processor time of the next call."""
    import resource  # missing on Windows, which has no fork server either

    if bounds.processor_seconds is None:
        return
    used = math.ceil(time.process_time()) if lasting else 0
    soft = used + bounds.processor_seconds
    # The soft limit sends SIGXCPU, which tells a timeout from a crash; the hard one kills, but it
    # could not be raised for a next call.
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1] if lasting else soft + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
    # SIGXCPU writes a core file by default.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_memory(bounds: Bounds) -> None:
    """Limit the memory of this process."""
    import resource

    if bounds.megabytes is not None:
        most = psutil.Process().memory_info().vms + bounds.megabytes * MB
        with contextlib.suppress(ValueError, OSError):  # not every system has this limit
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _finished(running: list[Worker]) -> list[Worker]:
    """Wait until a worker has replied, ended or timed out; return all that have."""
    soonest = min(worker.stop_at for worker in running)
    ready = wait([each.pipe for each in running], timeout=max(0.0, soonest - time.monotonic()))
    now = time.monotonic()
    return [worker for worker in running if worker.pipe in ready or worker.stop_at <= now]


def _collect(worker: Worker) -> Reply:
    try:
        text = worker.pipe.recv_bytes().decode() if worker.pipe.poll() else None
    except (EOFError, OSError):
        text = None
    if text is not None:
        return Reply(worker.student, text)
    timed_out = worker.stop_at <= time.monotonic()
    if not timed_out:
        # The exit code is known only after the process has ended.
        worker.process.join(timeout=5)
        timed_out = worker.process.exitcode == -signal.SIGXCPU
    return Reply(worker.student, None, timed_out)


def _end(worker: Worker) -> None:
    end_family(worker.process)
    worker.pipe.close()


def end_family(process: BaseProcess) -> None:
    """Kill a process and all that it started; a kernel, in its own session, would keep running."""
    try:
        # Before the kill: orphans get another parent and could not be found.
        family = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        family = []
    for member in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            member.kill()
    process.kill()
    process.join()
