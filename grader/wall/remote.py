"""The grader's end of the wire to one student's side: asks, waits, and takes nothing in the answers on trust."""

import contextlib
import socket
import sys
import time
from typing import Any

import numpy as np

from grader.wall.facts import Known
from grader.wall.frames import Channel, Gone
from grader.wall.handles import Callable_, Handle, Method, exactly
from grader.wall.later import Later, LaterMethod, Queue, Step
from grader.wall.lent import copied, same
from grader.wall.names import Names, Pair
from grader.wall.raised import exception
from grader.wall.student import CALLABLE, EARLIER, OWN_WAYS
from grader.wall.wire import Reader, WireError, Writer

UNUSED = 3  # references to a lent list that nobody but this module has: nobody can change it any more
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
        self._reader = Reader(self._handle, self._borrow)
        self._writer = Writer(self._number, self._lend)
        self.deadline = 0.0
        self.said: list[str] = []
        self.gone = self.why = ""
        self._handles: dict[int, Handle] = {}
        self._own_ways: set[int] = set()
        self._known = Known()
        self.later = Queue(self._ask_together)
        self._read: dict[tuple[Any, ...], Any] = {}
        self._lent: dict[int, tuple[Any, Any]] = {}
        self._watched: set[int] = set()
        self._lent_numbers: dict[int, int] = {}
        self._last_lent = 0
        self._names = Names()
        self._next_test: list[Any] = []

    def ask(self, name: str, *arguments: Any) -> Any:
        """The value of the student's side's answer; what it raised is raised here as a built-in exception.

        Raises:
            OutOfTime: if the answer took longer than the running cell has left.
            StudentGone: if the student's side has ended.
        """
        self.later.flush()
        self._read.clear()
        self._known.now_old()
        return self._ask(name, arguments)

    def _ask_together(self, steps: list[Step], wanted: list[int]) -> list[Any]:
        """The values of the steps that are wanted; the first error ends them all, as it ends an expression."""
        if len(steps) == 1:
            return [self.ask(steps[0][0], *steps[0][1])]
        self._read.clear()
        self._known.now_old()
        marked = [[name, list(arguments), self._marks(name, arguments)] for name, arguments in steps]
        values = self._ask("several", (marked, wanted))
        if type(values) is not list or len(values) != len(wanted):
            raise self.end("killed", BROKEN)
        return values

    def _ask(self, name: str, arguments: tuple[Any, ...]) -> Any:
        if self._watched and name != "update":
            self._bring_up_to_date()
        kind, value, said, changed = self._exchange(name, arguments)
        if said and len(self.said) < MOST_SAID:
            self.said.append(said)
        for number in changed:
            if number == 0:
                self._names.have_changed()
            self._spoil(number)
        if kind == "ok":
            return value
        if kind == "error":
            raise exception(*value)
        if kind == "late":
            raise OutOfTime
        raise RuntimeError("too much was printed")

    def look(self, *question: Any) -> Any:
        """Like `ask`, for what only reads: the answer holds until something else is asked of the student's side."""
        self.later.flush()
        key = tuple(id(part) if isinstance(part, Handle) else part for part in question)
        if key not in self._read:
            self._read[key] = self._ask(question[0], question[1:])
        value = self._read[key]
        return value.copy() if isinstance(value, np.ndarray) else value

    def attribute(self, handle: Handle, name: str) -> Any:
        """An attribute of the object that `handle` stands for."""
        number = object.__getattribute__(handle, "_number")
        if number:  # a method has none: it is the student's side that finds it
            if self._known.is_method(number, name):
                return Method(self, handle, name)
            self.later.flush()
            fields = self._known.fields(number)
            if name in fields:
                value = fields[name]
                return value.copy() if isinstance(value, np.ndarray) else value
        return self.look("operator", "getattr", handle, name)

    def set_attribute(self, name: str, handle: Handle, *arguments: Any) -> None:
        """Set or delete an attribute; what a class has for its instances may change by it."""
        self.ask("operator", name, handle, *arguments)
        self._known.forget()

    def is_instance(self, handle: Handle, kind: Handle) -> bool:
        """Whether the object is an instance of the class."""
        number = object.__getattribute__(kind, "_number")
        bases = self._known.bases(object.__getattribute__(handle, "_number"))
        if bases is not None and number in self._handles and number not in self._own_ways:
            return number in bases
        return bool(exactly(bool, self.look("operator", "isinstance", handle, kind)))

    def run(self, source: str) -> tuple[str, Any]:
        """Run a cell of the student's: how it ended ("ok", "late", "much") and its outputs, as they came."""
        self._names, self._next_test = Names(), []
        kind, value, _, _ = self._exchange("run", (self._left(), source))
        return kind, value

    def restore(self, names: list[str], source: str) -> None:
        """Run a given cell of the source anew; where that fails, its names are not defined."""
        self._names, self._next_test = Names(), []
        with contextlib.suppress(Exception):
            self.ask("given", self._left(), names, source)

    def begin(self, names: list[str], imports: list[Pair]) -> tuple[dict[str, Any], list[Handle | None]]:
        """A test begins: no handle of an earlier one counts any more. What its names stand for, if anything.

        If they stand for what they did at the test before, nothing is asked: the next question says that a test began.
        """
        self._lent, self._lent_numbers, self._watched = {}, {}, set()
        self._known.forget()
        self._read.clear()
        self.later.forget()
        if self._names.hold(names, imports):
            self._handles = self._names.objects()
            self._own_ways &= self._handles.keys()
            self._next_test = [self._left(), self._last_lent]
            return self._names.known, self._names.imported
        self._handles, self._own_ways = {}, set()
        answer = self.ask("begin", self._left(), names, imports)
        match answer:
            case (dict(known), list(imported)) if len(imported) == len(imports):
                self._read = {("name", name): value for name, value in known.items()}
                self._names.learn(names, imports, known, imported)
                return self._names.known, self._names.imported
        raise self.end("killed", BROKEN)

    def _left(self) -> float:
        return self.deadline - time.monotonic()

    def _exchange(self, name: str, arguments: tuple[Any, ...]) -> tuple[str, Any, str, list[int]]:
        if self.gone:
            raise StudentGone(self.gone)
        if self._left() <= 0:
            raise OutOfTime
        frame = self._writer.write([name, list(arguments), self._marks(name, arguments), *self._next_test])
        self._next_test = []
        try:
            self._channel.send(frame)
            answer, *told = self._reader.read(self._channel.receive())
            if told:
                self._known.learn(*told)
            return _checked(answer)
        except (TimeoutError, OutOfTime):
            raise self.end("timeout", "it did not answer in time") from None
        except Gone:
            raise self.end("killed", "it ended itself") from None
        except WireError as error:
            large = "MB" in str(error)
            raise self.end("output" if large else "killed", "its answer was too large" if large else BROKEN) from None
        except Exception:  # whatever a broken answer leads to, it is the student's side that sent it
            raise self.end("killed", BROKEN) from None

    def end(self, reason: str, why: str) -> StudentGone:
        """Hang up, for good; what to raise about it: the verdict's word, and the rest of a note."""
        self.gone, self.why = reason, why
        self._channel.wire.close()
        return StudentGone(reason)

    def _marks(self, name: str, arguments: tuple[Any, ...]) -> list[Any]:
        """Where lists and dicts stand among the arguments, and the numbers under which they are lent."""
        if name not in ("call", "operator", "update"):
            return []
        places: list[tuple[int | str, Any]] = [*enumerate(arguments)]
        if name == "call":
            places = [*enumerate(arguments[1]), *arguments[2].items()]
        return [[place, self._lend(value)] for place, value in places if type(value) in (list, dict)]

    def _number(self, value: Any) -> tuple[int, int, str]:
        if type(value) is Later:
            return value.place, EARLIER, ""
        if type(value) is LaterMethod:
            return value.owner.place, EARLIER, value.name
        if not isinstance(value, Handle) or object.__getattribute__(value, "_remote") is not self:
            raise TypeError(f"a test cannot hand a {type(value).__name__} to the student's code")
        if type(value) is Method:
            owner, name = object.__getattribute__(value, "_owner"), object.__getattribute__(value, "_name")
            return object.__getattribute__(owner, "_number"), 0, name
        return object.__getattribute__(value, "_number"), 0, ""

    def _handle(self, number: int, flags: int, method: str) -> "Handle":
        known = self._handles.get(number)
        if known is None:
            kind = Callable_ if flags & CALLABLE else Handle
            known = self._handles[number] = kind(self, number)
            if flags & OWN_WAYS:
                self._own_ways.add(number)
        return known

    def _lend(self, value: Any) -> int:
        number = self._lent_numbers.get(id(value))
        if number is None:
            self._last_lent += 1
            number = self._lent_numbers[id(value)] = self._last_lent
        if isinstance(value, np.ndarray):
            self._lent[number] = (value, None)
        else:
            self._lent[number] = (value, copied(value))
            self._watched.add(number)
        return number

    def _borrow(self, number: int, value: Any) -> Any:
        """A list, dict or array that the student's side hands back is the test's own, whatever is said to be in it."""
        ours = self._lent[number][0]
        if type(ours) is not np.ndarray:  # nobody may have held it for a while: now it can be changed again
            self._watched.add(number)
        return ours

    def _bring_up_to_date(self) -> None:
        """Tell the student's side of lists and dicts that the test has changed since it lent them."""
        for number in list(self._watched):
            value, before = self._lent[number]
            if sys.getrefcount(value) <= UNUSED:
                self._watched.discard(number)
                continue
            if same(value, before):
                continue
            try:
                self._ask("update", (value,))
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
            value[:] = [Changed() for _ in range(len(value) + 1)]
        elif isinstance(value, dict):
            value.clear()
            value[Changed()] = Changed()


class Changed:
    """Stands in a list or dict that a student's code has changed in place."""

    def __repr__(self) -> str:
        return "<changed in place>"


def _checked(answer: Any) -> tuple[str, Any, str, list[int]]:
    match answer:
        case ["ok" | "late" | "much" as kind, value, str(said), list(changed)]:
            return kind, value, said[:10_000], [number for number in changed[:100] if type(number) is int]
        case ["error", [str(), list(), str()] as value, str(said), list(changed)]:
            return "error", value, said[:10_000], [number for number in changed[:100] if type(number) is int]
    raise WireError("an answer of the wrong form")
