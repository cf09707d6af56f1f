"""Handles: proxies in a test for the objects of a student's process.

A handle forwards what a test does with it (attributes, calls, operators, indexing) and returns
values of the trusted side. It decides nothing: what a student's `__eq__` or `__bool__` says about
an object never counts.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

# The first letters of special methods that NumPy, copy and pickle look for; a handle has none.
NOT_FORWARDED = (
    "__array_", "__buffer", "__dlpack", "__cuda", "__release", "__reduce", "__getstate",
    "__set_name",
)  # fmt: skip


class Handle:
    """A proxy of one object; within a test, the same object always has the same handle."""

    __slots__ = ("_number", "_send")
    __array_ufunc__ = None  # NumPy then leaves `array + handle` to the handle's `__radd__`

    def __init__(self, send: Callable[..., Any], number: int) -> None:
        """Make a handle; `send` sends a request and returns the value of the reply."""
        object.__setattr__(self, "_send", send)
        object.__setattr__(self, "_number", number)

    def __getattribute__(self, name: str) -> Any:
        if name == "__class__":  # `isinstance` reads it
            return type(self)
        if name.startswith(NOT_FORWARDED):
            raise AttributeError(name)
        return _request(self, "operator", "getattr", self, name)

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        method = _request(self, "operator", "getattr", self, "__array__")
        value = _request(self, "call", method, [], {})
        if not isinstance(value, np.ndarray):
            raise TypeError("__array__ did not return an array")
        return value if dtype is None else value.astype(dtype)  # a copy of the trusted side's

    def __bool__(self) -> bool:
        return True  # whatever the student's `__bool__` says

    def __hash__(self) -> int:
        return id(self)  # equality of handles is identity

    def __iter__(self) -> Iterator[Any]:
        iterator = _request(self, "operator", "iter", self)
        if not isinstance(iterator, Handle):
            raise TypeError("not an iterator")
        while True:
            try:
                item = _request(self, "operator", "next", iterator)
            except StopIteration:
                return
            yield item

    def __contains__(self, item: Any) -> bool:
        return any(item is each or bool(item == each) for each in self)

    def __instancecheck__(self, value: Any) -> bool:
        # A plain value is never an instance of a student's class.
        return isinstance(value, Handle) and bool(_isinstance(value, self))

    def __subclasscheck__(self, kind: Any) -> bool:
        return isinstance(kind, Handle) and bool(_issubclass(kind, self))


class CallableHandle(Handle):
    """A handle of an object that can be called."""

    __slots__ = ()

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call the object."""
        return _request(self, "call", self, list(arguments), named)


def _request(handle: Handle, name: str, *arguments: Any) -> Any:
    return object.__getattribute__(handle, "_send")(name, *arguments)


def _operator(
    name: str, *, reflected: bool = False, kind: type | None = None
) -> Callable[..., Any]:
    """A method that forwards an operator; `kind` is the type that Python demands of its result."""

    def apply(self: Handle, *others: Any) -> Any:
        operands = (*others, self) if reflected else (self, *others)
        value = _request(self, "operator", name, *operands)
        if kind is not None and type(value) is not kind:
            raise TypeError(f"expected {kind.__name__}")
        return value

    return apply


class NoTruthValue:
    """The result of a comparison of student objects, which a test cannot use as a condition."""

    def __bool__(self) -> bool:
        raise TypeError("comparisons of student objects have no truth value: compare their values")


def _comparison(name: str) -> Callable[[Handle, Any], Any]:
    """Equal handles stand for the same object; other comparisons are forwarded, without a truth."""

    def compare(self: Handle, other: Any) -> Any:
        if name in ("eq", "ne"):
            return (self is other) is (name == "eq")
        value = _request(self, "operator", name, self, other)
        return NoTruthValue() if isinstance(value, bool | np.bool_) else value

    return compare


REFLECTED = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul"]
REFLECTED += ["and", "or", "xor", "lshift", "rshift"]
IN_PLACE = ["iadd", "isub", "imul", "itruediv", "ifloordiv", "imatmul", "ipow"]
OTHERS = ["neg", "pos", "abs", "invert", "round", "divmod", "reversed", "next"]
OTHERS += ["getitem", "setitem", "delitem", "setattr", "delattr"]
CONVERSIONS = {
    "repr": str, "str": str, "format": str, "len": int, "int": int, "index": int, "float": float,
    "complex": complex,
}  # fmt: skip
_isinstance, _issubclass = _operator("isinstance", kind=bool), _operator("issubclass", kind=bool)
for _name in REFLECTED:
    _function = f"{_name}_" if _name in ("and", "or") else _name  # as `operator` names it
    setattr(Handle, f"__{_name}__", _operator(_function))
    setattr(Handle, f"__r{_name}__", _operator(_function, reflected=True))
for _name in (*IN_PLACE, *OTHERS):
    setattr(Handle, f"__{_name}__", _operator(_name))
for _name in ("eq", "ne", "lt", "le", "gt", "ge"):
    setattr(Handle, f"__{_name}__", _comparison(_name))
for _name, _kind in CONVERSIONS.items():
    setattr(Handle, f"__{_name}__", _operator(_name, kind=_kind))
