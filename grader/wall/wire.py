"""What crosses between the two sides: length-limited frames of plain values; never pickle, never code.

A value is None, a bool, a number, a text, bytes, a tuple, list, dict, set or slice of such, an array of numbers as raw
bytes with its dtype and shape, the name of a type from a fixed list, or a handle: a number that stands for an object
of the other side. The same code reads on both sides; what it refuses is refused as a `WireError`.
"""

import struct
from collections.abc import Callable
from typing import Any

import numpy as np

MAX_DEPTH = 40
MAX_ITEMS = 1_000_000
LARGE = 1 << 16  # a frame of this size or more is received into memory of its own
MAX_INT_BYTES = 1024
DTYPES = frozenset({"?", *(f"{kind}{size}" for kind in "iu" for size in (1, 2, 4, 8)), "f2", "f4", "f8", "c8", "c16"})
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
SEQUENCES: dict[type, bytes] = {tuple: b"t", list: b"l", set: b"S", frozenset: b"Z"}
LENGTH = struct.Struct("<I")
LONG = struct.Struct("<q")
DOUBLE = struct.Struct("<d")
HANDLE = struct.Struct("<QB")

# How an object that is no plain value is written (a number and a byte of flags), and what a number read stands for.
Name = Callable[[Any], tuple[int, int]]
Resolve = Callable[[int, int], Any]
# Lists, dicts and arrays that the grader lends to the student's side carry a number, so that both sides mean the same.
Lend = Callable[[Any], int]
Borrow = Callable[[int, Any], Any]
# What an object of a type that does not cross is written as, itself if there is nothing simpler.
Plain = Callable[[Any], Any]


class WireError(Exception):
    """A frame that is too large, too deep, broken or holds what must not cross."""


class Writer:
    """Turns values into the bytes of a frame."""

    def __init__(self, name: Name | None = None, lend: Lend | None = None, plain: Plain | None = None) -> None:
        self._name, self._lend, self._plain = name, lend, plain
        self._parts: list[bytes] = []

    def write(self, value: Any) -> bytes:
        """The bytes of `value`."""
        self._parts = []
        self._put(value, 0)
        return b"".join(self._parts)

    def _put(self, value: Any, depth: int) -> None:
        put = WRITERS.get(type(value))
        if depth > MAX_DEPTH:
            raise WireError("too deeply nested")
        if put is not None:
            put(self, value, depth)
        elif type(value) is type and value in TYPE_NAMES:
            self._text(b"k", TYPE_NAMES[value])
        elif isinstance(value, np.generic) and value.dtype.str.lstrip("<>|=") in DTYPES_AS_WRITTEN:
            self._parts += [b"g", _dtype_name(value.dtype), value.tobytes()]
        elif isinstance(value, np.dtype) and _dtype(value) is not None:
            self._parts += [b"y", _dtype_name(value)]
        else:
            self._put_other(value, depth)

    def _put_other(self, value: Any, depth: int) -> None:
        simple = self._plain(value) if self._plain is not None else value
        if type(simple) in WRITERS:
            WRITERS[type(simple)](self, simple, depth)
        elif self._name is not None:
            self._parts += [b"h", HANDLE.pack(*self._name(value))]
        else:
            raise WireError(f"a {type(value).__name__} cannot cross")

    def _none(self, value: None, depth: int) -> None:
        self._parts.append(b"N")

    def _bool(self, value: bool, depth: int) -> None:
        self._parts.append(b"T" if value else b"F")

    def _int(self, value: int, depth: int) -> None:
        if -(2**63) <= value < 2**63:
            self._parts += [b"i", LONG.pack(value)]
            return
        size = value.bit_length() // 8 + 1
        if size > MAX_INT_BYTES:
            raise WireError("a whole number with thousands of digits cannot cross")
        self._parts += [b"I", LENGTH.pack(size), value.to_bytes(size, "little", signed=True)]

    def _float(self, value: float, depth: int) -> None:
        self._parts += [b"d", DOUBLE.pack(value)]

    def _complex(self, value: complex, depth: int) -> None:
        self._parts += [b"c", DOUBLE.pack(value.real), DOUBLE.pack(value.imag)]

    def _text(self, tag: bytes, value: str) -> None:
        data = value.encode("utf-8", "surrogatepass")
        self._parts += [tag, LENGTH.pack(len(data)), data]

    def _str(self, value: str, depth: int) -> None:
        self._text(b"s", value)

    def _bytes(self, value: bytes, depth: int) -> None:
        self._parts += [b"b", LENGTH.pack(len(value)), bytes(value)]

    def _sequence(self, value: Any, depth: int) -> None:
        tag = SEQUENCES[type(value)]
        self._parts += [tag, LENGTH.pack(self._number(value)), LENGTH.pack(len(value))]
        for item in value:
            self._put(item, depth + 1)

    def _dict(self, value: dict[Any, Any], depth: int) -> None:
        self._parts += [b"m", LENGTH.pack(self._number(value)), LENGTH.pack(len(value))]
        for key, item in value.items():
            self._put(key, depth + 1)
            self._put(item, depth + 1)

    def _slice(self, value: slice, depth: int) -> None:
        self._parts.append(b"z")
        for item in (value.start, value.stop, value.step):
            self._put(item, depth + 1)

    def _ellipsis(self, value: Any, depth: int) -> None:
        self._parts.append(b"E")

    def _array(self, value: np.ndarray, depth: int) -> None:
        dtype = _dtype(value.dtype)
        if dtype is None:
            if self._name is None:
                raise WireError(f"an array of {value.dtype} cannot cross")
            self._parts += [b"h", HANDLE.pack(*self._name(value))]
            return
        self._parts += [b"a", LENGTH.pack(self._number(value)), _dtype_name(dtype), bytes([value.ndim])]
        self._parts += [LONG.pack(length) for length in value.shape]
        self._parts.append(np.ascontiguousarray(value, dtype).tobytes() if value.size else b"")

    def _number(self, value: Any) -> int:
        return self._lend(value) if self._lend is not None and type(value) in (list, dict, np.ndarray) else 0


