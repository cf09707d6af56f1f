"""What a Dask worker runs: it keeps a helper process with an engine, which grades submissions.

A Dask worker has threads, and a process with threads must not fork while they run. So student
processes and grading workers are forked from a helper process that has one thread, which the Dask
worker starts. Submissions and results cross as bytes.
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

from grader.course.errors import CourseError
from grader.grading.scratch import Scratch

if TYPE_CHECKING:
    from grader.grading.wall.cluster.shared import Shared
    from grader.grading.wall.engine import Engine

ROOT = Path(__file__).resolve().parents[4]
IDLE = 60  # seconds without a submission after which a helper ends, since it holds the tests
START = 60  # seconds that a helper may take to be ready
READY = b"ready"

Answer = tuple[str, bytes]  # "result" and a packed result, or "refused" or "lost" and the reason

_idle: list["Helper"] = []


class Helper:
    """The Dask worker's end: a process that grades one submission at a time."""

    def __init__(self, name: str, tests: bytes, *, unsafe: bool) -> None:
        """Start the process and wait until it is ready.

        Args:
            name: the name of the tests.
            tests: the packed tests.
            unsafe: run submissions without a sandbox.

        Raises:
            CourseError: if it cannot grade on this machine.
        """
        self.name = name
        self._folder = Scratch(_folder())
        ours, theirs = socket.socketpair()
        code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from {__name__} import main; main()"
        arguments = [str(theirs.fileno()), self._folder.name, "unsafe" if unsafe else "sandboxed"]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", code, *arguments], cwd="/", pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )  # fmt: skip
        theirs.close()
        self._connection = Connection(ours.detach())
        try:
            answer = self.request(tests, START)
        except (OSError, EOFError):
            answer = b"its helper process did not start"
        if answer != READY:
            self.close()
            raise CourseError(answer.decode())

    @property
    def alive(self) -> bool:
        """Whether the process is running."""
        return self._process.poll() is None

    def request(self, data: bytes, seconds: float) -> bytes:
        """Send bytes and return the reply.

        Raises:
            OSError, EOFError: if the process has ended or does not reply in time.
        """
        self._connection.send_bytes(data)
        if not self._connection.poll(seconds):
            raise TimeoutError(f"no answer in {seconds} s")
        return self._connection.recv_bytes()

    def close(self) -> None:
        """End the process and remove its files."""
        self._connection.close()
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()


def _folder() -> str | None:
    """The Dask worker's own folder: the next worker removes what a killed one leaves there."""
    from distributed import get_worker

    try:
        return str(get_worker().local_directory)
    except ValueError:
        return None


def grade_all(
    name: str, tests: bytes, submissions: list[bytes], seconds: float, unsafe: bool
) -> list[Answer]:
    """Grade some submissions one after the other; the function of each Dask task.

    See `grade` for the arguments.
    """
    return [grade(name, tests, submission, seconds, unsafe) for submission in submissions]


def grade(name: str, tests: bytes, submission: bytes, seconds: float, unsafe: bool) -> Answer:
    """Grade one submission.

    Args:
        name: the name of the tests, the same for all submissions of a run.
        tests: what `pack_tests` has packed.
        submission: what `pack_submission` has packed.
        seconds: how long the reply may take.
        unsafe: whether to grade without a sandbox.
    """
    reason = b""
    for _ in range(2):  # a helper that ended while it was idle says nothing about the submission
        try:
            helper = _take(name, tests, unsafe)
        except CourseError as error:
            return "refused", error.message.encode()
        try:
            answer = helper.request(submission, seconds)
        except (OSError, EOFError) as error:
            helper.close()
            how = error if str(error) else "without a message"
            reason = f"the helper process of its worker ended ({how})".encode()
            continue
        _idle.append(helper)
        kind, _, data = answer.partition(b"\n")
        return kind.decode(), data
    return "lost", reason


def _take(name: str, tests: bytes, unsafe: bool) -> Helper:
    """An idle helper with these tests, or a new one; removes those that have ended."""
    for helper in list(_idle):
        try:
            _idle.remove(helper)
        except ValueError:  # another thread of the Dask worker has taken it
            continue
        if not helper.alive:
            helper.close()
        elif helper.name == name:
            return helper
        else:
            _idle.append(helper)
    return Helper(name, tests, unsafe=unsafe)


def main() -> None:
    """Run the helper process. It alone imports the engine: scheduler and worker stay light."""
    number, folder, mode = sys.argv[1:]
    connection = Connection(int(number))
    try:
        from grader.grading.wall.cluster.packing import unpack_tests
        from grader.grading.wall.cluster.shared import Shared
        from grader.grading.wall.engine import Engine
        from grader.grading.wall.sandbox import syscalls

        syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)  # end with the Dask worker
        tests = unpack_tests(connection.recv_bytes(), Path(folder))
        with (
            Engine(tests.course, tests.module, tests=tests, unsafe=mode == "unsafe") as engine,
            contextlib.suppress(EOFError, BrokenPipeError),
        ):
            connection.send_bytes(READY)
            shared = Shared(tests)
            while connection.poll(IDLE):
                connection.send_bytes(_grade(engine, connection.recv_bytes(), shared))
    except ModuleNotFoundError as error:
        line = f"it lacks {error.name}: install '.[instructor,cluster]' there."
        connection.send_bytes(line.encode())
    except CourseError as error:
        connection.send_bytes(error.message.encode())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _grade(engine: "Engine", submission: bytes, shared: "Shared") -> bytes:
    from grader.grading.wall.cluster.packing import unpack_submission
    from grader.grading.wall.tests.submission import pack

    student = unpack_submission(submission, engine.tests, shared)
    try:
        (result,) = engine.results([student])
        return b"result\n" + shared.pack(pack(result))
    except CourseError as error:
        return b"refused\n" + error.message.encode()
    finally:
        shutil.rmtree(engine.tests.course.folder / "submitted" / student)
