"""The student's side: runs a student's cells and answers requests about the objects that they made.

It never holds a test. Whatever a student's code does to this process, it can change only the student's own answers.
"""

import builtins
import contextlib
import importlib
import operator
import random
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any

import numpy as np

from grader.wall.facts import Teller, Told
from grader.wall.frames import Channel, Gone
from grader.wall.lent import copied, same
from grader.wall.plain import plain
from grader.wall.raised import describe
from grader.wall.shell import OutOfTime, Shell, Stream, TooMuch
from grader.wall.wire import Reader, Same, WireError, Writer

Frame = list[bytes | memoryview]

CALLABLE = 1  # the flags of a handle
CLASS = 2
OWN_WAYS = 4  # a class whose own class is not `type`: it may have ways of its own to say what its instances are
RECENT = 8  # objects that requests were about lately, of which an answer tells more than was asked
EARLIER = 8  # no object but the result of an earlier step of the same request
OPERATORS: dict[str, Callable[..., Any]] = {
    **{name: getattr(operator, name) for name in (
        "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and_", "or_", "xor", "lshift", "rshift",
        "neg", "pos", "abs", "invert", "iadd", "isub", "imul", "itruediv", "ifloordiv", "imatmul", "ipow",
        "getitem", "setitem", "delitem", "eq", "ne", "lt", "le", "gt", "ge", "index",
    )},
    **{name: getattr(builtins, name) for name in (
        "len", "iter", "next", "reversed", "repr", "str", "int", "float", "complex", "round", "divmod", "format", "dir",
        "isinstance", "issubclass", "getattr", "setattr", "delattr",
    )},
}  # fmt: skip


@dataclass
class Earlier:
    """Stands in a request of several steps for what one of them gives, or for a method of that."""

    step: int
    method: str


