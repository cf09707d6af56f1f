"""The client of one student process: send requests, and check everything in the replies."""

import contextlib
import socket
import time
from typing import Any

import numpy as np

from grader.grading.wall.protocol.arguments import mutable_arguments
from grader.grading.wall.protocol.channel import Channel, ConnectionClosed
from grader.grading.wall.protocol.codec import FrameTooLarge, ProtocolError, Reader, Writer
from grader.grading.wall.protocol.exceptions import rebuild
from grader.grading.wall.protocol.operators import CALLABLE
from grader.grading.wall.protocol.probes import Probes
from grader.grading.wall.tests.proxies import CallableHandle, Handle

MALFORMED = "its reply was malformed"
MAX_CAPTURED = 20  # replies of a test whose captured output is kept


class TimeLimitExceeded(BaseException):
    """The test, or what it waits for, has exceeded its time limit."""


class StudentEnded(BaseException):
    """The student process has ended or was ended; `reason` is the value of the verdict."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Client:
    """Sends requests to one student process.

    Attributes:
        stop_at: the moment, on the monotonic clock, at which the running cell must be done.
        captured: what student code printed while a test ran.
        ended: the reason why the student process ended, "" while it runs; `detail` says more.
    """

    def __init__(self, connection: socket.socket) -> None:
        self._channel = Channel(connection)
        self._reader, self._writer = Reader(self._handle), Writer(self._register)
        self.stop_at = 0.0
        self.captured: list[str] = []
        self.ended = self.detail = ""
        self._handles: dict[int, Handle] = {}
        self._new_test = False

    def request(self, name: str, *arguments: Any) -> Any:
        """Send a request and return the value of the reply.

        An exception of student code is raised here, as a built-in exception.

        Raises:
            TimeLimitExceeded: if the reply took longer than the running cell has left.
            StudentEnded: if the student process has ended.
        """
        exchanged = self._exchange(self._writer, self._reader, name, arguments)
        kind, value, captured, changed = exchanged
        if changed:
            for key, part in mutable_arguments(name, list(arguments)):
                if key in changed:
                    poison(part)
        return self._value(kind, value, captured)

    def run(self, source: str) -> tuple[str, Any]:
        """Run a student cell: how it ended ("ok", "timeout", "output") and its raw outputs."""
        arguments = self._seconds_left(), source
        kind, value, _, _ = self._exchange(self._writer, self._reader, "run", arguments)
        return kind, value

    def restore(self, names: list[str], source: str) -> None:
        """Run a given cell of the source again; if it fails, its names are undefined."""
        self.begin_test()
        with contextlib.suppress(Exception):
            self.request("given", names, source)

    def begin_test(self) -> None:
        """Begin a test: the handles of earlier tests are no longer valid."""
        self._handles, self._new_test = {}, True

    def probe(self, probes: Probes) -> list[list[Any]]:
        """The outcomes of probes, one for each input of each probe, in a single request.

        They are plain values: a reply that holds a handle is malformed.

        Raises:
            TimeLimitExceeded, StudentEnded: as for `request`.
        """
        kind, value, captured, _ = self._exchange(Writer(), Reader(), "probe", (probes.data,))
        value = self._value(kind, value, captured)
        if type(value) is not list or list(map(_length, value)) != probes.calls:
            raise self.end("killed", MALFORMED)
        return value

    def _value(self, kind: str, value: Any, captured: str) -> Any:
        """The value of a reply to a test, or its exception."""
        if captured and len(self.captured) < MAX_CAPTURED:
            self.captured.append(captured)
        if kind == "ok":
            return value
        if kind == "error":
            raise rebuild(*value)
        if kind == "timeout":
            raise TimeLimitExceeded
        raise RuntimeError("too much was printed")

    def _seconds_left(self) -> float:
        return self.stop_at - time.monotonic()

    def _exchange(
        self, writer: Writer, reader: Reader, name: str, arguments: tuple[Any, ...]
    ) -> tuple[str, Any, str, list[int | str]]:
        if self.ended:
            raise StudentEnded(self.ended)
        seconds = self._seconds_left()
        if seconds <= 0:
            raise TimeLimitExceeded
        frame = writer.write([name, list(arguments), *([seconds] if self._new_test else [])])
        self._new_test = False
        try:
            self._channel.send(frame)
            (reply,) = reader.read(self._channel.receive())
            return _checked(reply)
        except TimeLimitExceeded:
            raise self.end("timeout", "it did not reply in time") from None
        except ConnectionClosed:
            raise self.end("killed", "it exited") from None
        except FrameTooLarge:
            raise self.end("output", "its reply was too large") from None
        except Exception:  # whatever a malformed reply leads to, the student process has sent it
            raise self.end("killed", MALFORMED) from None

    def end(self, reason: str, detail: str) -> StudentEnded:
        """Close the connection and return the exception to raise: `reason` names the verdict."""
        self.ended, self.detail = reason, detail
        self._channel.connection.close()  # so nothing that it still sends counts
        return StudentEnded(reason)

    def _register(self, value: Any) -> tuple[int, int]:
        if not isinstance(value, Handle):
            raise TypeError(f"a test cannot pass a {type(value).__name__} to student code")
        number = object.__getattribute__(value, "_number")
        if self._handles.get(number) is not value:  # by identity: it may be of an earlier test
            raise TypeError("a test cannot use an object that an earlier test has made")
        return number, 0

    def _handle(self, number: int, flags: int) -> Handle:
        known = self._handles.get(number)
        if known is None:
            kind = CallableHandle if flags & CALLABLE else Handle
            known = self._handles[number] = kind(self.request, number)
        return known


def _length(part: Any) -> int:
    return len(part) if type(part) is list else -1


def poison(value: Any) -> None:
    """Overwrite an argument that student code changed in place with unpredictable data.

    To leave it as it was would be wrong: a test may look whether it changed. To take over what the
    student process sends would be unsafe: an expected value may be computed from it.
    """
    if isinstance(value, np.ndarray):
        noise = np.asarray(np.random.default_rng().uniform(-1e6, 1e6, value.shape))
        value[...] = noise > 0 if value.dtype.kind == "b" else noise.astype(value.dtype)
    elif isinstance(value, list):
        value[:] = [Changed() for _ in range(len(value) + 1)]  # another length, too
    elif isinstance(value, dict):
        value.clear()
        value[Changed()] = Changed()


class Changed:
    """An item of a list or dict that student code has changed in place."""

    def __repr__(self) -> str:
        return "<changed in place>"


def _checked(reply: Any) -> tuple[str, Any, str, list[int | str]]:
    match reply:
        case ["ok" | "timeout" | "output" as kind, value, str(captured), list(changed)]:
            return kind, value, captured[:10_000], changed[:100]
        case ["error", [str(), list(), str()] as value, str(captured), list(changed)]:
            return "error", value, captured[:10_000], changed[:100]
    raise ProtocolError("malformed reply")
