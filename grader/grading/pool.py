"""Call a function for each of many students, in processes with limits, several at a time."""

import contextlib
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess

import psutil

MB = 1024 * 1024


@dataclass(frozen=True)
class Bounds:
    """The limits of one process."""

    seconds: float  # of elapsed time
    processor_seconds: int | None = None
    megabytes: int | None = None  # of address space, beyond what it starts with


@dataclass(frozen=True)
class Reply:
    """How the call for one student ended."""

    student: str
    text: str | None  # what the function returned; None if its process ended before that
    timed_out: bool = False


@dataclass
class Job:
    """A running process."""

    student: str
    process: BaseProcess
    reply: Connection
    stop_at: float


def for_each(
    function: Callable[[str], str],
    students: list[str],
    *,
    jobs: int | None,
    bounds: Bounds,
    preload: str,
) -> Generator[Reply, None, None]:
    """Call `function` with each student and yield the replies in the order in which they end.

    Args:
        function: must be picklable; the processes that it starts are ended with its own.
        students: whom to call it with.
        jobs: how many at a time; by default one for each processor.
        bounds: what each call may use.
        preload: a module that is imported before the processes are forked.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([preload])
    # Reversed, since pop() takes the last.
    waiting, running = list(reversed(students)), list[Job]()
    try:
        while waiting or running:
            while waiting and len(running) < (jobs or os.cpu_count() or 1):
                running.append(_start(context, function, waiting.pop(), bounds))
            for job in _finished(running):
                running.remove(job)
                yield _collect(job)
    finally:
        # Also if the caller stops asking for replies.
        for job in running:
            end_family(job.process)


def _start(
    context: ForkServerContext, function: Callable[[str], str], student: str, bounds: Bounds
) -> Job:
    receive, send = context.Pipe(duplex=False)
    process = context.Process(
        target=_run, args=(send, function, student, bounds), name=f"work for {student}"
    )
    process.start()
    # The process alone holds the sending end, so that its death closes the pipe.
    send.close()
    return Job(student, process, receive, time.monotonic() + bounds.seconds)


def _run(reply: Connection, function: Callable[[str], str], student: str, bounds: Bounds) -> None:
    """Call the function and send its result: the entry point of a process."""
    _limit(bounds)
    reply.send_bytes(function(student).encode())
    reply.close()


def _limit(bounds: Bounds) -> None:
    """Limit the CPU time and the memory of this process."""
    import resource  # missing on Windows, which has no fork server either

    if bounds.processor_seconds is not None:
        # The soft limit sends SIGXCPU, which tells a timeout from a crash; the hard one kills.
        resource.setrlimit(
            resource.RLIMIT_CPU, (bounds.processor_seconds, bounds.processor_seconds + 1)
        )
        # SIGXCPU writes a core file by default.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if bounds.megabytes is not None:
        most = psutil.Process().memory_info().vms + bounds.megabytes * MB
        with contextlib.suppress(ValueError, OSError):  # not every system has this limit
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _finished(running: list[Job]) -> list[Job]:
    """Wait until a job has replied, ended or timed out; return all that have."""
    soonest = min(job.stop_at for job in running)
    ready = wait([job.reply for job in running], timeout=max(0.0, soonest - time.monotonic()))
    now = time.monotonic()
    return [job for job in running if job.reply in ready or job.stop_at <= now]


def _collect(job: Job) -> Reply:
    try:
        text = job.reply.recv_bytes().decode() if job.reply.poll() else None
    except EOFError:
        text = None
    timed_out = text is None and job.stop_at <= time.monotonic()
    if not timed_out:
        # The exit code is known only after the process has ended.
        job.process.join(timeout=5)
    timed_out = timed_out or (text is None and job.process.exitcode == -signal.SIGXCPU)
    end_family(job.process)
    job.reply.close()
    return Reply(job.student, text, timed_out)


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
