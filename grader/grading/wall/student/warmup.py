"""What the warm process does once before any submission: what each of them will do many times.

Python, NumPy and IPython make themselves ready for what they meet (specialised instructions,
caches, compiled patterns). Made before the fork, all of that is there for every student's side;
otherwise each would make it anew.
"""

import contextlib
import importlib
import signal
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.grading.wall.protocol.channel import Channel
from grader.grading.wall.protocol.codec import Reader, Writer
from grader.grading.wall.student.server import Side
from grader.grading.wall.student.shell import Shell

TIMES = 10  # Python specialises what has run eight times
CELL = '''
import numpy as np

class Thing:
    """A class as a student writes it.

    >>> Thing([1.0]).data
    array([1.], dtype=float32)
    """

    def __init__(self, data, flag=False):
        self.data, self.flag = np.array(data, dtype=np.float32), flag

    def __add__(self, other):
        return Thing(self.data + other.data)

    def sum(self, axis=None):
        return Thing(self.data.sum(axis=axis))

print(np.ones((2, 2)) @ np.ones((2, 2)))
Thing
'''

PROBE = '''
def total(data):
    """The sum of a thing"""
    return {"sum": Thing(data).sum().data, "flag": Thing(data).flag}
'''


@dataclass(frozen=True)
class Named:
    """An object of the student's side, for a request."""

    number: int


def load(packages: Iterable[str]) -> None:
    """Import packages, so that no submission has to; one that cannot be is missed where it is imported."""
    for name in packages:
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def rehearse(shell: Shell) -> None:
    """Run cells and answer requests; nothing of it stays but what Python has prepared."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        grader, side = Channel(ours), Side(theirs, shell)
        writer, reader = (
            Writer(lambda named: (named.number, 0)),
            Reader(lambda number, flags: Named(number)),
        )

        def ask(name: str, *arguments: Any) -> Any:
            grader.send(writer.write([name, list(arguments)]))
            side.answer()
            return reader.read(grader.receive())[0][1]

        for _ in range(TIMES):
            ask("run", 9.0, CELL)
            ask("run", 9.0, "1 / 0")
            thing = ask("name", "Thing")
            made = ask("call", thing, [np.ones((2, 3))], {"flag": True})
            ask("operator", "add", made, made)
            ask("operator", "getattr", made, "data")
            ask("probe", [([PROBE], "total", [(np.ones((2, 3)),)])])
            ask("call", thing, [None], {"unknown": 1})
    signal.setitimer(signal.ITIMER_REAL, 0)
    shell.reset(new_session=True)
