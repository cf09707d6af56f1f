"""The student's side: runs a student's cells and answers requests about the objects that they made.

It never holds a test. Whatever a student's code does to this process, it can change only the
student's own answers.
"""

import contextlib
import importlib
import random
import signal
import socket
import sys
from types import FrameType
from typing import Any

import numpy as np

from grader.grading.wall.protocol.arguments import copied, parts, same
from grader.grading.wall.protocol.channel import Channel, Gone
from grader.grading.wall.protocol.codec import Reader, WireError, Writer
from grader.grading.wall.protocol.exceptions import describe
from grader.grading.wall.protocol.operators import CALLABLE, OPERATORS
from grader.grading.wall.protocol.values import plain
from grader.grading.wall.student.shell import OutOfTime, Shell, Stream, TooMuch
from tinytorch.outcomes import run

Frame = list[bytes | memoryview]


class Side:
    """Everything that the student's process keeps for the grader's."""

    def __init__(self, wire: socket.socket, shell: Shell) -> None:
        self.channel, self.shell = Channel(wire), shell
        self.objects: dict[int, Any] = {}
        self.numbers: dict[int, int] = {}
        self.last = 0
        self.late = self.busy = False
        self.reader = Reader(lambda number, flags: self.objects[number])
        self.writer = Writer(self._name, plain)
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
        outputs, kind, value, name, self.late = self.shell.outputs, "ok", None, "", False
        handed: list[tuple[int | str, Any, Any]] = []
        outputs.begin()
        try:
            name, arguments, *seconds = self.reader.read(frame)[0]
            if seconds:
                self._begin(*seconds)
            handed = [(place, part, copied(part)) for place, part in parts(name, arguments)]
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
        changed = [place for place, now, before in handed if not same(now, before)]
        try:
            return self.writer.write([kind, value, said, changed])
        except BaseException as error:
            return Writer().write(["error", describe(error), "", []])

    def _begin(self, seconds: float) -> None:
        """A test begins: its time, and no handle of an earlier one is used any more."""
        self._limit(seconds)
        self.objects.clear()
        self.numbers.clear()

    def _limit(self, seconds: float) -> None:
        """From now on, stop what runs after so many seconds, again and again if it will not be stopped."""
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001), 0.5)

    def do_run(self, seconds: float, source: str) -> None:
        """Run a cell of the student's; its outputs are the answer."""
        self._limit(seconds)
        self.shell.run(source)

    def do_given(self, names: list[str], source: str) -> None:
        """Define the names of a given cell anew, past whatever the student has done to how cells are run."""
        for name in names:
            self.shell.user_ns.pop(name, None)
        exec(compile(source, "<given>", "exec"), self.shell.user_ns)

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

    def do_probe(
        self, questions: list[tuple[list[str], str, list[tuple[Any, ...]]]]
    ) -> list[list[Any]]:
        """Run each probe on all its inputs; what they give, as plain values."""
        return [list(run(self.shell.user_ns, *question)) for question in questions]

    def do_operator(self, name: str, *arguments: Any) -> Any:
        """Apply one of the operators to objects."""
        return OPERATORS[name](*arguments)

    def _name(self, value: Any) -> tuple[int, int]:
        number = self.numbers.get(id(value))
        if number is None:
            self.last += 1
            number = self.numbers[id(value)] = self.last
            self.objects[number] = value
        return number, CALLABLE if callable(value) else 0


def _text(outputs: list[dict[str, Any]]) -> str:
    """What was printed, as one text of a limited length."""
    return "".join(output["text"] for output in outputs if output["output_type"] == "stream")[
        :10_000
    ]


def serve(wire: socket.socket, shell: Shell) -> None:
    """The life of a student's side: from the first request until the wire is closed."""
    sys.stdout, sys.stderr = Stream("stdout", shell.outputs), Stream("stderr", shell.outputs)
    Side(wire, shell).serve()
