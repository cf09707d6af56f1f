"""Warm up the fork server: do once what every student process does many times.

Python, NumPy and IPython prepare themselves for what they meet (specialized instructions, caches,
compiled patterns). Prepared before the fork, all of it is there in every student process.
"""

import contextlib
import importlib
import signal
import socket
from collections.abc import Iterable
from typing import Any

import numpy as np

from grader.grading.wall.protocol.channel import Channel
from grader.grading.wall.protocol.codec import Writer
from grader.grading.wall.protocol.probes import encode_probes
from grader.grading.wall.student.server import StudentServer
from grader.grading.wall.student.shell import Shell

LAZY = ("numpy.ma", "numpy.fft", "numpy.polynomial")  # NumPy imports them at their first use
ROUNDS = 10  # Python specializes code that has run eight times
CELL = """
import numpy as np

class Thing:
    def __init__(self, data, flag=False):
        self.data, self.flag = np.array(data, dtype=np.float32), flag

    def __add__(self, other):
        return Thing(self.data + other.data)

    def sum(self, axis=None):
        return Thing(self.data.sum(axis=axis))

print(np.ones((2, 2)) @ np.ones((2, 2)))
Thing
"""

PROBE = '''
def total(data):
    """The sum of a thing"""
    return {"sum": Thing(data).sum().data, "flag": Thing(data).flag}
'''


def preload(packages: Iterable[str]) -> None:
    """Import packages, so that no submission has to; the import of a missing one fails later."""
    for name in (*LAZY, *packages):
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def warm_up(shell: Shell) -> None:
    """Run cells and probes; their names and objects are removed afterwards."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        client, server = Channel(ours), StudentServer(theirs, shell)

        def request(name: str, *arguments: Any) -> None:
            client.send(Writer().write([name, list(arguments)]))
            server.answer()
            client.receive()

        for _ in range(ROUNDS):
            request("run", 9.0, CELL)
            request("run", 9.0, "1 / 0")
            request("probe", encode_probes([([PROBE], "total", [(np.ones((2, 3)),)])]).data)
    signal.setitimer(signal.ITIMER_REAL, 0)
    shell.reset(new_session=True)
