"""The grader's end of the wire to one student's side: asks, waits, and takes nothing in the answers on trust."""

import builtins
import socket
import time
from typing import Any

import numpy as np

from grader.wall.frames import Channel, Gone
from grader.wall.handles import Callable_, Handle
from grader.wall.wire import Reader, WireError, Writer

CALLABLE = 1
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
        self._reader = Reader(self._handle, self._borrow)
        self._writer = Writer(self._number, self._lend)
        self.deadline = 0.0
        self.said: list[str] = []
        self.gone = ""
        self._handles: dict[int, Handle] = {}
        self._read: dict[tuple[Any, ...], Any] = {}
        self._lent: dict[int, tuple[Any, Any]] = {}
        self._watched: set[int] = set()
        self._lent_numbers: dict[int, int] = {}
        self._last_lent = 0

    def ask(self, name: str, *arguments: Any) -> Any:
        """The value of the student's side's answer; what it raised is raised here as a built-in exception.

        Raises:
            OutOfTime: if the answer took longer than the running cell has left.
            StudentGone: if the student's side has ended.
        """
        if name != "update":
            self._read.clear()
            self._bring_up_to_date()
        kind, value, said, changed = self._exchange(name, arguments)
        if said and len(self.said) < MOST_SAID:
            self.said.append(said)
        for number in changed:
            self._spoil(number)
        if kind == "error":
            raise exception(*value)
        if kind == "late":
            raise OutOfTime
        if kind == "much":
            raise RuntimeError("too much was printed")
        return value

    def look(self, *question: Any) -> Any:
        """Like `ask`, for what only reads: the answer holds until something else is asked of the student's side."""
        key = tuple(id(part) if isinstance(part, Handle) else part for part in question)
        if key not in self._read:
            before = self._read
            self._read = {}
            value = self.ask(*question)
            self._read = {**before, key: value}
        value = self._read[key]
        return value.copy() if isinstance(value, np.ndarray) else value

    def run(self, source: str) -> tuple[str, Any]:
        """Run a cell of the student's: how it ended ("ok", "late", "much") and its outputs, as they came."""
        kind, value, _, _ = self._exchange("run", (self._left(), source))
        return kind, value

    def begin(self, names: list[str], imports: list[tuple[str, str]]) -> tuple[dict[str, Any], list[Any]]:
        """A test begins: no handle of an earlier one counts any more. What its names stand for, if anything."""
        self._handles, self._lent, self._lent_numbers, self._watched = {}, {}, {}, set()
        answer = self.ask("begin", self._left(), names, imports)
        match answer:
            case (dict(known), list(imported)) if len(imported) == len(imports):
                return known, imported
        raise WireError("an answer of the wrong form")

    def _left(self) -> float:
        return self.deadline - time.monotonic()

    def _exchange(self, name: str, arguments: tuple[Any, ...]) -> tuple[str, Any, str, list[int]]:
        if self.gone:
            raise StudentGone(self.gone)
        if self._left() <= 0:
            raise OutOfTime
        frame = self._writer.write((name, *arguments))
        try:
            self._channel.send(frame)
            return _checked(self._reader.read(self._channel.receive()))
        except (TimeoutError, OutOfTime):
            raise self.end("timeout") from None
        except Gone:
            raise self.end("killed") from None
        except WireError as error:
            raise self.end("output" if "MB" in str(error) else "killed") from None

    def end(self, reason: str) -> StudentGone:
        """Hang up, for good; what to raise about it."""
        self.gone = reason
        self._channel.wire.close()
        return StudentGone(reason)

    def _number(self, value: Any) -> tuple[int, int]:
        if not isinstance(value, Handle) or object.__getattribute__(value, "_remote") is not self:
            raise TypeError(f"a test cannot hand a {type(value).__name__} to the student's code")
        return object.__getattribute__(value, "_number"), 0

    def _handle(self, number: int, flags: int) -> "Handle":
        known = self._handles.get(number)
        if known is None:
            kind = Callable_ if flags & CALLABLE else Handle
            known = self._handles[number] = kind(self, number)
        return known

    def _lend(self, value: Any) -> int:
        number = self._lent_numbers.get(id(value))
        if number is None:
            self._last_lent += 1
            number = self._lent_numbers[id(value)] = self._last_lent
        if isinstance(value, np.ndarray):
            self._lent[number] = (value, None)
        else:
            self._lent[number] = (value, value.copy())
            self._watched.add(number)
        return number

    def _borrow(self, number: int, value: Any) -> Any:
        """A list, dict or array that the student's side hands back is the test's own, whatever is said to be in it."""
        return self._lent[number][0] if number in self._lent else value

    def _bring_up_to_date(self) -> None:
        for number in list(self._watched):
            value, before = self._lent[number]
            if _identical(value, before):
                continue
            try:
                self.ask("update", value)
            except TypeError:  # it holds something now that cannot cross: from here on it is the test's alone
                self._watched.discard(number)

    def _spoil(self, number: int) -> None:
        """The student's code has changed an argument in place: make it something that nobody can have foreseen.

        It would be wrong to leave it as it was (a test may ask whether it changed), and unsafe to take over what the
        student's side says (an expected value may be computed from it).
        """
        value = self._lent.get(number, (None, None))[0]
        if isinstance(value, np.ndarray):
            noise = np.asarray(np.random.default_rng().uniform(-1e6, 1e6, value.shape))
            value[...] = noise > 0 if value.dtype.kind == "b" else noise.astype(value.dtype)
        elif isinstance(value, list):
            value.append(Changed())
        elif isinstance(value, dict):
            value[Changed()] = Changed()


class Changed:
    """Stands in a list or dict that a student's code has changed in place."""

    def __repr__(self) -> str:
        return "<changed in place>"


def _identical(value: Any, before: Any) -> bool:
    if len(value) != len(before):
        return False
    if isinstance(value, dict):
        return all(key in value and value[key] is before[key] for key in before)
    return all(a is b for a, b in zip(value, before, strict=True))


def _checked(answer: Any) -> tuple[str, Any, str, list[int]]:
    match answer:
        case ("ok" | "late" | "much" as kind, value, str(said), list(changed)):
            return kind, value, said[:10_000], [number for number in changed[:100] if type(number) is int]
        case ("error", (str(), list(), str()), str(said), list()):
            return "error", answer[1], said[:10_000], [number for number in answer[3][:100] if type(number) is int]
    raise WireError("an answer of the wrong form")


def exception(name: str, bases: list[Any], message: str) -> BaseException:
    """An exception called `name` that is one of the built-in ones of these names."""
    found = [getattr(builtins, base, None) for base in bases if isinstance(base, str)]
    kinds = [kind for kind in found if isinstance(kind, type) and issubclass(kind, BaseException)]
    least = [kind for kind in kinds if not any(other is not kind and issubclass(other, kind) for other in kinds)]
    if not least:
        least = [RuntimeError]
    least = [ValueError if issubclass(kind, UnicodeError) else kind for kind in least]
    short = name if name.isidentifier() else "Exception"
    try:
        made: BaseException = type(short, tuple(dict.fromkeys(least)), {"__str__": lambda self: message})(message)
    except TypeError:
        made = RuntimeError(message)
    return made
