"""Handles: what stands on the grader's side for an object that lives on the student's.

A handle passes on what a test does with it (attributes, calls, operators, indexing) and gives back values of the
grader's own. It decides nothing: what a student's `__eq__` or `__bool__` says about an object never counts.
"""

import builtins
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from grader.wall.frames import Channel, Gone
from grader.wall.wire import Reader, WireError, Writer

NOT_ASKED = ("__array_", "__buffer", "__dlpack", "__cuda", "__release", "__reduce", "__getstate", "__set_name")
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
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
        """A test begins: the handles of earlier ones stand for nothing any more. What its names stand for, if anything."""
        self._handles, self._lent, self._lent_numbers = {}, {}, {}
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
            raise self._end("timeout") from None
        except Gone:
            raise self._end("killed") from None
        except WireError as error:
            raise self._end("output" if "MB" in str(error) else "killed") from None

    def _end(self, reason: str) -> StudentGone:
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
        self._lent[number] = (value, value.copy() if not isinstance(value, np.ndarray) else None)
        return number

    def _borrow(self, number: int, value: Any) -> Any:
        """A list, dict or array that the student's side hands back is the test's own, whatever is said to be in it."""
        return self._lent[number][0] if number in self._lent else value

    def _bring_up_to_date(self) -> None:
        for value, before in list(self._lent.values()):
            if before is None or _identical(value, before):
                continue
            try:
                self.ask("update", value)
            except TypeError:  # it holds something now that cannot cross: from here on it is the test's alone
                self._lent.pop(self._lent_numbers.pop(id(value)))

    def _spoil(self, number: int) -> None:
        """The student's code has changed an argument in place: make it something that nobody can have foreseen.

        It would be wrong to leave it as it was (a test may ask whether it changed), and unsafe to take over what the
        student's side says (an expected value may be computed from it).
        """
        value = self._lent.get(number, (None, None))[0]
        if isinstance(value, np.ndarray):
            noise = np.random.default_rng().uniform(-1e6, 1e6, value.shape)
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


class Handle:
    """Stands for one object of the student's side; the same object always has the same handle."""

    __slots__ = ("_number", "_remote")
    __array_ufunc__ = None  # array + handle: NumPy steps back, and the student's side adds them

    def __init__(self, remote: Remote, number: int) -> None:
        object.__setattr__(self, "_remote", remote)
        object.__setattr__(self, "_number", number)

    def __getattribute__(self, name: str) -> Any:
        if name == "__class__":
            return type(self)
        if name.startswith(NOT_ASKED):
            raise AttributeError(name)
        return object.__getattribute__(self, "_remote").look("operator", "getattr", self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        _ask(self, "operator", "setattr", self, name, value)

    def __delattr__(self, name: str) -> None:
        _ask(self, "operator", "delattr", self, name)

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        value = _ask(self, "call", _ask(self, "operator", "getattr", self, "__array__"), (), {})
        if not isinstance(value, np.ndarray):
            raise TypeError("__array__ gave no array")
        return value if dtype is None else value.astype(dtype)

    def __bool__(self) -> bool:
        return True

    def __hash__(self) -> int:
        return id(self)

    def __iter__(self) -> Iterator[Any]:
        iterator = _ask(self, "operator", "iter", self)
        if not isinstance(iterator, Handle):
            raise TypeError("not an iterator")
        while True:
            try:
                item = _ask(self, "operator", "next", iterator)
            except StopIteration:
                return
            yield item

    def __next__(self) -> Any:
        return _ask(self, "operator", "next", self)

    def __contains__(self, item: Any) -> bool:
        return any(item is each or bool(item == each) for each in self)

    def __repr__(self) -> str:
        return _of(str, _ask(self, "operator", "repr", self))

    def __str__(self) -> str:
        return _of(str, _ask(self, "operator", "str", self))

    def __format__(self, spec: str) -> str:
        return _of(str, _ask(self, "operator", "format", self, spec))

    def __len__(self) -> int:
        return _of(int, _ask(self, "operator", "len", self))

    def __int__(self) -> int:
        return _of(int, _ask(self, "operator", "int", self))

    def __index__(self) -> int:
        return _of(int, _ask(self, "operator", "index", self))

    def __float__(self) -> float:
        return _of(float, _ask(self, "operator", "float", self))

    def __complex__(self) -> complex:
        return _of(complex, _ask(self, "operator", "complex", self))

    def __setitem__(self, key: Any, value: Any) -> None:
        _ask(self, "operator", "setitem", self, key, value)

    def __delitem__(self, key: Any) -> None:
        _ask(self, "operator", "delitem", self, key)

    def __instancecheck__(self, value: Any) -> bool:
        if not isinstance(value, Handle):
            return False  # a plain value of the grader's is no object of a student's class
        return _of(bool, object.__getattribute__(self, "_remote").look("operator", "isinstance", value, self))

    def __subclasscheck__(self, kind: Any) -> bool:
        return isinstance(kind, Handle) and _of(bool, _ask(self, "operator", "issubclass", kind, self))


class Callable_(Handle):
    """A handle of something that can be called."""

    __slots__ = ()

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return _ask(self, "call", self, arguments, named)


def _ask(handle: Handle, name: str, *arguments: Any) -> Any:
    return object.__getattribute__(handle, "_remote").ask(name, *arguments)


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}")
    return value


def _operator(name: str, *, reflected: bool = False) -> Callable[..., Any]:
    def apply(self: Handle, *others: Any) -> Any:
        return _ask(self, "operator", name, *((*others, self) if reflected else (self, *others)))

    return apply


class Undecided:
    """What a comparison of a student's object gave; it has no truth for a test."""

    def __bool__(self) -> bool:
        raise TypeError("what a student's object says about itself is no truth: compare its values")


def _comparison(name: str) -> Callable[[Handle, Any], Any]:
    """Equality of handles is being the same object; any other comparison is passed on, but its answer is no truth."""

    def compare(self: Handle, other: Any) -> Any:
        if name in ("eq", "ne"):
            same = self is other
            return same if name == "eq" else not same
        value = _ask(self, "operator", name, self, other)
        return Undecided() if isinstance(value, bool | np.bool_) else value

    return compare


for _name in (
    "add",
    "sub",
    "mul",
    "truediv",
    "floordiv",
    "mod",
    "pow",
    "matmul",
    "and",
    "or",
    "xor",
    "lshift",
    "rshift",
):
    _there = f"{_name}_" if _name in ("and", "or") else _name
    setattr(Handle, f"__{_name}__", _operator(_there))
    setattr(Handle, f"__r{_name}__", _operator(_there, reflected=True))
for _name in ("iadd", "isub", "imul", "itruediv", "ifloordiv", "imatmul", "ipow"):
    setattr(Handle, f"__{_name}__", _operator(_name))
for _name in ("neg", "pos", "abs", "invert", "round", "divmod", "getitem", "reversed"):
    setattr(Handle, f"__{_name}__", _operator(_name))
for _name in COMPARISONS:
    setattr(Handle, f"__{_name}__", _comparison(_name))
