"""What a client makes of the replies of a student process that breaks the protocol."""

import socket
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from grader.grading.wall.protocol.channel import LENGTH, MAX_FRAME, Channel
from grader.grading.wall.protocol.codec import Writer
from grader.grading.wall.protocol.probes import encode_probes
from grader.grading.wall.tests.client import (
    Changed,
    Client,
    StudentEnded,
    TimeLimitExceeded,
    poison,
)


@pytest.fixture
def sides() -> Iterator[tuple[Client, Channel]]:
    """A client, and the other end of its connection."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        client = Client(ours)
        client.stop_at = time.monotonic() + 60
        yield client, Channel(theirs)


def reply(channel: Channel, value: Any) -> None:
    """Put a reply on the way before the request is sent."""
    channel.send(Writer(register=lambda _: (1, 0)).write(value))


MALFORMED: dict[str, Any] = {
    "no list": 1,
    "too short": ["ok", 1, ""],
    "too long": ["ok", 1, "", [], 1],
    "an unknown kind": ["good", 1, "", []],
    "an error without its parts": ["error", "text", "", []],
    "captured text that is none": ["ok", 1, 5, []],
    "changed arguments that are no list": ["ok", 1, "", "all"],
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_reply_ends_the_student_process_for_good(
    sides: tuple[Client, Channel], name: str
) -> None:
    client, other = sides
    reply(other, MALFORMED[name])
    for _ in range(2):
        with pytest.raises(StudentEnded, match="killed"):
            client.request("name", "x")
    assert client.ended == "killed" and "malformed" in client.detail


def test_a_reply_that_is_too_large_counts_as_output(sides: tuple[Client, Channel]) -> None:
    client, other = sides
    other.connection.sendall(LENGTH.pack(MAX_FRAME + 1))
    with pytest.raises(StudentEnded, match="output"):
        client.request("name", "x")


def test_a_closed_connection_counts_as_killed(sides: tuple[Client, Channel]) -> None:
    client, other = sides
    other.connection.close()
    with pytest.raises(StudentEnded, match="killed"):
        client.request("name", "x")
    assert client.detail == "it exited"


def test_without_time_nothing_is_sent(sides: tuple[Client, Channel]) -> None:
    client, other = sides
    client.stop_at = time.monotonic()
    with pytest.raises(TimeLimitExceeded):
        client.request("name", "x")
    other.connection.setblocking(False)
    with pytest.raises(BlockingIOError):
        other.connection.recv(1)


@pytest.mark.parametrize(
    ("kind", "error"), [("timeout", TimeLimitExceeded), ("output", RuntimeError)]
)
def test_an_exceeded_limit_of_a_test_is_an_exception(
    sides: tuple[Client, Channel], kind: str, error: type[BaseException]
) -> None:
    client, other = sides
    reply(other, [kind, None, "printed", []])
    with pytest.raises(error):
        client.request("call", 1, [], {})
    assert not client.ended and client.captured == ["printed"]


@pytest.mark.parametrize("value", [None, [], [[1], [2]], [[1, 2]], [5]], ids=repr)
def test_probes_with_a_wrong_number_of_outcomes_are_malformed(
    sides: tuple[Client, Channel], value: Any
) -> None:
    client, other = sides
    reply(other, ["ok", value, "", []])
    with pytest.raises(StudentEnded, match="killed"):
        client.probe(encode_probes([([], "f", [(1,)])]))


def test_outcomes_of_probes_with_the_right_numbers_are_returned(
    sides: tuple[Client, Channel],
) -> None:
    client, other = sides
    reply(other, ["ok", [[1, 2], [3]], "", []])
    assert client.probe(encode_probes([([], "f", [(1,), (2,)]), ([], "g", [()])])) == [[1, 2], [3]]


def test_a_changed_argument_is_poisoned_and_another_is_not(sides: tuple[Client, Channel]) -> None:
    client, other = sides
    rows, kept, options = [1, 2], [3], {"a": 1}
    reply(other, ["ok", None, "", [0, "options"]])
    with pytest.raises(TypeError, match="cannot pass a object"):
        client.request("call", object(), [rows, kept], {"options": options})
    client.request("call", None, [rows, kept], {"options": options})
    assert all(isinstance(item, Changed) for item in rows) and kept == [3]
    assert "a" not in options and len(options) == 1


@pytest.mark.parametrize("dtype", ["f4", "i8", "?"])
def test_a_poisoned_array_keeps_its_dtype_and_shape_and_has_other_values(dtype: str) -> None:
    value = np.zeros((8, 8), dtype)
    poison(value)
    assert value.dtype == dtype and value.shape == (8, 8) and value.any()
