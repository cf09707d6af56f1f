"""What crosses between the two sides: length-limited frames of plain values; never pickle, never code.

A value is None, a bool, a number, a text, bytes, a tuple, list, dict, set or slice of such, an
array of numbers as raw bytes with its dtype and shape, the name of a type from a fixed list, or a
handle: a number that stands for an object of the other side. A frame is one MessagePack message, in
which what MessagePack does not know is an extension type of ours, followed by the bytes of its
arrays. The same code reads on both sides; what it refuses is refused as a `WireError`.
"""

import struct
from collections.abc import Callable
from typing import Any

import msgpack
import numpy as np
from msgpack import ExtType

MAX_DEPTH = 40
MAX_ITEMS = 1_000_000
MAX_MESSAGE = 8 * 1024 * 1024  # bytes of a frame without its arrays
MAX_INT_BYTES = 1024
SMALL = (
    1 << 16
)  # bytes of arrays that are copied out of a frame: a larger frame has memory of its own
DTYPES = frozenset(
    {
        "?",
        *(f"{kind}{size}" for kind in "iu" for size in (1, 2, 4, 8)),
        "f2",
        "f4",
        "f8",
        "c8",
        "c16",
    }
)
TYPES: dict[str, type] = {
    **{kind.__name__: kind for kind in (
        bool, int, float, complex, str, bytes, tuple, list, dict, set, frozenset, object, slice,
    )},
    **{f"np.{t.__name__}": t for t in (
        np.float16, np.float32, np.float64, np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32,
        np.uint64, np.bool_, np.complex64, np.complex128, np.ndarray, np.integer, np.floating, np.number, np.generic,
    )},
}  # fmt: skip
TYPE_NAMES = {kind: name for name, kind in TYPES.items()}
TUPLE, SET, FROZENSET, SLICE, ELLIPSIS, INT, COMPLEX, TYPE, DTYPE, SCALAR, ARRAY, HANDLE = range(
    1, 13
)
HEAD = struct.Struct("<I")  # the length of the message, in front of it
NAMED = struct.Struct("<QB")  # a handle: its number and flags
SHAPED = struct.Struct("<4sBQ")  # an array: its dtype, axes, and where its bytes begin
AXES = [struct.Struct(f"<{axes}q") for axes in range(256)]
PLACE = 8  # bytes, of which the places of arrays in a frame are multiples

Options = dict[str, Any]
PACK: Options = {"strict_types": True, "unicode_errors": "surrogatepass"}
UNPACK: Options = {  # "replace": whatever a side sends, what the other one reads is valid Unicode
    "strict_map_key": False, "unicode_errors": "replace", "timestamp": 1, "max_array_len": MAX_ITEMS,
    "max_map_len": MAX_ITEMS,
}  # fmt: skip


def ext(code: int, data: bytes) -> ExtType:
    """An extension type, made without the checks of its constructor: there are several in every frame."""
    return tuple.__new__(ExtType, (code, data))


class WireError(Exception):
    """A frame that is too large, too deep, broken or holds what must not cross."""


# How an object that is no plain value is written: a number and flags. And what a handle that was
# read stands for.
Name = Callable[[Any], tuple[int, int]]
Resolve = Callable[..., Any]
# What an object of a type that does not cross is written as, itself if there is nothing simpler.
Plain = Callable[[Any], Any]


class Writer:
    """Turns values into frames."""

    def __init__(self, name: Name | None = None, plain: Plain | None = None) -> None:
        self._name, self._plain = name, plain
        self._opaque: set[type] = (
            set()
        )  # types of which nothing simpler can be made: they cross as handles
        self._packers: list[msgpack.Packer] = []
        self._blobs: list[bytes | memoryview] = []
        self._place = 0

    def write(self, value: Any) -> list[bytes | memoryview]:
        """The pieces of a frame that holds `[value]`.

        Raises:
            WireError: if something in them cannot cross.
        """
        self._blobs, self._place = [], 0
        try:
            message = b"\x91" + self.pack(value)  # MessagePack's head of a list of one
        except (ValueError, OverflowError, RecursionError, UnicodeError) as error:
            raise WireError(f"cannot cross: {error}") from None
        if len(message) > MAX_MESSAGE:
            raise WireError(f"a value of more than {MAX_MESSAGE // 1024**2} MB cannot cross")
        padding = -len(message) % PLACE
        return [HEAD.pack(len(message)) + bytes(4) + message + bytes(padding), *self._blobs]

    def pack(self, value: Any) -> bytes:
        """One value, packed."""
        packer = (
            self._packers.pop() if self._packers else msgpack.Packer(default=self._other, **PACK)
        )
        packed: bytes = packer.pack(value)  # one whose work an error has ended is not used again
        self._packers.append(packer)
        return packed

    def _other(self, value: Any) -> Any:
        """What MessagePack is given for a value that it does not know."""
        kind = type(value)
        if kind in self._opaque:
            return self._handle(value)
        write = WRITERS.get(kind)
        if write is not None:
            return write(self, value)
        if kind is type and value in TYPE_NAMES:
            return ext(TYPE, TYPE_NAMES[value].encode())
        if isinstance(value, np.generic) and (written := _written(value.dtype)) is not None:
            return ext(SCALAR, written[1] + value.tobytes())
        if isinstance(value, np.dtype) and (written := _written(value)) is not None:
            return ext(DTYPE, written[1])
        simple = self._plain(value) if self._plain is not None else value
        if simple is not value:
            return simple
        if kind is not type and not issubclass(kind, np.generic | np.dtype):
            self._opaque.add(kind)
        return self._handle(value)

    def _handle(self, value: Any) -> ExtType:
        if self._name is None:
            raise WireError(f"a {type(value).__name__} cannot cross")
        return ext(HANDLE, NAMED.pack(*self._name(value)))

    def _items(self, code: int, value: Any) -> ExtType:
        return ext(code, self.pack(list(value)))

    def _int(self, value: int) -> ExtType:
        size = value.bit_length() // 8 + 1
        if size > MAX_INT_BYTES:
            raise WireError("a whole number with thousands of digits cannot cross")
        return ext(INT, value.to_bytes(size, "little", signed=True))

    def _array(self, value: np.ndarray) -> ExtType:
        written = _written(value.dtype)
        if written is None:
            return self._handle(value)
        dtype, name = written
        place, size = self._place, value.nbytes
        if size:
            if size < SMALL:
                blob = (
                    value.tobytes()
                    if value.dtype is dtype
                    else value.astype(dtype, copy=False).tobytes()
                )
                self._blobs.append(blob + bytes(-size % PLACE) if size % PLACE else blob)
            else:
                flat = np.ascontiguousarray(value, dtype)
                self._blobs += [flat.reshape(-1).view(np.uint8).data, bytes(-size % PLACE)]
            self._place = place + size + -size % PLACE
        axes = value.ndim
        return ext(ARRAY, SHAPED.pack(name, axes, place) + AXES[axes].pack(*value.shape))


