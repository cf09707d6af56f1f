"""The wire carries plain values unchanged, and nothing that is broken or worse gets through."""

import json
import pickle
import random
import struct
from collections import OrderedDict
from http import HTTPStatus
from typing import Any

import msgpack
import numpy as np
import pytest
from msgpack import ExtType

from grader.grading.wall.protocol.codec import (
    ARRAY,
    ARRAY_HEADER,
    DTYPE,
    HANDLE,
    INT,
    MAX_DEPTH,
    TUPLE,
    TYPE,
    ProtocolError,
    Reader,
    Writer,
)
from grader.grading.wall.protocol.values import plain

VALUES = [
    None, True, False, 0, -1, 2**63 - 1, 2**64, -(2**200), 1.5, float("inf"), 1 + 2j, "",
    "é\u2028", b"\x00\xff", (), (1, (2.0, "3")), [], [1, [2]], {}, {"a": [1], 2: (3,)}, {1, 2},
    frozenset({"x"}), slice(1, None, -2), ...,
    int, np.float32, np.dtype("float32"),
]  # fmt: skip
ARRAYS = [
    np.zeros(()), np.arange(6).reshape(2, 3), np.ones((0, 4), np.float32), np.array([True, False]),
    np.array([1 + 2j]), np.arange(3, dtype=">i4"), np.asfortranarray(np.ones((3, 2))),
    np.arange(10)[::2],
]  # fmt: skip


def crossed(value: Any) -> Any:
    return Reader().read(b"".join(Writer().write(value)))[0]


def frame(message: bytes, arrays: bytes = b"") -> bytes:
    """A frame of our form around any message."""
    return struct.pack("<II", len(message), 0) + message + bytes(-len(message) % 8) + arrays


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_plain_value_arrives_as_it_was(value: object) -> None:
    found = crossed(value)
    assert found == value and type(found) is type(value)


@pytest.mark.parametrize("array", ARRAYS, ids=lambda a: f"{a.dtype}{a.shape}")
def test_an_array_arrives_with_its_shape_and_kind(array: np.ndarray) -> None:
    found = crossed(array)
    assert found.shape == array.shape and found.dtype == array.dtype.newbyteorder("<")
    assert np.array_equal(found, array)
    found[...] = 0  # it is the reader's own


def test_a_value_of_a_library_crosses_as_its_plain_type() -> None:
    values = [np.linalg.eigh(np.eye(2)), np.ma.ones(2), OrderedDict(a=1), HTTPStatus.OK]
    pieces = Writer(register=lambda value: (7, 0), plain=plain).write(values)
    ((pair, ones, table, number),) = Reader(lambda *named: named).read(b"".join(pieces))
    assert type(pair) is tuple and np.array_equal(pair[0], [1, 1])
    assert type(ones) is np.ndarray and ones.sum() == 2
    assert table == {"a": 1} and (type(number), number) == (int, 200)


def test_half_a_character_arrives_as_valid_text() -> None:
    found = crossed(["a\ud800b", {"\udfff": 1}])
    assert found[0].startswith("a\ufffd") and found[0].endswith("b")
    json.dumps(found, ensure_ascii=False).encode()


def test_arrays_keep_apart_however_large_they_are() -> None:
    arrays = [
        np.arange(n, dtype=kind)
        for n, kind in ((3, "u1"), (1 << 16, "f8"), (1, "f4"), (0, "i8"), (5, "c16"))
    ]
    (found,) = Reader().read(bytearray(b"".join(Writer().write(arrays))))
    assert all(
        np.array_equal(a, b) and a.dtype == b.dtype for a, b in zip(found, arrays, strict=True)
    )
    found[1][...] = 0
    assert np.array_equal(found[2], arrays[2])


def test_a_numpy_number_keeps_its_type() -> None:
    found = crossed(np.float32(1.5))
    assert type(found) is np.float32 and found == 1.5


