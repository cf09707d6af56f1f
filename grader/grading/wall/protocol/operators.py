"""The operators that a test may apply to a student's object, and the flags of a handle."""

import builtins
import operator
from collections.abc import Callable
from typing import Any

CALLABLE = 1  # flag of a handle
OPERATORS: dict[str, Callable[..., Any]] = {
    **{name: getattr(operator, name) for name in (
        "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and_", "or_", "xor",
        "lshift", "rshift", "neg", "pos", "abs", "invert", "iadd", "isub", "imul", "itruediv",
        "ifloordiv", "imatmul", "ipow", "getitem", "setitem", "delitem", "eq", "ne", "lt", "le",
        "gt", "ge", "index",
    )},
    **{name: getattr(builtins, name) for name in (
        "len", "iter", "next", "reversed", "repr", "str", "int", "float", "complex", "round",
        "divmod", "format", "dir", "isinstance", "issubclass", "getattr", "setattr", "delattr",
    )},
}  # fmt: skip
