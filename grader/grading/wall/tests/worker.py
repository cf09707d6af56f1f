"""A worker process: forked from the parent, it grades one submission after another.

A worker holds no student code, only plain values that came over the connection, and starts each
submission with its own seeds, limits and handles. It ends after a submission that timed out, was
ended or left much in the worker's memory, and the next one gets a new worker. An error in the
worker itself gives the verdict `ungraded`, never a score: the engine tries again.
"""

import contextlib
import gc
import os
import resource
import signal
import socket
import struct
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle, send_handle

from grader.course.outcome import Result, Verdict
from grader.grading.wall.sandbox.sandbox import address_space
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.submission import grade_submission, pack, ungraded, unpack

MB = 1024 * 1024
MAX_MEMORY = 2048  # MB of address space that a worker may use beyond what it starts with
MAX_KEPT = 256  # MB of address space that a worker may keep between two submissions
MAX_RESULT = 128 * MB  # bytes; a worker that sends more has been sent too much itself
MAX_SUBMISSIONS = 500  # of one worker
STALLED = 5  # seconds without a byte of a result that has begun, after which a worker is stopped
NEED_STUDENT = b""  # sent in place of a result to ask for a new student process
REUSABLE = frozenset(
    {Verdict.OK, Verdict.WRONG, Verdict.ERROR, Verdict.UNREADABLE, Verdict.MISSING}
)  # verdicts after which a worker goes on


class NeedsStudent(Exception):
    """A worker asks for a new student process."""


class Worker:
    """The parent's end of a worker process, and the processors for it and its students.

    `note`, if there is one, is the first of every outcome's notes.
    """

    def __init__(self, tests: CompiledTests, processors: set[int], *, note: str) -> None:
        self.processors, self.pid = processors, 0
        self._tests, self._note = tests, note
        self._connection: Connection | None = None

    def fileno(self) -> int:
        """The descriptor from which the results are read."""
        return -1 if self._connection is None else self._connection.fileno()

    def submit(
        self, student: str, connection: socket.socket, close_inherited: Callable[[], None]
    ) -> None:
        """Send a submission to the process, which is started if there is none.

        Args:
            student: whose submission.
            connection: the connection to the student process.
            close_inherited: called in a new process, to close what belongs to the parent.
        """
        if self._connection is not None:
            try:
                self._send(student, connection)
                return
            except OSError:  # it has ended since the last submission
                self.stop()
        self._start(connection, close_inherited)
        self._send(student, connection)

    def has_sent(self) -> bool:
        """Whether there is something to receive, or the process has ended."""
        return self._connection is not None and self._connection.poll()

    def receive(self) -> tuple[Result | None, bool]:
        """The result that the process has sent, if it is complete, and whether it goes on.

        Raises:
            NeedsStudent: if it asks for a new student process.
        """
        assert self._connection is not None
        try:
            message = self._connection.recv_bytes(MAX_RESULT)
        except (EOFError, OSError):  # it has ended or stalled
            return None, False
        if message == NEED_STUDENT:
            raise NeedsStudent
        result = unpack(message[1:])
        return result, result is not None and bool(message[0])

    def send_student(self, connection: socket.socket) -> None:
        """Send the connection to a new student process."""
        assert self._connection is not None
        send_handle(self._connection, connection.fileno(), self.pid)

    def close_inherited(self) -> None:
        """In another forked process: close this end."""
        if self._connection is not None:
            self._connection.close()

    def stop(self) -> None:
        """Kill the process."""
        if self._connection is None:
            return
        self._connection.close()
        self._connection = None
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)  # or a zombie process would stay

    def _send(self, student: str, connection: socket.socket) -> None:
        assert self._connection is not None
        self._connection.send_bytes(os.fsencode(student))
        self.send_student(connection)

    def _start(self, connection: socket.socket, close_inherited: Callable[[], None]) -> None:
        ends = socket.socketpair()
        # A worker that stops in the middle of a result must not stop the parent.
        ends[0].setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", STALLED, 0))
        ours, theirs = (Connection(end.detach()) for end in ends)
        self.pid = os.fork()
        if self.pid == 0:
            ours.close()
            connection.close()
            close_inherited()
            _serve(theirs, self._tests, self.processors, note=self._note)  # never returns
        theirs.close()
        self._connection = ours


def _serve(parent: Connection, tests: CompiledTests, processors: set[int], *, note: str) -> None:
    """Run a worker process; never returns."""
    try:
        os.sched_setaffinity(0, processors)  # the parent may use all of them
        size = _limit()
        for count in range(1, MAX_SUBMISSIONS + 1):
            student = os.fsdecode(parent.recv_bytes())
            warnings.resetwarnings()  # results must not depend on how the grader was started
            with _receive_student(parent) as connection:
                result = _grade(tests, student, connection, lambda: _respawn(parent))
            orderly = result.quiet and result.outcome.verdict in REUSABLE
            if note:
                result.outcome.notes.insert(0, note)
            packed = pack(result)
            del result  # its notebook is not kept while the worker waits
            gc.collect()  # the namespaces of tests are cycles, and hold 50 MB after a submission
            gc.freeze()  # what is left is kept for later submissions, and not looked at again
            grown = address_space() > size + MAX_KEPT * MB
            goes_on = orderly and count < MAX_SUBMISSIONS and not grown
            parent.send_bytes(bytes([goes_on]) + packed)
            if not goes_on:
                break
    except EOFError:
        pass  # the parent has closed the connection
    finally:
        os._exit(0)


def _receive_student(parent: Connection) -> socket.socket:
    """The connection to a student process, from the parent."""
    return socket.socket(fileno=recv_handle(parent))


def _respawn(parent: Connection) -> socket.socket:
    """The connection to a new student process, which the parent is asked for."""
    parent.send_bytes(NEED_STUDENT)
    return _receive_student(parent)


def _grade(
    tests: CompiledTests, student: str, connection: socket.socket,
    respawn: Callable[[], socket.socket],
) -> Result:  # fmt: skip
    try:
        return grade_submission(tests, student, connection, respawn)
    except Exception as error:  # no student code runs in this process, so the error is the grader's
        name, message = type(error).__name__, str(error)
        return ungraded(tests, student, f"{name}: {message}" if message else name)


def _limit() -> int:
    """Limit this process; return the bytes of its address space."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops its workers itself
    gc.set_threshold(20_000)  # objects are many and small: fewer, larger collections
    size = address_space()
    most = size + MAX_MEMORY * MB  # on top of what it shares with the parent
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    return size
