"""A Dask scheduler and workers on loopback, and a term whose submissions they grade."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.course.manifest import Module
from grader.course.outcome import Outcome
from grader.course.term import ROOT, Course
from grader.grading.batch import grade
from grader.grading.wall.cluster import helper
from grader.grading.wall.cluster.packing import pack_submission
from grader.grading.wall.cluster.shared import Shared
from grader.grading.wall.tests.compiled import CompiledTests
from grader.submissions.intake import read_contents

FULL = 37.0


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def started(*command: str) -> Iterator["subprocess.Popen[str]"]:
    """A process that is killed at the end."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DASK_DISTRIBUTED__DIAGNOSTICS__NVML": "False",
    }
    with subprocess.Popen(
        command,
        cwd="/",
        env=environment,
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        drain = threading.Thread(target=_watch, args=(process,))
        drain.start()
        try:
            yield process
        finally:
            process.kill()
            drain.join()


def _watch(process: "subprocess.Popen[str]") -> None:
    assert process.stderr is not None
    process.stderr.read()


@contextmanager
def scheduler() -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    port = free_port()
    dask = (
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    )
    with started(*dask, "--no-dashboard", "--no-show") as process:
        yield f"tcp://127.0.0.1:{port}", process


@contextmanager
def worker(address: str, folder: Path, unseen: Path) -> Iterator["subprocess.Popen[str]"]:
    """A worker that stays dead when it is killed; as root, it cannot see the folder `unseen`."""
    dask = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        address,
        "--no-nanny",
        "--nthreads",
        "1",
    ]
    dask += ["--no-dashboard", "--local-directory", str(folder)]
    if os.geteuid() == 0:
        dask = [
            "unshare",
            "-m",
            "sh",
            "-c",
            'mount -t tmpfs none "$0" && exec "$@"',
            str(unseen),
            *dask,
        ]
    with started(*dask) as process:
        yield process


def run(
    course: Course, module: Module, students: list[str], cluster: str | None = None
) -> list[Outcome]:
    found: list[Outcome] = []
    grade(course, module, students, engine="wall", cluster=cluster, report=found.append)
    return found


def packed(course: Course, module: Module, student: str) -> bytes:
    contents = read_contents(course, student, module)
    assert isinstance(contents.notebook, bytes)
    shared = Shared(CompiledTests.prepare(course, module))
    return pack_submission(student, contents, contents.notebook, shared)


@contextmanager
def cluster_in_threads() -> Iterator[str]:
    """A scheduler and a worker as threads of this process, so that patches reach them."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        dashboard_address="127.0.0.1:0",
        protocol="tcp",
        host="127.0.0.1",
    ) as made:
        yield made.scheduler_address
    while helper._idle:
        helper._idle.pop().close()
