"""A judge's process: forked from the parent, it grades one submission after another until something goes wrong in it.

A judge holds no code of a student's, only plain values that came over the wire, and starts each
submission with seeds, limits and handles of its own. After a submission that ran out of time, broke
off or left much behind in the judge's memory it ends, and the next one gets a fresh process. What
fails in the judge itself is said as `ungraded`, never as a
mark: the engine tries it again.
"""

import array
import contextlib
import gc
import os
import resource
import signal
import socket
import struct
import warnings
from collections.abc import Callable

from grader.course.outcome import Result, Verdict
from grader.grading.wall.tests.compiled import Exam
from grader.grading.wall.tests.submission import grade, pack, ungraded, unpack

MEMORY = 2048  # MB of address space that a judge may use beyond what it starts with
KEPT = 256  # MB of address space that a judge may keep between two submissions
MOST = 128 * 1024 * 1024  # bytes of a result; a judge that writes more has been led astray
LONGEST_NAME = 4096  # bytes of a student's name
TIDY = 10  # submissions after which a judge looks for what it has left behind
TURNS = 500  # submissions after which a judge makes room for a fresh one
MB = 1024 * 1024
HEAD = struct.Struct("<Q?")  # the length of a result, and whether the judge goes on after it
ANOTHER = HEAD.pack(0, True)  # no result: the judge needs another process for the student's side
ORDERLY = frozenset({Verdict.OK, Verdict.WRONG, Verdict.ERROR, Verdict.UNREADABLE, Verdict.MISSING})


class Desk:
    """The parent's end: the judge that sits here now, and the processors for it and its student sides."""

    def __init__(self, exam: Exam, place: set[int], *, unsafe: bool) -> None:
        self.place, self.judge = place, 0
        self._exam, self._unsafe = exam, unsafe
        self._wire: socket.socket | None = None
        self._data = bytearray()

    @property
    def seated(self) -> bool:
        """Whether a judge is there."""
        return self._wire is not None

    def fileno(self) -> int:
        """The file in which the judge's answer comes."""
        return -1 if self._wire is None else self._wire.fileno()

    def hand(self, student: str, wire: socket.socket, let_go: Callable[[], None]) -> None:
        """Give a submission to the judge, with the wire to its student's side; a new one calls `let_go` first."""
        if self._wire is not None:
            try:
                self._give(student, wire)
                return
            except OSError:  # it has ended since
                self.clear()
        self._seat(wire, let_go)
        self._give(student, wire)

    def asks(self) -> bool:
        """Whether the judge needs another process for the student's side; asked once."""
        asks = self._data == ANOTHER
        if asks:
            self._data.clear()
        return asks

    def answer(self, wire: socket.socket) -> None:
        """Give the judge the wire to another process for the student's side."""
        self._give("", wire)

    def read(self) -> bool:
        """Read what has come; whether that is all that will, for now."""
        assert self._wire is not None
        try:
            part = self._wire.recv(1 << 20)
        except BlockingIOError:
            return False
        except OSError:  # the judge has ended
            part = b""
        self._data += part
        if len(self._data) > MOST:
            self._data.clear()
            part = b""
        return not part or len(self._data) >= HEAD.size + self._expected()

    def result(self) -> Result | None:
        """The result that was read, or None if it is not all there; a judge that does not go on is gone after it."""
        whole = len(self._data) >= HEAD.size and len(self._data) == HEAD.size + self._expected()
        result = unpack(bytes(self._data[HEAD.size :])) if whole else None
        if result is None or not HEAD.unpack_from(self._data)[1]:
            self.clear()
        self._data.clear()
        return result

    def let_go(self) -> None:
        """Close this end, in a process that has it by being forked."""
        if self._wire is not None:
            self._wire.close()

    def clear(self) -> None:
        """End the judge."""
        if self._wire is None:
            return
        self._wire.close()
        self._wire = None
        self._data.clear()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.judge, signal.SIGKILL)
        os.waitpid(self.judge, 0)

    def _expected(self) -> int:
        return int(HEAD.unpack_from(self._data)[0]) if len(self._data) >= HEAD.size else MOST

    def _give(self, student: str, wire: socket.socket) -> None:
        assert self._wire is not None
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [wire.fileno()]))]
        self._wire.sendmsg([os.fsencode(student) or b"\0"], rights)

    def _seat(self, wire: socket.socket, let_go: Callable[[], None]) -> None:
        ours, theirs = socket.socketpair()
        self.judge = os.fork()
        if self.judge == 0:
            for each in (ours, wire):
                each.close()
            let_go()
            _serve(theirs, self._exam, self.place, unsafe=self._unsafe)
        theirs.close()
        ours.setblocking(False)
        self._wire = ours


def _serve(desk: socket.socket, exam: Exam, place: set[int], *, unsafe: bool) -> None:
    """The life of a judge; it never comes back."""
    try:
        os.sched_setaffinity(0, place)
        size = _limit()
        for turn in range(1, TURNS + 1):
            name, files, _, _ = socket.recv_fds(desk, LONGEST_NAME, 1)
            if not name:
                break
            warnings.resetwarnings()  # a warning is none the worse for how the grader was started
            with socket.socket(fileno=files[0]) as wire:
                result = _grade(exam, os.fsdecode(name), wire, lambda: _another(desk))
            goes_on = (
                result.quiet
                and result.outcome.verdict in ORDERLY
                and turn < TURNS
                and not _has_grown(size)
            )
            if unsafe:
                result.outcome.notes.insert(0, "unsafe: the submission was not locked in")
            packed = pack(result)
            del result
            desk.sendall(HEAD.pack(len(packed), goes_on))
            desk.sendall(packed)
            if not goes_on:
                break
            if turn % TIDY == 0:
                gc.collect()
    finally:
        os._exit(0)


def _another(desk: socket.socket) -> socket.socket:
    """The wire to another process for the student's side, from the parent."""
    desk.sendall(ANOTHER)
    _, files, _, _ = socket.recv_fds(desk, LONGEST_NAME, 1)
    return socket.socket(fileno=files[0])


def _grade(
    exam: Exam, student: str, wire: socket.socket, another: Callable[[], socket.socket]
) -> Result:
    try:
        return grade(exam, student, wire, another)
    except Exception as error:  # the student's code is elsewhere: what fails here is ours
        return ungraded(
            exam,
            student,
            f"{type(error).__name__}: {error}" if str(error) else type(error).__name__,
        )


def _limit() -> int:
    """Limit this process; the bytes of address space that it has now."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops its judges itself
    gc.set_threshold(100_000)  # what a judge makes is small, and mostly gone with its submission
    size = _size()
    most = size + MEMORY * MB
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    return size


def _size() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def _has_grown(size: int) -> bool:
    """Whether this process has kept so much of a submission that the next one would lack it."""
    return _size() > size + KEPT * MB
