"""Encode and decode what crosses between the two sides: frames of plain values, never pickle.

A value is None, a bool, a number, a text, bytes, a tuple, list, dict, set or slice of such, an
array of numbers as raw bytes with its dtype and shape, the name of a type from a fixed list, or a
handle: a number that stands for an object of the other side. A frame is one MessagePack message, in
which values that MessagePack does not know are extension types, followed by the bytes of its
arrays. Both sides decode with the same code, which raises `ProtocolError` for everything else.
"""

import struct
from collections.abc import Callable
from functools import cache
from typing import Any

import msgpack
import numpy as np
from msgpack import ExtType

MAX_DEPTH = 40  # of nested values
MAX_ITEMS = 1_000_000  # of one list or dict
MAX_MESSAGE = 8 * 1024 * 1024  # bytes of a frame without its arrays
MAX_INT_BYTES = 1024
DTYPES = frozenset(
    ["?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]
)
TYPES: dict[str, type] = {
    **{kind.__name__: kind for kind in (
        bool, int, float, complex, str, bytes, tuple, list, dict, set, frozenset, object, slice,
    )},
    **{f"np.{kind.__name__}": kind for kind in (
        np.float16, np.float32, np.float64, np.int8, np.int16, np.int32, np.int64, np.uint8,
        np.uint16, np.uint32, np.uint64, np.bool_, np.complex64, np.complex128, np.ndarray,
        np.integer, np.floating, np.number, np.generic,
    )},
}  # fmt: skip
TYPE_NAMES = {kind: name for name, kind in TYPES.items()}
(
    TUPLE, SET, FROZENSET, SLICE, ELLIPSIS, INT, COMPLEX, TYPE, DTYPE, SCALAR, ARRAY, HANDLE,
) = range(1, 13)  # fmt: skip
HEADER = struct.Struct("<I")  # the length of the message, in front of it
HANDLE_DATA = struct.Struct("<QB")  # a handle: its number and flags
ARRAY_HEADER = struct.Struct("<4sBQ")  # an array: its dtype, number of axes, and offset
SHAPES = [struct.Struct(f"<{axes}q") for axes in range(256)]
ALIGNMENT = 8  # bytes; array offsets in a frame are multiples of it

Options = dict[str, Any]
PACK: Options = {  # a small buffer to start with: each nested value is packed by itself
    "strict_types": True, "unicode_errors": "surrogatepass", "buf_size": 1024,
}  # fmt: skip
UNPACK: Options = {  # "replace": whatever one side sends, the other one reads valid Unicode
    "strict_map_key": False, "unicode_errors": "replace", "timestamp": 1,
    "max_array_len": MAX_ITEMS, "max_map_len": MAX_ITEMS,
}  # fmt: skip


class ProtocolError(Exception):
    """A frame is too deep, malformed, or holds what must not cross."""


class FrameTooLarge(ProtocolError):
    """A frame exceeds the limit on its size."""


# Gives an object that crosses as a handle its number and flags.
Register = Callable[[Any], tuple[int, int]]
# The object that the number and flags of a received handle stand for.
Resolve = Callable[..., Any]
# Converts a value of an unknown type; returns the value itself if it has no plain form.
Plain = Callable[[Any], Any]


class Writer:
    """Encodes values as frames."""

    def __init__(self, register: Register | None = None, plain: Plain | None = None) -> None:
        self._register, self._plain = register, plain
        self._arrays: list[bytes] = []
        self._offset = 0

    def write(self, value: Any) -> list[bytes]:
        """The pieces of a frame that holds `[value]`.

        Raises:
            ProtocolError: if part of it cannot be sent.
        """
        self._arrays, self._offset = [], 0
        try:
            message = self._pack([value])
        except (ValueError, OverflowError, RecursionError, UnicodeError) as error:
            raise ProtocolError(f"cannot be sent: {error}") from None
        if len(message) > MAX_MESSAGE:
            raise FrameTooLarge(f"a value of more than {MAX_MESSAGE // 1024**2} MB cannot be sent")
        padding = -len(message) % ALIGNMENT
        return [HEADER.pack(len(message)) + bytes(4) + message + bytes(padding), *self._arrays]

    def _pack(self, value: list[Any]) -> bytes:
        return msgpack.packb(value, default=self._other, **PACK)

    def _other(self, value: Any) -> Any:
        """What MessagePack is given for a value that it does not know."""
        kind = type(value)
        write = WRITERS.get(kind)
        if write is not None:
            return write(self, value)
        if kind is type and value in TYPE_NAMES:
            return ExtType(TYPE, TYPE_NAMES[value].encode())
        if isinstance(value, np.generic) and (found := _wire_dtype(value.dtype)) is not None:
            return ExtType(SCALAR, found[1] + value.tobytes())
        if isinstance(value, np.dtype) and (found := _wire_dtype(value)) is not None:
            return ExtType(DTYPE, found[1])
        simple = self._plain(value) if self._plain is not None else value
        if simple is value:
            return self._handle(value)
        write = WRITERS.get(type(simple))  # MessagePack does not ask again about what it gets
        return simple if write is None else write(self, simple)

    def _handle(self, value: Any) -> ExtType:
        if self._register is None:
            raise ProtocolError(f"an object of type {type(value).__name__} cannot be sent")
        return ExtType(HANDLE, HANDLE_DATA.pack(*self._register(value)))

    def _items(self, code: int, value: Any) -> ExtType:
        return ExtType(code, self._pack(list(value)))

    def _int(self, value: int) -> ExtType:
        size = value.bit_length() // 8 + 1
        if size > MAX_INT_BYTES:
            raise ProtocolError("an integer with thousands of digits cannot be sent")
        return ExtType(INT, value.to_bytes(size, "little", signed=True))

    def _array(self, value: np.ndarray) -> ExtType:
        found = _wire_dtype(value.dtype)
        if found is None:
            return self._handle(value)
        dtype, name = found
        data = value.astype(dtype, copy=False).tobytes()
        header = ARRAY_HEADER.pack(name, value.ndim, self._offset)
        self._arrays.append(data + bytes(-len(data) % ALIGNMENT))
        self._offset += len(self._arrays[-1])
        return ExtType(ARRAY, header + SHAPES[value.ndim].pack(*value.shape))


WRITERS: dict[type, Callable[[Writer, Any], ExtType]] = {
    tuple: lambda writer, value: writer._items(TUPLE, value),
    set: lambda writer, value: writer._items(SET, value),
    frozenset: lambda writer, value: writer._items(FROZENSET, value),
    slice: lambda writer, value: writer._items(SLICE, (value.start, value.stop, value.step)),
    complex: lambda writer, value: writer._items(COMPLEX, (value.real, value.imag)),
    type(...): lambda writer, value: ExtType(ELLIPSIS, b""),
    int: Writer._int,
    np.ndarray: Writer._array,
}


@cache
def _wire_dtype(dtype: np.dtype) -> tuple[np.dtype, bytes] | None:
    """The little-endian form of a dtype and its name in a frame; None if it does not cross."""
    name = "?" if dtype.kind == "b" else dtype.str[1:]
    if name not in DTYPES or dtype.fields is not None:
        return None
    return np.dtype(name if name == "?" else f"<{name}"), name.encode().ljust(4)


class Reader:
    """Decodes frames, checking everything in them."""

    def __init__(self, resolve: Resolve | None = None) -> None:
        self._resolve = resolve

    def read(self, frame: memoryview | bytes | bytearray) -> list[Any]:
        """The list that `frame` holds.

        Raises:
            ProtocolError: if it is not exactly one list of plain values.
        """
        self._depth = 0
        try:
            size = int(HEADER.unpack_from(frame)[0])
            if size > MAX_MESSAGE or size > len(frame) - 8:
                raise ProtocolError("a message that exceeds its frame or the limit on its size")
            self._arrays = frame[8 + size + -size % ALIGNMENT :]
            self._left = len(self._arrays)
            parts = self._unpack(frame[8 : 8 + size])
        except ProtocolError:
            raise
        except Exception as error:  # MessagePack's errors, and those of a wrong length or type
            raise ProtocolError(f"malformed frame: {type(error).__name__}") from None
        if type(parts) is not list:
            raise ProtocolError("malformed frame: not a list")
        return parts

    def _unpack(self, data: memoryview | bytes | bytearray) -> Any:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ProtocolError("nested too deeply")
        value = msgpack.unpackb(data, ext_hook=self._other, **UNPACK)
        self._depth -= 1
        return value

    def _other(self, code: int, data: bytes) -> Any:
        return READERS[code](self, data)

    def _int(self, data: bytes) -> int:
        if len(data) > MAX_INT_BYTES:
            raise ProtocolError("an integer with thousands of digits")
        return int.from_bytes(data, "little", signed=True)

    def _handle(self, data: bytes) -> Any:
        if self._resolve is None:
            raise ProtocolError("unexpected handle")
        return self._resolve(*HANDLE_DATA.unpack(data))

    def _array(self, data: bytes) -> Any:
        name, axes, offset = ARRAY_HEADER.unpack_from(data)
        shape = SHAPES[axes].unpack_from(data, ARRAY_HEADER.size)
        if axes and min(shape) < 0:
            raise ProtocolError("an axis of negative length")
        # NumPy raises an error if the array is larger than the bytes that arrived.
        array = np.ndarray(shape, KNOWN_DTYPES[name], self._arrays, offset)
        self._left -= array.nbytes
        if self._left < 0:  # many could be copied out of a small frame
            raise ProtocolError("arrays that share their bytes")
        return array.copy()


KNOWN_DTYPES = {
    name.encode().ljust(4): np.dtype("?" if name == "?" else f"<{name}") for name in sorted(DTYPES)
}
READERS: dict[int, Callable[[Reader, bytes], Any]] = {
    TUPLE: lambda reader, data: tuple(reader._unpack(data)),
    SET: lambda reader, data: set(reader._unpack(data)),
    FROZENSET: lambda reader, data: frozenset(reader._unpack(data)),
    SLICE: lambda reader, data: slice(*reader._unpack(data)),
    COMPLEX: lambda reader, data: complex(*reader._unpack(data)),
    ELLIPSIS: lambda reader, data: ...,
    INT: Reader._int,
    TYPE: lambda reader, data: TYPES[data.decode()],
    DTYPE: lambda reader, data: KNOWN_DTYPES[data],
    SCALAR: lambda reader, data: np.frombuffer(data[4:], KNOWN_DTYPES[data[:4]])[0],
    ARRAY: Reader._array,
    HANDLE: Reader._handle,
}
