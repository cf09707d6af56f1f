"""The grader's end of the wire to one student's side: asks, waits, and takes nothing in the answers on trust."""

import contextlib
import socket
import time
from typing import Any

import numpy as np

from grader.grading.wall.protocol.arguments import parts
from grader.grading.wall.protocol.channel import Channel, Gone
from grader.grading.wall.protocol.codec import Reader, WireError, Writer
from grader.grading.wall.protocol.exceptions import exception
from grader.grading.wall.protocol.operators import CALLABLE
from grader.grading.wall.tests.proxies import Callable_, Handle
from grader.library.comparisons import Question

BROKEN = "its answer broke the rules of the wire"
MOST_SAID = 20  # pieces of print that are kept of what student code says while a test runs


class OutOfTime(BaseException):
    """The test, or what it waits for, has run out of time."""


class StudentGone(BaseException):
    """The student's side has ended or was ended; `reason` is the verdict's word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Remote:
    """The grader's end of the wire to one student's side."""

    def __init__(self, wire: socket.socket) -> None:
        self._channel = Channel(wire)
        self._reader, self._writer = Reader(self._handle), Writer(self._number)
        self.deadline = 0.0
        self.said: list[str] = []
        self.gone = self.why = ""
        self._handles: dict[int, Handle] = {}
        self._begins = False

    def ask(self, name: str, *arguments: Any) -> Any:
        """The value of the student's side's answer; what it raised is raised here as a built-in exception.

        Raises:
            OutOfTime: if the answer took longer than the running cell has left.
            StudentGone: if the student's side has ended.
        """
        kind, value, said, changed = self._exchange(self._writer, self._reader, name, arguments)
        if said and len(self.said) < MOST_SAID:
            self.said.append(said)
        if changed:
            for place, part in parts(name, list(arguments)):
                if place in changed:
                    spoil(part)
        if kind == "ok":
            return value
        if kind == "error":
            raise exception(*value)
        if kind == "late":
            raise OutOfTime
        raise RuntimeError("too much was printed")

    def run(self, source: str) -> tuple[str, Any]:
        """Run a cell of the student's: how it ended ("ok", "late", "much") and its outputs, as they came."""
        kind, value, _, _ = self._exchange(
            self._writer, self._reader, "run", (self._left(), source)
        )
        return kind, value

    def restore(self, names: list[str], source: str) -> None:
        """Run a given cell of the source anew; where that fails, its names are not defined."""
        self.begin()
        with contextlib.suppress(Exception):
            self.ask("given", names, source)

    def begin(self) -> None:
        """A test begins: no handle of an earlier one counts any more; the next request says so."""
        self._handles, self._begins = {}, True

    def probe(self, questions: list[Question]) -> list[list[Any]]:
        """The outcomes of probes on the student's side, one for each input of each probe, in one request.

        They are plain values: an answer that holds an object of the student's is malformed.
        """
        plain = Writer(), Reader()
        kind, value, said, _ = self._exchange(*plain, "probe", (questions,))
        if said and len(self.said) < MOST_SAID:
            self.said.append(said)
        if kind == "late":
            raise OutOfTime
        if kind == "much":
            raise RuntimeError("too much was printed")
        if kind == "error":
            raise exception(*value)
        wanted = [len(inputs) for _, _, inputs in questions]
        if (
            type(value) is not list
            or [len(part) if type(part) is list else -1 for part in value] != wanted
        ):
            raise self.end("killed", BROKEN)
        return value

    def _left(self) -> float:
        return self.deadline - time.monotonic()

    def _exchange(
        self, writer: Writer, reader: Reader, name: str, arguments: tuple[Any, ...]
    ) -> tuple[str, Any, str, list[int | str]]:
        if self.gone:
            raise StudentGone(self.gone)
        if self._left() <= 0:
            raise OutOfTime
        frame = writer.write([name, list(arguments), *([self._left()] if self._begins else [])])
        self._begins = False
        try:
            self._channel.send(frame)
            (answer,) = reader.read(self._channel.receive())
            return _checked(answer)
        except (TimeoutError, OutOfTime):
            raise self.end("timeout", "it did not answer in time") from None
        except Gone:
            raise self.end("killed", "it ended itself") from None
        except WireError as error:
            large = "MB" in str(error)
            raise self.end(
                "output" if large else "killed", "its answer was too large" if large else BROKEN
            ) from None
        except (
            Exception
        ):  # whatever a broken answer leads to, it is the student's side that sent it
            raise self.end("killed", BROKEN) from None

    def end(self, reason: str, why: str) -> StudentGone:
        """Hang up, for good; what to raise about it: the verdict's word, and the rest of a note."""
        self.gone, self.why = reason, why
        self._channel.wire.close()
        return StudentGone(reason)

    def _number(self, value: Any) -> tuple[int, int]:
        if not isinstance(value, Handle):
            raise TypeError(f"a test cannot hand a {type(value).__name__} to the student's code")
        number = object.__getattribute__(value, "_number")
        if self._handles.get(number) is not value:
            raise TypeError("a test cannot use an object that an earlier test has made")
        return number, 0

    def _handle(self, number: int, flags: int) -> Handle:
        known = self._handles.get(number)
        if known is None:
            kind = Callable_ if flags & CALLABLE else Handle
            known = self._handles[number] = kind(self, number)
        return known


def spoil(value: Any) -> None:
    """The student's code has changed an argument in place: make it something that nobody can have foreseen.

    It would be wrong to leave it as it was (a test may ask whether it changed), and unsafe to take
    over what the student's side says (an expected value may be computed from it).
    """
    if isinstance(value, np.ndarray):
        noise = np.asarray(np.random.default_rng().uniform(-1e6, 1e6, value.shape))
        value[...] = noise > 0 if value.dtype.kind == "b" else noise.astype(value.dtype)
    elif isinstance(value, list):
        value[:] = [Changed() for _ in range(len(value) + 1)]
    elif isinstance(value, dict):
        value.clear()
        value[Changed()] = Changed()


class Changed:
    """Stands in a list or dict that a student's code has changed in place."""

    def __repr__(self) -> str:
        return "<changed in place>"


def _checked(answer: Any) -> tuple[str, Any, str, list[int | str]]:
    match answer:
        case ["ok" | "late" | "much" as kind, value, str(said), list(changed)]:
            return kind, value, said[:10_000], changed[:100]
        case ["error", [str(), list(), str()] as value, str(said), list(changed)]:
            return "error", value, said[:10_000], changed[:100]
    raise WireError("an answer of the wrong form")
