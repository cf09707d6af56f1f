"""The student server: what a request gets, and what an odd one cannot do to it."""

import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from grader.grading.wall.protocol.channel import Channel
from grader.grading.wall.protocol.codec import Reader, Writer
from grader.grading.wall.student.server import MAX_CAPTURED, StudentServer
from grader.grading.wall.student.shell import Shell


class Requests:
    """A client without any checks, in the same process as the server."""

    def __init__(self, shell: Shell) -> None:
        ours, theirs = socket.socketpair()
        self.channel, self.server = Channel(ours), StudentServer(theirs, shell)
        self.reader = Reader(lambda number, flags: number)

    def send(self, *request: Any) -> list[Any]:
        """The reply to a request: kind, value, captured text, changed arguments."""
        self.channel.send(Writer().write(list(request)))
        self.server.answer()
        (reply,) = self.reader.read(self.channel.receive())
        return list(reply)

    def close(self) -> None:
        self.channel.connection.close()
        self.server.channel.connection.close()


@pytest.fixture(scope="module")
def server(shell: Shell) -> Iterator[Requests]:
    made = Requests(shell)
    shell.outputs.cell = shell.outputs.total = 100_000
    yield made
    made.close()


def test_a_name_is_sent_as_a_value_or_as_the_number_of_its_object(server: Requests) -> None:
    assert server.send("run", [9.0, "x = 3\nclass A: pass\na = A()"])[0] == "ok"
    assert server.send("name", ["x"]) == ["ok", 3, "", []]
    first, second = server.send("name", ["a"])[1], server.send("name", ["a"])[1]
    assert first == second != server.send("name", ["A"])[1]


def test_an_error_is_a_reply_and_the_next_request_is_answered(server: Requests) -> None:
    kind, (name, bases, message), *_ = server.send("name", ["nowhere"])
    assert (kind, name, message) == ("error", "NameError", "name 'nowhere' is not defined")
    assert "Exception" in bases
    assert server.send("operator", ["add", 1, 2])[:2] == ["ok", 3]


@pytest.mark.parametrize(
    "request_",
    [("no_such_request", []), ("name", []), ("operator", ["eval", "1"]), ("name",), ()],
    ids=repr,
)
def test_a_malformed_request_is_an_error(server: Requests, request_: tuple[Any, ...]) -> None:
    assert server.send(*request_)[0] == "error"


def test_a_changed_argument_is_reported(server: Requests) -> None:
    def change(_: Any, arguments: list[Any], named: dict[str, Any]) -> None:
        arguments[0].append(1)
        arguments[1][...] += 1

    server.server.do_call = change  # type: ignore[method-assign]
    reply = server.send("call", [0, [[], np.zeros(2)], {"keep": {}}])
    del server.server.do_call
    assert reply == ["ok", None, "", [0, 1]]


class Ends:
    @property
    def __class__(self) -> Any:
        raise SystemExit


CHANGES: dict[str, tuple[Any, Callable[[Any], object]]] = {
    "an element of an array": (np.zeros(3), lambda x: x.__setitem__(1, 5)),
    "an item of a list": ([1, 2], lambda x: x.__setitem__(0, 9)),
    "an item that is added": ([1, 2], lambda x: x.append(3)),
    "an item that is removed": ([1, 2], lambda x: x.pop()),
    "a list in a list": ([[1], [2]], lambda x: x[1].append(3)),
    "a list that holds itself": ([1], lambda x: x.append(x)),
    "an object in place of a number": ([1], lambda x: x.__setitem__(0, object())),
    "an array in a list": ([np.zeros(2)], lambda x: x[0].__setitem__(0, 1)),
    "an array in a tuple in a list": ([(np.zeros(2),)], lambda x: x[0][0].__setitem__(0, 1)),
    "the shape of an array": (np.zeros(4), lambda x: setattr(x, "shape", (2, 2))),
    "an object that ends its process when it is looked at": ([1], lambda x: x.append(Ends())),
    "a value of a dict": ({"a": 1}, lambda x: x.update(a=2)),
    "a key of a dict": ({"a": 1}, lambda x: x.update(b=x.pop("a"))),
    "a list in a dict": ({"a": [1]}, lambda x: x["a"].clear()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_in_place_is_reported(server: Requests, change: str) -> None:
    value, function = CHANGES[change]
    server.server.do_call = lambda _, given, named: len(given)  # type: ignore[method-assign]
    assert server.send("call", [0, [value], {}]) == ["ok", 1, "", []]
    server.server.do_call = lambda _, given, named: function(*given)  # type: ignore[method-assign]
    changed = server.send("call", [0, [value], {}])[3]
    del server.server.do_call
    assert changed == [0]


def test_an_object_in_a_list_is_the_same_while_it_is_the_same_object(server: Requests) -> None:
    class Unequal:
        def __eq__(self, other: object) -> bool:
            raise AssertionError("never compared")

        __hash__ = object.__hash__

    items: list[Any] = [Unequal()]
    before = server.server._digest(items)
    assert server.server._digest(items) == before
    items[0] = Unequal()
    assert server.server._digest(items) != before


def test_what_a_call_prints_is_captured_and_cut(server: Requests) -> None:
    server.send("run", [9.0, "import sys\ndef say(n): sys.stdout.write('x' * n)"])
    stream_out = server.server.shell.outputs
    server.server.do_call = lambda *_: stream_out.add(  # type: ignore[method-assign]
        {"output_type": "stream", "name": "stdout", "text": "x" * 50_000}, 50_000
    )
    reply = server.send("call", [0, [], {}])
    del server.server.do_call
    assert reply[0] == "ok" and reply[2] == "x" * MAX_CAPTURED


def test_too_much_output_ends_a_request(server: Requests) -> None:
    outputs = server.server.shell.outputs
    server.server.do_call = lambda *_: outputs.add({"output_type": "x"}, 10**6)  # type: ignore[method-assign]
    reply = server.send("call", [0, [], {}])
    del server.server.do_call
    assert reply[0] == "output"


def test_a_cell_that_exceeds_its_time_is_stopped(server: Requests) -> None:
    kind, outputs, *_ = server.send("run", [0.05, "while True: pass"])
    assert kind == "timeout" and outputs == []
    assert server.send("run", [9.0, "'next'"])[0] == "ok"


def test_the_time_of_a_test_ends_its_requests(server: Requests) -> None:
    server.server.do_call = lambda *_: time.sleep(60)  # type: ignore[method-assign]
    reply = server.send("call", [0, [], {}], 0.05)
    del server.server.do_call
    assert reply[0] == "timeout"


def test_a_new_test_forgets_the_objects_of_the_one_before(server: Requests) -> None:
    server.send("run", [9.0, "class B: pass\nb = B()"])
    number = server.send("name", ["b"])[1]
    assert number in server.server.objects
    server.send("operator", ["add", 1, 2], 9.0)
    assert server.server.objects == {}


def test_a_given_cell_defines_its_names_again(server: Requests) -> None:
    server.send("run", [9.0, "helper = 'changed'\nother = 'gone'"])
    assert server.send("given", [["helper", "other"], "def helper(): return 1"])[0] == "ok"
    names = server.server.shell.user_ns
    assert names["helper"]() == 1 and "other" not in names