class Side:
    """Everything that the student's process keeps for the grader's."""

    def __init__(self, wire: socket.socket, shell: Shell) -> None:
        self.channel, self.shell = Channel(wire), shell
        self.objects: dict[int, Any] = {}
        self.numbers: dict[int, int] = {}
        self.last = 0
        self.lent: dict[int, Any] = {}
        self.lent_numbers: dict[int, int] = {}
        self.seen: list[tuple[int, Any, Any]] = []
        self.named: dict[int, Any] = {}
        self.recent: dict[int, Any] = {}
        self.names: list[tuple[dict[str, Any], str, Any]] = []  # where each name is kept, and what it stood for
        self.late = self.busy = False
        self.reader = Reader(self._resolve, self._borrow)
        self.writer = Writer(self._name, self._lent_number, plain, give_back=True)
        self.teller = Teller(self._number)
        signal.signal(signal.SIGALRM, self._stop)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self.busy:
            self.late = True
            raise OutOfTime

    def serve(self) -> None:
        """Answer requests until the grader's side hangs up."""
        with contextlib.suppress(Gone, WireError):
            while True:
                self.answer()

    def answer(self) -> None:
        """Wait for one request and answer it.

        Raises:
            Gone, WireError: if the grader's side has hung up.
        """
        self.channel.send(self._answer(self.channel.receive()))

    def _answer(self, frame: memoryview) -> Frame:
        self.seen, self.named, self.late = [], {}, False
        outputs, kind, value, name = self.shell.outputs, "ok", None, ""
        outputs.begin()
        try:
            name, arguments, lent, *test = self.reader.read(frame)[0]
            if test:
                self._next_test(*test)
            self._take(name, arguments, lent)
            self.busy = True
            value = getattr(self, f"do_{name}")(*arguments)
            self.busy = False
        except TooMuch:
            kind = "much"
        except BaseException as error:
            kind, value = "error", describe(error)
        self.busy = False
        outputs.end()
        kind = "late" if self.late else kind
        if name == "run":
            value = outputs.list
        said = _text(outputs.list) if outputs.list and name != "run" else ""
        value = self._given_back(value)
        try:
            return self.writer.write([kind, value, said, self._renamed() + self._changed()], self._facts)
        except BaseException as error:
            return Writer().write(["error", describe(error), "", []])

    def _given_back(self, value: Any) -> Any:
        """A list or dict that was lent crosses as what the other side has."""
        number = self._lent_number(value) if type(value) in (list, dict) else 0
        return Same(number) if number else value

    def _take(self, name: str, arguments: list[Any], lent: list[tuple[int | str, int]]) -> None:
        """Put what was lent in the place of what came: the same list or dict each time, under the same number."""
        for place, number in lent:
            part: Any = arguments
            if name == "call":
                part = arguments[2] if type(place) is str else arguments[1]
            part[place] = self._borrow(number, part[place])

    def _facts(self) -> Told | None:
        return self.teller.tell(self.named.values()) if self.named else None

    def _limit(self, seconds: float) -> None:
        """From now on, stop what runs after so many seconds, again and again if it will not be stopped."""
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001), 0.5)

    def do_run(self, seconds: float, source: str) -> None:
        """Run a cell of the student's; its outputs are the answer."""
        self._limit(seconds)
        self.shell.run(source)

    def do_given(self, seconds: float, names: list[str], source: str) -> None:
        """Define the names of a given cell anew, past whatever the student has done to how cells are run."""
        self._limit(seconds)
        for name in names:
            self.shell.user_ns.pop(name, None)
        exec(compile(source, "<given>", "exec"), self.shell.user_ns)

    def do_begin(self, seconds: float, names: list[str], imports: list[tuple[str, str]]) -> Any:
        """A test begins: no handle of an earlier one is used any more. Answer what its names stand for, if anything."""
        self.names = []
        self._next_test(seconds, sys.maxsize)
        found = self.shell.user_ns
        known = {name: found[name] for name in names if name in found}
        imported = [getattr(sys.modules.get(module), name, None) for module, name in imports]
        self.names = [(found, name, value) for name, value in known.items()]
        for (module, name), value in zip(imports, imported, strict=True):
            if module in sys.modules:
                self.names.append((vars(sys.modules[module]), name, value))
        return known, imported

    def _next_test(self, seconds: float, last_lent: int) -> None:
        """A test begins: of what was spoken of before, only what its names stand for is kept."""
        self._limit(seconds)
        self.objects = {number: value for _, _, value in self.names if (number := self.numbers.get(id(value), 0))}
        self.numbers = {id(value): number for number, value in self.objects.items()}
        self.lent = {number: value for number, value in self.lent.items() if number > last_lent}
        self.lent_numbers = {id(value): number for number, value in self.lent.items()}
        self.recent = {number: value for number, value in self.recent.items() if number in self.objects}
        self.teller.forget()

    def _renamed(self) -> list[int]:
        """Zero, the number of nothing that is lent, if what the names of the test stood for has changed."""
        return [0] if any(found.get(name) is not value for found, name, value in self.names) else []

    def do_start(self, seed: int, cell: int, total: int) -> None:
        """Seed the generators and set how many characters a cell and all together may put out."""
        random.seed(seed)
        np.random.seed(seed)
        self.shell.outputs.cell, self.shell.outputs.total = cell, total

    def do_file(self, name: str, part: bytes) -> None:
        """Write a part of a file that was handed in beside the notebook; nothing of the student's has run yet."""
        with open(name, "ab") as file:
            file.write(part)

    def do_name(self, name: str) -> Any:
        """The object that a name of the notebook stands for."""
        found = self.shell.user_ns
        if name not in found:
            raise NameError(f"name {name!r} is not defined")
        return found[name]

    def do_module(self, name: str) -> Any:
        """A module of the package."""
        return importlib.import_module(name)

    def do_call(self, function: Any, arguments: list[Any], named: dict[str, Any]) -> Any:
        """Call an object."""
        return function(*arguments, **named)

    def do_several(self, steps: list[list[Any]], wanted: list[int]) -> list[Any]:
        """Call and apply one after the other, later steps with what earlier ones gave; the results that are wanted."""
        made: list[Any] = []

        def filled(value: Any) -> Any:
            if type(value) is not Earlier:
                return value
            found = made[value.step]
            return getattr(found, value.method) if value.method else found

        for name, arguments, lent in steps:
            self._take(name, arguments, lent)
            if name == "call":
                function, given, named = arguments
                function = filled(function)
                made.append(function(*map(filled, given), **{key: filled(value) for key, value in named.items()}))
            else:
                made.append(self.do_operator(arguments[0], *map(filled, arguments[1:])))
        return [self._given_back(made[step]) for step in wanted]

    def do_operator(self, name: str, *arguments: Any) -> Any:
        """Apply one of the operators to objects."""
        if name in ("setattr", "delattr"):
            self.teller.forget()
        elif name == "getattr":  # who looks at one object afterwards looks at the others too
            self.named.update(self.recent)
        return OPERATORS[name](*arguments)

    def do_update(self, value: Any) -> None:
        """A list or dict that was lent has new contents (taking it has put them in place)."""

    def _resolve(self, number: int, flags: int, method: str) -> Any:
        if flags & EARLIER:
            return Earlier(number, method)
        found = self.objects[number]
        self._touch(number, found)
        return getattr(found, method) if method else found

    def _number(self, value: Any) -> int:
        number = self.numbers.get(id(value))
        if number is None:
            self.last += 1
            number = self.numbers[id(value)] = self.last
            self.objects[number] = value
        return number

    def _name(self, value: Any) -> tuple[int, int, str]:
        flags = CALLABLE if callable(value) else 0
        if isinstance(value, type):
            flags |= CLASS if type(value) is type else CLASS | OWN_WAYS
        number = self._number(value)
        self.named[number] = value
        self._touch(number, value)
        return number, flags, ""

    def _touch(self, number: int, value: Any) -> None:
        """Keep in mind what was spoken of last."""
        self.recent.pop(number, None)
        self.recent[number] = value
        if len(self.recent) > RECENT:
            del self.recent[next(iter(self.recent))]

    def _borrow(self, number: int, value: Any) -> Any:
        known = self.lent.get(number)
        if known is None:
            self.lent[number] = known = value
            self.lent_numbers[id(value)] = number
        elif isinstance(known, list):
            known[:] = value
        elif isinstance(known, dict):
            known.clear()
            known.update(value)
        elif known.shape == value.shape and known.dtype == value.dtype:
            known[...] = value
        self.seen.append((number, known, copied(known)))
        return known

    def _lent_number(self, value: Any) -> int:
        return self.lent_numbers.get(id(value), 0)

    def _changed(self) -> list[int]:
        """The numbers of the lent lists, dicts and arrays that this request has changed, from 1."""
        return [number for number, now, before in self.seen if not same(now, before)]


def _text(outputs: list[dict[str, Any]]) -> str:
    """What was printed, as one text of a limited length."""
    return "".join(output["text"] for output in outputs if output["output_type"] == "stream")[:10_000]


def serve(wire: socket.socket, shell: Shell) -> None:
    """The life of a student's side: from the first request until the wire is closed."""
    sys.stdout, sys.stderr = Stream("stdout", shell.outputs), Stream("stderr", shell.outputs)
    Side(wire, shell).serve()
