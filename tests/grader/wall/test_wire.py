"""The wire carries plain values unchanged, and nothing that is broken or worse gets through."""

import pickle
import random
import struct

import numpy as np
import pytest

from grader.wall.wire import MAX_DEPTH, Reader, WireError, Writer

VALUES = [
    None, True, False, 0, -1, 2**63 - 1, 2**64, -(2**200), 1.5, float("inf"), 1 + 2j, "", "é\u2028\ud800", b"\x00\xff",
    (), (1, (2.0, "3")), [], [1, [2]], {}, {"a": [1], 2: (3,)}, {1, 2}, frozenset({"x"}), slice(1, None, -2), ...,
    int, np.float32, np.dtype("float32"),
]  # fmt: skip
ARRAYS = [
    np.zeros(()), np.arange(6).reshape(2, 3), np.ones((0, 4), np.float32), np.array([True, False]),
    np.array([1 + 2j]), np.arange(3, dtype=">i4"), np.asfortranarray(np.ones((3, 2))), np.arange(10)[::2],
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_plain_value_arrives_as_it_was(value: object) -> None:
    found = Reader().read(Writer().write(value))
    assert found == value and type(found) is type(value)


@pytest.mark.parametrize("array", ARRAYS, ids=lambda a: f"{a.dtype}{a.shape}")
def test_an_array_arrives_with_its_shape_and_kind(array: np.ndarray) -> None:
    found = Reader().read(Writer().write(array))
    assert found.shape == array.shape and found.dtype == array.dtype.newbyteorder("<")
    assert np.array_equal(found, array)
    found[...] = 0  # it is the reader's own


def test_a_numpy_number_keeps_its_type() -> None:
    found = Reader().read(Writer().write(np.float32(1.5)))
    assert type(found) is np.float32 and found == 1.5


@pytest.mark.parametrize("value", [lambda: 1, object(), np.array([object()]), np.array(["a"]), ValueError()], ids=repr)
def test_what_is_not_plain_cannot_cross(value: object) -> None:
    with pytest.raises(WireError):
        Writer().write(value)


def test_a_handle_is_refused_where_none_can_be() -> None:
    frame = Writer(name=lambda value: (7, 0)).write(object())
    with pytest.raises(WireError):
        Reader().read(frame)


@pytest.mark.parametrize(
    "frame",
    [
        b"", b"?", b"i", b"s" + struct.pack("<I", 100) + b"x", b"l" + struct.pack("<II", 0, 2**32 - 1),
        b"I" + struct.pack("<I", 2**31), b"NN", pickle.dumps([1]), b"t" + struct.pack("<II", 0, 1) * (MAX_DEPTH + 5),
        b"a" + struct.pack("<I", 0) + b"O8  " + b"\x01" + struct.pack("<q", 1) + bytes(8),
        b"a" + struct.pack("<I", 0) + b"f8  " + b"\x01" + struct.pack("<q", -1),
        b"a" + struct.pack("<I", 0) + b"f8  " + b"\x02" + struct.pack("<qq", 2**62, 2**62),
        b"k" + struct.pack("<I", 4) + b"eval", b"m" + struct.pack("<II", 0, 1) + b"l" + struct.pack("<II", 0, 0) + b"N",
    ],
)  # fmt: skip
def test_a_broken_frame_is_refused(frame: bytes) -> None:
    with pytest.raises(WireError):
        Reader().read(frame)


def test_a_damaged_frame_gives_a_plain_value_or_is_refused() -> None:
    random.seed(1)
    frames = [Writer().write(value) for value in [*VALUES, *ARRAYS, [*VALUES[:12], *ARRAYS[:3]]]]
    for _ in range(20_000):
        frame = bytearray(random.choice(frames))
        for _ in range(random.randint(1, 3)):
            if frame:
                frame[random.randrange(len(frame))] = random.randrange(256)
        try:
            Reader().read(frame)
        except WireError:
            continue
