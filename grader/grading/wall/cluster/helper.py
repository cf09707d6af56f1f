"""What a Dask worker does for a class: it keeps a helper process, which grades submissions as the engine at home does.

A worker has threads of its own, and a process with threads must not be forked while they run. So
the student sides and judges are forked from a process that the worker starts afresh, with one
thread. Bytes go in, bytes come out.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import CourseError
from grader.grading.scratch import Scratch

if TYPE_CHECKING:
    from grader.grading.wall.engine import Engine

ROOT = Path(__file__).resolve().parents[4]
IDLE = 60  # seconds without a submission after which a helper ends: it holds the tests
START = 60  # seconds that a helper may take to be ready
READY = b"ready"

Answer = tuple[str, bytes]  # "result" and a packed result, or "refused" or "lost" and the reason

_idle: list["Helper"] = []


class Helper:
    """The worker's end: a process that grades one submission at a time with one exam."""

    def __init__(self, name: str, exam: bytes, *, unsafe: bool) -> None:
        """Start the process and wait until it is ready.

        Raises:
            CourseError: if it cannot grade on this machine.
        """
        self.name = name
        self._folder = Scratch(_folder())
        ours, theirs = socket.socketpair()
        code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from {__name__} import main; main()"
        arguments = [str(theirs.fileno()), self._folder.name, "unsafe" if unsafe else "locked"]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", code, *arguments], cwd="/", pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )  # fmt: skip
        theirs.close()
        self._wire = Connection(ours.detach())
        try:
            answer = self.ask(exam, START)
        except (OSError, EOFError):
            answer = b"its helper process did not start"
        if answer != READY:
            self.close()
            raise CourseError(answer.decode())

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, question: bytes, seconds: float) -> bytes:
        """Send bytes and wait for the answer.

        Raises:
            OSError, EOFError: if the process has ended or gives no answer in time.
        """
        self._wire.send_bytes(question)
        if not self._wire.poll(seconds):
            raise TimeoutError(f"no answer in {seconds} s")
        return self._wire.recv_bytes()

    def close(self) -> None:
        """End the process and remove what it has written."""
        self._wire.close()
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()


def _folder() -> str | None:
    """The Dask worker's own folder: what a killed worker leaves there is removed by the next one."""
    from distributed import get_worker

    try:
        return str(get_worker().local_directory)
    except ValueError:
        return None


def grade(name: str, exam: bytes, submission: bytes, seconds: float, unsafe: bool) -> Answer:
    """Grade one submission; this is what Dask is asked to run.

    Args:
        name: of the exam, the same for all its submissions.
        exam, submission: as `parcel` packs them.
        seconds: how long an answer may take.
        unsafe: whether to grade where submissions cannot be locked in.
    """
    reason = b""
    for _ in range(2):  # a helper that is gone says nothing about the submission
        try:
            helper = _take(name, exam, unsafe)
        except CourseError as error:
            return "refused", error.message.encode()
        try:
            answer = helper.ask(submission, seconds)
        except (OSError, EOFError) as error:
            helper.close()
            reason = (
                f"the helper process of its worker ended ({error or 'without a word'})".encode()
            )
            continue
        _idle.append(helper)
        kind, _, data = answer.partition(b"\n")
        return kind.decode(), data
    return "lost", reason


def _take(name: str, exam: bytes, unsafe: bool) -> Helper:
    """A helper with this exam that nobody uses; one that has ended is cleared away."""
    for helper in list(_idle):
        try:
            _idle.remove(helper)
        except ValueError:  # another of the worker's threads was faster
            continue
        if not helper.alive:
            helper.close()
        elif helper.name == name:
            return helper
        else:
            _idle.append(helper)
    return Helper(name, exam, unsafe=unsafe)


def main() -> None:
    """The helper process. Only here the engine is loaded: scheduler and worker stay light."""
    from grader.grading.wall.cluster.packing import unpack_exam
    from grader.grading.wall.engine import Engine
    from grader.grading.wall.sandbox import syscalls as kernel

    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    number, folder, how = sys.argv[1:]
    wire = Connection(int(number))
    try:
        exam = unpack_exam(wire.recv_bytes(), Path(folder))
        with (
            Engine(exam.course, exam.module, exam=exam, unsafe=how == "unsafe") as engine,
            contextlib.suppress(EOFError, BrokenPipeError),
        ):
            wire.send_bytes(READY)
            while wire.poll(IDLE):
                wire.send_bytes(_grade(engine, wire.recv_bytes()))
    except CourseError as error:
        wire.send_bytes(error.message.encode())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _grade(engine: "Engine", submission: bytes) -> bytes:
    from grader.grading.wall.cluster.packing import unpack_submission
    from grader.grading.wall.tests.submission import pack

    student = unpack_submission(submission, engine.exam)
    try:
        return b"result\n" + b"".join(pack(result) for result in engine.results([student]))
    except CourseError as error:
        return b"refused\n" + error.message.encode()
    finally:
        shutil.rmtree(engine.exam.course.folder / "submitted" / student)