@pytest.mark.parametrize(
    "value",
    [lambda: 1, object(), np.array([object()]), np.array(["a"]), ValueError()],
    ids=["function", "object", "array of objects", "array of text", "exception"],
)
def test_what_is_not_plain_cannot_cross(value: object) -> None:
    with pytest.raises(ProtocolError):
        Writer().write(value)


def test_a_handle_is_refused_where_none_can_be() -> None:
    pieces = Writer(register=lambda value: (7, 0)).write(object())
    with pytest.raises(ProtocolError):
        Reader().read(b"".join(pieces))


def test_a_handle_is_a_number_and_flags() -> None:
    pieces = Writer(register=lambda value: (7, 1)).write([object()])
    assert Reader(lambda *named: named).read(b"".join(pieces))[0] == [(7, 1)]


def nested(times: int) -> bytes:
    inner = msgpack.packb(0)
    for _ in range(times):
        inner = msgpack.packb([ExtType(TUPLE, inner)])
    return inner


def array(name: bytes, shape: tuple[int, ...], place: int = 0) -> bytes:
    head = ARRAY_HEADER.pack(name, len(shape), place) + struct.pack(f"<{len(shape)}q", *shape)
    return msgpack.packb([ExtType(ARRAY, head)])


BROKEN = {
    "nothing": b"", "text": b"?", "no list": frame(msgpack.packb(1)), "a pickle": pickle.dumps([1]),
    "a pickle in a frame": frame(pickle.dumps([1])), "two messages": frame(msgpack.packb([1]) * 2),
    "a length beyond the frame": struct.pack("<II", 100, 0) + msgpack.packb([1]),
    "a long list that is not there": frame(b"\x91\xdd" + struct.pack(">I", 2**32 - 1)),
    "too many items": frame(b"\x91\xdd" + struct.pack(">I", 2**21) + bytes(2**21)),
    "too deep": frame(nested(MAX_DEPTH + 5)),
    "lists without end": frame(b"\x91" * 100_000 + b"\x00"),
    "thousands of digits": frame(msgpack.packb([ExtType(INT, bytes(5000))])),
    "an array of objects": frame(array(b"O8  ", (1,)), bytes(8)),
    "an axis of negative length": frame(array(b"f8  ", (-1,)), bytes(8)),
    "two axes of negative length": frame(array(b"f8  ", (-1, -1)), bytes(8)),
    "an array larger than memory": frame(array(b"f8  ", (2**62, 2**62)), bytes(8)),
    "an array beyond its frame": frame(array(b"f8  ", (2,)), bytes(8)),
    "an array that begins beyond its frame": frame(array(b"f8  ", (1,), place=2**40), bytes(8)),
    "arrays that share their bytes": frame(
        b"\x92" + 2 * array(b"f8  ", (1,))[1:], bytes(8)
    ),
    "an unknown type": frame(msgpack.packb([ExtType(TYPE, b"eval")])),
    "an unknown dtype": frame(msgpack.packb([ExtType(DTYPE, b"M8  ")])),
    "a handle without a number": frame(msgpack.packb([ExtType(HANDLE, b"")])),
    "an unknown extension": frame(msgpack.packb([ExtType(99, b"")])),
    "a list as a key": frame(b"\x91\x81\x90\xc0"),
    "bytes left over": frame(msgpack.packb([1]) + b"\x00"),
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_frame_is_refused(broken: bytes) -> None:
    with pytest.raises(ProtocolError):
        Reader().read(broken)


def test_a_moment_in_time_is_a_number() -> None:
    assert type(Reader().read(frame(msgpack.packb([msgpack.Timestamp(5, 0)])))[0]) is float


def test_a_damaged_frame_gives_a_plain_value_or_is_refused() -> None:
    random.seed(1)
    frames = [
        b"".join(Writer().write(value)) for value in [*VALUES, *ARRAYS, [*VALUES[:12], *ARRAYS[:3]]]
    ]
    for _ in range(20_000):
        damaged = bytearray(random.choice(frames))
        for _ in range(random.randint(1, 3)):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        try:
            Reader().read(damaged)
        except ProtocolError:
            continue
