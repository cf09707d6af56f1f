"""The student's side: run student cells and answer requests about the objects that they made.

It never holds a test. Whatever student code does to this process, it changes only the replies about
the student's own work.
"""

import contextlib
import hashlib
import importlib
import random
import signal
import socket
import sys
from types import FrameType
from typing import Any

import numpy as np

from grader.grading.wall.protocol.arguments import mutable_arguments
from grader.grading.wall.protocol.channel import Channel, ConnectionClosed
from grader.grading.wall.protocol.codec import ProtocolError, Reader, Writer
from grader.grading.wall.protocol.exceptions import describe
from grader.grading.wall.protocol.operators import CALLABLE, OPERATORS
from grader.grading.wall.protocol.probes import decode_probes
from grader.grading.wall.protocol.values import plain
from grader.grading.wall.student.shell import (
    OutputLimitExceeded,
    Shell,
    Stream,
    TimeLimitExceeded,
)  # fmt: skip
from tinytorch.outcomes import Spaces, run

MAX_CAPTURED = 10_000  # characters of print that a reply carries


class StudentServer:
    """Answers the requests of one client, and keeps the objects behind its handles."""

    def __init__(self, connection: socket.socket, shell: Shell) -> None:
        self.channel, self.shell = Channel(connection), shell
        self.objects: dict[int, Any] = {}  # number of a handle -> object
        self.numbers: dict[int, int] = {}  # id of an object -> number of its handle
        self.last = 0
        self.timed_out = self.busy = False
        self.reader = Reader(lambda number, flags: self.objects[number])
        self.writer = Writer(self._register, plain)
        signal.signal(signal.SIGALRM, self._alarm)

    def _alarm(self, number: int, frame: FrameType | None) -> None:
        if self.busy:  # not while a request is read or a reply is sent
            self.timed_out = True
            raise TimeLimitExceeded

    def serve(self) -> None:
        """Answer requests until the client closes the connection."""
        with contextlib.suppress(ConnectionClosed, ProtocolError):
            while True:
                self.answer()

    def answer(self) -> None:
        """Wait for one request and answer it.

        Raises:
            ConnectionClosed, ProtocolError: if the client has closed the connection.
        """
        self.channel.send(self._reply(self.channel.receive()))

    def _reply(self, frame: memoryview) -> list[bytes]:
        outputs, kind, value, name = self.shell.outputs, "ok", None, ""
        self.timed_out = False
        before: list[tuple[int | str, Any, bytes | None]] = []
        outputs.begin()
        try:
            name, arguments, *seconds = self.reader.read(frame)[0]
            if seconds:  # the first request of a test carries its time limit
                self._begin_test(*seconds)
            mutable = mutable_arguments(name, arguments)
            before = [(key, part, self._digest(part)) for key, part in mutable]
            self.busy = True  # from here on an alarm may interrupt
            value = getattr(self, f"do_{name}")(*arguments)
            self.busy = False
        except OutputLimitExceeded:
            kind = "output"
        except BaseException as error:
            kind, value = "error", describe(error)
        self.busy = False
        outputs.end()
        kind = "timeout" if self.timed_out else kind
        if name == "run":
            value = outputs.list
        captured = _text(outputs.list) if outputs.list and name != "run" else ""
        changed = [key for key, part, old in before if self._digest(part) != old]
        try:
            return self.writer.write([kind, value, captured, changed])
        except BaseException as error:
            return Writer().write(["error", describe(error), "", []])  # the value cannot be encoded

    def _digest(self, argument: Any) -> bytes | None:
        """A digest of an argument, to see whether a request changes it; None if it cannot cross."""
        digest = hashlib.sha256()
        try:
            for piece in self.writer.write(argument):
                digest.update(piece)
        except BaseException:  # a student's object in it may raise anything
            return None
        return digest.digest()

    def _begin_test(self, seconds: float) -> None:
        """Start the time of a test and drop the handles of the one before."""
        self._limit_time(seconds)
        self.objects.clear()
        self.numbers.clear()

    def _limit_time(self, seconds: float) -> None:
        """Interrupt student code after `seconds`, then every 0.5 s until it stops."""
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001), 0.5)

    def do_run(self, seconds: float, source: str) -> None:
        """Run a student cell; the reply holds its outputs."""
        self._limit_time(seconds)
        self.shell.run(source)

    def do_given(self, names: list[str], source: str) -> None:
        """Define the names of a given cell again, without the shell, which students can change."""
        for name in names:
            self.shell.user_ns.pop(name, None)
        exec(compile(source, "<given>", "exec"), self.shell.user_ns)

    def do_start(self, seed: int, cell: int, total: int) -> None:
        """Seed the generators; set how many characters a cell and all of them may put out."""
        random.seed(seed)
        np.random.seed(seed)
        self.shell.outputs.cell, self.shell.outputs.total = cell, total

    def do_file(self, name: str, part: bytes) -> None:
        """Append to a file that was handed in with the notebook, before any student code runs."""
        with open(name, "ab") as file:
            file.write(part)

    def do_name(self, name: str) -> Any:
        """The object that a name of the notebook stands for."""
        names = self.shell.user_ns
        if name not in names:
            raise NameError(f"name {name!r} is not defined")
        return names[name]

    def do_module(self, name: str) -> Any:
        """A module of the package."""
        return importlib.import_module(name)

    def do_call(self, function: Any, arguments: list[Any], named: dict[str, Any]) -> Any:
        """Call an object."""
        return function(*arguments, **named)

    def do_probe(self, probes: bytes) -> list[list[Any]]:
        """Run each probe of a test on all its inputs; the outcomes as plain values."""
        names, spaces = self.shell.user_ns, Spaces()
        return [list(run(names, *question, spaces)) for question in decode_probes(probes)]

    def do_operator(self, name: str, *arguments: Any) -> Any:
        """Apply an operator to objects."""
        return OPERATORS[name](*arguments)

    def _register(self, value: Any) -> tuple[int, int]:
        """The number and flags of the handle of an object, the same for the same object."""
        number = self.numbers.get(id(value))
        if number is None:
            self.last += 1
            number = self.numbers[id(value)] = self.last
            self.objects[number] = value  # kept, so that its id is not used again
        return number, CALLABLE if callable(value) else 0


def _text(outputs: list[dict[str, Any]]) -> str:
    """What was printed, cut to `MAX_CAPTURED` characters."""
    texts = [output["text"] for output in outputs if output["output_type"] == "stream"]
    return "".join(texts)[:MAX_CAPTURED]


def serve(connection: socket.socket, shell: Shell) -> None:
    """Run a student process: answer requests until the connection is closed."""
    sys.stdout, sys.stderr = Stream("stdout", shell.outputs), Stream("stderr", shell.outputs)
    StudentServer(connection, shell).serve()
