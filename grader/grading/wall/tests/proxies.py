"""Handles: what stands on the grader's side for an object that lives on the student's.

A handle passes on what a test does with it (attributes, calls, operators, indexing) and gives back
values of the grader's own. It decides nothing: what a student's `__eq__` or `__bool__` says about
an object never counts.
"""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

import numpy as np

NOT_ASKED = (
    "__array_",
    "__buffer",
    "__dlpack",
    "__cuda",
    "__release",
    "__reduce",
    "__getstate",
    "__set_name",
)
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")


class Asked(Protocol):
    """What a handle needs of the wire: to ask the student's side."""

    def ask(self, name: str, *arguments: Any) -> Any: ...


class Handle:
    """Stands for one object of the student's side; the same object always has the same handle."""

    __slots__ = ("_number", "_remote")
    __array_ufunc__ = None  # array + handle: NumPy steps back, and the student's side adds them

    def __init__(self, remote: Asked, number: int) -> None:
        object.__setattr__(self, "_remote", remote)
        object.__setattr__(self, "_number", number)

    def __getattribute__(self, name: str) -> Any:
        if name == "__class__":
            return type(self)
        if name.startswith(NOT_ASKED):
            raise AttributeError(name)
        return _ask(self, "operator", "getattr", self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        _ask(self, "operator", "setattr", self, name, value)

    def __delattr__(self, name: str) -> None:
        _ask(self, "operator", "delattr", self, name)

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        value = _ask(self, "call", _ask(self, "operator", "getattr", self, "__array__"), [], {})
        if not isinstance(value, np.ndarray):
            raise TypeError("__array__ gave no array")
        return value if dtype is None else value.astype(dtype)

    def __bool__(self) -> bool:
        return True

    def __hash__(self) -> int:
        return id(self)

    def __iter__(self) -> Iterator[Any]:
        iterator = _ask(self, "operator", "iter", self)
        if not isinstance(iterator, Handle):
            raise TypeError("not an iterator")
        while True:
            try:
                item = _ask(self, "operator", "next", iterator)
            except StopIteration:
                return
            yield item

    def __next__(self) -> Any:
        return _ask(self, "operator", "next", self)

    def __contains__(self, item: Any) -> bool:
        return any(item is each or bool(item == each) for each in self)

    def __repr__(self) -> str:
        return exactly(str, _ask(self, "operator", "repr", self))

    def __str__(self) -> str:
        return exactly(str, _ask(self, "operator", "str", self))

    def __format__(self, spec: str) -> str:
        return exactly(str, _ask(self, "operator", "format", self, spec))

    def __len__(self) -> int:
        return exactly(int, _ask(self, "operator", "len", self))

    def __int__(self) -> int:
        return exactly(int, _ask(self, "operator", "int", self))

    def __index__(self) -> int:
        return exactly(int, _ask(self, "operator", "index", self))

    def __float__(self) -> float:
        return exactly(float, _ask(self, "operator", "float", self))

    def __complex__(self) -> complex:
        return exactly(complex, _ask(self, "operator", "complex", self))

    def __setitem__(self, key: Any, value: Any) -> None:
        _ask(self, "operator", "setitem", self, key, value)

    def __delitem__(self, key: Any) -> None:
        _ask(self, "operator", "delitem", self, key)

    def __instancecheck__(self, value: Any) -> bool:
        if not isinstance(value, Handle):
            return False  # a plain value of the grader's is no object of a student's class
        return bool(exactly(bool, _ask(self, "operator", "isinstance", value, self)))

    def __subclasscheck__(self, kind: Any) -> bool:
        return isinstance(kind, Handle) and exactly(
            bool, _ask(self, "operator", "issubclass", kind, self)
        )


class Callable_(Handle):
    """A handle of something that can be called."""

    __slots__ = ()

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return _ask(self, "call", self, list(arguments), named)


def _ask(handle: Handle, name: str, *arguments: Any) -> Any:
    return object.__getattribute__(handle, "_remote").ask(name, *arguments)


def exactly(kind: type, value: Any) -> Any:
    """An answer that Python says is of this type, whoever gave it.

    Raises:
        TypeError: if it is not.
    """
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}")
    return value


def _operator(name: str, *, reflected: bool = False) -> Callable[..., Any]:
    def apply(self: Handle, *others: Any) -> Any:
        return _ask(self, "operator", name, *((*others, self) if reflected else (self, *others)))

    return apply


class Undecided:
    """What a comparison of a student's object gave; it has no truth for a test."""

    def __bool__(self) -> bool:
        raise TypeError("what a student's object says about itself is no truth: compare its values")


def _comparison(name: str) -> Callable[[Handle, Any], Any]:
    """Equality of handles is being the same object; any other comparison is passed on, but its answer is no truth."""

    def compare(self: Handle, other: Any) -> Any:
        if name in ("eq", "ne"):
            same = self is other
            return same if name == "eq" else not same
        value = _ask(self, "operator", name, self, other)
        return Undecided() if isinstance(value, bool | np.bool_) else value

    return compare


for _name in (
    "add",
    "sub",
    "mul",
    "truediv",
    "floordiv",
    "mod",
    "pow",
    "matmul",
    "and",
    "or",
    "xor",
    "lshift",
    "rshift",
):
    _there = f"{_name}_" if _name in ("and", "or") else _name
    setattr(Handle, f"__{_name}__", _operator(_there))
    setattr(Handle, f"__r{_name}__", _operator(_there, reflected=True))
for _name in ("iadd", "isub", "imul", "itruediv", "ifloordiv", "imatmul", "ipow"):
    setattr(Handle, f"__{_name}__", _operator(_name))
for _name in ("neg", "pos", "abs", "invert", "round", "divmod", "getitem", "reversed"):
    setattr(Handle, f"__{_name}__", _operator(_name))
for _name in COMPARISONS:
    setattr(Handle, f"__{_name}__", _comparison(_name))