def _dtype(dtype: np.dtype) -> np.dtype | None:
    """The little-endian dtype as which an array crosses, None if it does not."""
    name = dtype.str[1:] if dtype.kind != "b" else "?"
    return np.dtype("?" if name == "?" else f"<{name}") if name in DTYPES and dtype.fields is None else None


def _dtype_name(dtype: np.dtype) -> bytes:
    name = (b"?" if dtype.kind == "b" else dtype.str[1:].encode()).ljust(4)
    return name


DTYPES_AS_WRITTEN = DTYPES | {"b1"}
WRITERS: dict[type, Any] = {
    type(None): Writer._none, bool: Writer._bool, int: Writer._int, float: Writer._float, complex: Writer._complex,
    str: Writer._str, bytes: Writer._bytes, tuple: Writer._sequence, list: Writer._sequence, set: Writer._sequence,
    frozenset: Writer._sequence, dict: Writer._dict, slice: Writer._slice, type(...): Writer._ellipsis,
    np.ndarray: Writer._array,
}  # fmt: skip


class Reader:
    """Turns the bytes of a frame into values, taking nothing in them on trust."""

    def __init__(self, resolve: Resolve | None = None, borrow: Borrow | None = None) -> None:
        self._resolve = resolve
        self._borrow = borrow

    def read(self, data: bytes | bytearray | memoryview) -> Any:
        """The value in `data`.

        Raises:
            WireError: if the bytes are not exactly one value.
        """
        self._data, self._at, self._left = memoryview(data), 0, MAX_ITEMS
        try:
            value = self._get(0)
        except WireError:
            raise
        except (struct.error, IndexError, ValueError, KeyError, TypeError, OverflowError) as error:
            raise WireError(f"a broken frame: {type(error).__name__}") from None
        if self._at != len(data):
            raise WireError("bytes left over")
        return value

    def _take(self, size: int) -> memoryview:
        end = self._at + size
        if size < 0 or end > len(self._data):
            raise WireError("a length that goes beyond the frame")
        part = self._data[self._at : end]
        self._at = end
        return part

    def _length(self) -> int:
        at = self._at
        self._at = at + 4
        return int(LENGTH.unpack_from(self._data, at)[0])

    def _get(self, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise WireError("too deeply nested")
        at = self._at
        self._at = at + 1
        return READERS[self._data[at]](self, depth)

    def _int(self, depth: int) -> int:
        at = self._at
        self._at = at + 8
        return int(LONG.unpack_from(self._data, at)[0])

    def _long(self, depth: int) -> int:
        size = self._length()
        if size > MAX_INT_BYTES:
            raise WireError("a whole number with thousands of digits")
        return int.from_bytes(self._take(size), "little", signed=True)

    def _float(self, depth: int) -> float:
        at = self._at
        self._at = at + 8
        return float(DOUBLE.unpack_from(self._data, at)[0])

    def _complex(self, depth: int) -> complex:
        return complex(self._float(depth), self._float(depth))

    def _str(self, depth: int) -> str:
        return str(self._take(self._length()), "utf-8", "surrogatepass")

    def _bytes(self, depth: int) -> bytes:
        return bytes(self._take(self._length()))

    def _items(self, depth: int, times: int = 1) -> tuple[int, list[Any]]:
        number, count = self._length(), self._length() * times
        self._left -= count
        if self._left < 0:
            raise WireError("too many values")
        if count > len(self._data) - self._at:
            raise WireError("a length that goes beyond the frame")
        return number, [self._get(depth + 1) for _ in range(count)]

    def _tuple(self, depth: int) -> tuple[Any, ...]:
        return tuple(self._items(depth)[1])

    def _list(self, depth: int) -> Any:
        number, items = self._items(depth)
        return self._borrowed(number, items)

    def _set(self, depth: int) -> set[Any]:
        return set(self._items(depth)[1])

    def _frozenset(self, depth: int) -> frozenset[Any]:
        return frozenset(self._items(depth)[1])

    def _dict(self, depth: int) -> Any:
        number, flat = self._items(depth, times=2)
        return self._borrowed(number, dict(zip(flat[::2], flat[1::2], strict=True)))

    def _slice(self, depth: int) -> slice:
        start, stop, step = (self._get(depth + 1) for _ in range(3))
        return slice(start, stop, step)

    def _dtype_of(self) -> np.dtype:
        name = bytes(self._take(4)).decode("ascii").strip()
        if name not in DTYPES:
            raise WireError("an array of what must not cross")
        return np.dtype("?" if name == "?" else f"<{name}")

    def _array(self, depth: int) -> Any:
        number, dtype, axes = self._length(), self._dtype_of(), self._take(1)[0]
        shape = tuple(self._int(depth) for _ in range(axes))
        count = 1
        for length in shape:
            if length < 0:
                raise WireError("an axis of negative length")
            count *= length
        array = np.frombuffer(self._take(count * dtype.itemsize), dtype).reshape(shape)
        if count * dtype.itemsize < LARGE:  # a large one has a frame of its own to lie in, which nobody else uses
            array = array.copy()
        return self._borrowed(number, array)

    def _scalar(self, depth: int) -> Any:
        dtype = self._dtype_of()
        return np.frombuffer(self._take(dtype.itemsize), dtype)[0]

    def _type(self, depth: int) -> type:
        return TYPES[self._str(depth)]

    def _handle(self, depth: int) -> Any:
        if self._resolve is None:
            raise WireError("a handle where none can be")
        return self._resolve(*HANDLE.unpack(self._take(HANDLE.size)))

    def _borrowed(self, number: int, value: Any) -> Any:
        return self._borrow(number, value) if number and self._borrow is not None else value


READERS: dict[int, Any] = {
    ord("N"): lambda reader, depth: None, ord("T"): lambda reader, depth: True, ord("F"): lambda reader, depth: False,
    ord("E"): lambda reader, depth: ..., ord("i"): Reader._int, ord("I"): Reader._long, ord("d"): Reader._float,
    ord("c"): Reader._complex, ord("s"): Reader._str, ord("b"): Reader._bytes, ord("t"): Reader._tuple,
    ord("l"): Reader._list, ord("S"): Reader._set, ord("Z"): Reader._frozenset, ord("m"): Reader._dict,
    ord("z"): Reader._slice, ord("a"): Reader._array, ord("g"): Reader._scalar, ord("k"): Reader._type,
    ord("h"): Reader._handle, ord("y"): lambda reader, depth: reader._dtype_of(),
}  # fmt: skip