WRITERS: dict[type, Callable[[Writer, Any], ExtType]] = {
    tuple: lambda writer, value: writer._items(TUPLE, value),
    set: lambda writer, value: writer._items(SET, value),
    frozenset: lambda writer, value: writer._items(FROZENSET, value),
    slice: lambda writer, value: writer._items(SLICE, (value.start, value.stop, value.step)),
    complex: lambda writer, value: writer._items(COMPLEX, (value.real, value.imag)),
    type(...): lambda writer, value: ext(ELLIPSIS, b""),
    int: Writer._int,
    np.ndarray: Writer._array,
}


def _written(dtype: np.dtype) -> tuple[np.dtype, bytes] | None:
    """The little-endian form of a dtype and its name in a frame; None for one that does not cross."""
    if dtype not in CROSSING:
        name = "?" if dtype.kind == "b" else dtype.str[1:]
        crosses = name in DTYPES and dtype.fields is None
        CROSSING[dtype] = (
            (np.dtype(name if name == "?" else f"<{name}"), name.encode().ljust(4))
            if crosses
            else None
        )
    return CROSSING[dtype]


CROSSING: dict[np.dtype, tuple[np.dtype, bytes] | None] = {}


class Reader:
    """Turns frames into values, taking nothing in them on trust."""

    def __init__(self, resolve: Resolve | None = None) -> None:
        self._resolve = resolve

    def read(self, frame: memoryview | bytes | bytearray) -> list[Any]:
        """The parts in `frame`.

        Raises:
            WireError: if it is not exactly one list of them.
        """
        self._depth, self._copy = 0, len(frame) < SMALL
        try:
            size = int(HEAD.unpack_from(frame)[0])
            if size > MAX_MESSAGE or size > len(frame) - 8:
                raise WireError("a message that goes beyond its frame, or is too long")
            self._blobs = frame[8 + size + -size % PLACE :]
            parts = self._unpack(frame[8 : 8 + size])
        except WireError:
            raise
        except (
            Exception
        ) as error:  # MessagePack's own errors, and whatever a wrong length or type leads to
            raise WireError(f"a broken frame: {type(error).__name__}") from None
        if type(parts) is not list:
            raise WireError("no list of parts")
        return parts

    def _unpack(self, data: memoryview | bytes | bytearray) -> Any:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise WireError("too deeply nested")
        value = msgpack.unpackb(data, ext_hook=self._other, **UNPACK)
        self._depth -= 1
        return value

    def _other(self, code: int, data: bytes) -> Any:
        return READERS[code](self, data)

    def _number(self, data: bytes) -> int:
        if len(data) > MAX_INT_BYTES:
            raise WireError("a whole number with thousands of digits")
        return int.from_bytes(data, "little", signed=True)

    def _handle(self, data: bytes) -> Any:
        if self._resolve is None:
            raise WireError("a handle where none can be")
        return self._resolve(*NAMED.unpack(data))

    def _array(self, data: bytes) -> Any:
        name, axes, place = SHAPED.unpack_from(data)
        shape = AXES[axes].unpack_from(data, SHAPED.size)
        if axes and min(shape) < 0:
            raise WireError("an axis of negative length")
        array: Any = np.ndarray(
            shape, _dtype(name), self._blobs, place
        )  # of what is there, or it is an error
        return array.copy() if self._copy else array


def _dtype(name: bytes) -> np.dtype:
    found = READABLE.get(name)
    if found is None:
        raise WireError("an array of what must not cross")
    return found


READABLE = {
    name.encode().ljust(4): np.dtype("?" if name == "?" else f"<{name}") for name in sorted(DTYPES)
}
READERS: dict[int, Callable[[Reader, bytes], Any]] = {
    TUPLE: lambda reader, data: tuple(reader._unpack(data)),
    SET: lambda reader, data: set(reader._unpack(data)),
    FROZENSET: lambda reader, data: frozenset(reader._unpack(data)),
    SLICE: lambda reader, data: slice(*reader._unpack(data)),
    COMPLEX: lambda reader, data: complex(*reader._unpack(data)),
    ELLIPSIS: lambda reader, data: ...,
    INT: Reader._number,
    TYPE: lambda reader, data: TYPES[data.decode()],
    DTYPE: lambda reader, data: _dtype(data),
    SCALAR: lambda reader, data: np.frombuffer(data[4:], _dtype(data[:4]))[0],
    ARRAY: Reader._array,
    HANDLE: Reader._handle,
}
