"""A student process without a sandbox, for tests of what passes between the two sides."""

import contextlib
import os
import socket
import time
from collections.abc import Iterator
from typing import Any

from grader.grading.wall.tests.client import Client

STUDENT = """
import abc
import numpy as np

class Tensor:
    def __init__(self, data):
        self.data = np.array(data, dtype=np.float32)
        self.note = 'as made'
    @property
    def shape(self):
        return self.data.shape
    def __add__(self, other):
        return Tensor(self.data + other.data)
    def __mul__(self, other):
        return Tensor(self.data * other)
    __rmul__ = __mul__
    def __neg__(self):
        return Tensor(-self.data)
    def sum(self, axis=None):
        return Tensor(self.data.sum(axis=axis))
    def double(self):
        self.data = self.data * 2
        self.note = 'doubled'

class Keeper:
    def __init__(self, items):
        self.items = items
        self.inner = items[0] if items else None
    def count(self):
        return len(self.items), sum(len(x) for x in self.items if isinstance(x, list))
    def change(self, items):
        items[0][0] = 99

class Odd:
    def __init__(self):
        self.forward = 'an attribute'
    def forward(self):
        return 'a method'

class Guarded:
    def __init__(self):
        self.x = 1
    def __getattribute__(self, name):
        return 'guarded' if name == 'x' else object.__getattribute__(self, name)

class Meta(type):
    def __instancecheck__(self, value):
        return hasattr(value, 'data')

class HasData(metaclass=Meta):
    pass

class Row(Tensor):
    def __getitem__(self, key):
        return Row(self.data[key])
    def __len__(self):
        return len(self.data)
    def __repr__(self):
        return f'Row{len(self)}'

class Counted:
    def __init__(self):
        self.reads = 0
    @property
    def value(self):
        self.reads += 1
        return self.reads

class Box:
    def __init__(self, data):
        self.data = np.array(data)

number = 7

class Sub(Tensor):
    def sum(self, axis=None):
        return 'sub'
"""


class Counting(Client):
    """A client that counts its requests."""

    count = 0

    def _exchange(self, *arguments: Any) -> Any:
        self.count += 1
        return super()._exchange(*arguments)


class Unsandboxed:
    """A student process; its attributes are the names of the notebook."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.known: dict[str, Any] = {}
        client.begin_test()

    def __getattr__(self, name: str) -> Any:
        if name not in self.known:
            self.known[name] = self.client.request("name", name)
        return self.known[name]

    def requests(self) -> int:
        """How many requests were sent."""
        return self.client.count  # type: ignore[attr-defined, no-any-return]


@contextlib.contextmanager
def unsandboxed() -> Iterator[Unsandboxed]:
    """A student process that has run `STUDENT`."""
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        from grader.grading.wall.student.server import serve
        from grader.grading.wall.student.shell import Shell

        try:
            ours.close()
            shell = Shell.instance()
            shell.outputs.cell = shell.outputs.total = 10**6
            serve(theirs, shell)
        finally:
            os._exit(0)
    theirs.close()
    client = Counting(ours)
    client.stop_at = time.monotonic() + 60
    client.request("start", 1, 10**6, 10**6)
    assert client.run(STUDENT) == ("ok", [])
    yield Unsandboxed(client)
    ours.close()
    os.waitpid(pid, 0)
