"""What the student's side makes of a value whose type does not cross, so that the grader's side gets its like."""

from typing import Any

import numpy as np

BASES = (str, bytes, bool, int, float, complex)
CONTAINERS = (tuple, list, dict, set, frozenset)


def plain(value: Any) -> Any:
    """`value` as it crosses: an instance of a library's subclass of a plain type as that type itself."""
    kind = type(value)
    if isinstance(value, np.ndarray) and kind is not np.ndarray and kind.__module__ != "__main__":
        return np.array(value, copy=True, subok=False)
    if isinstance(value, np.generic) or kind.__module__ == "__main__" or value is None:
        return value
    base: Any
    for base in (*BASES, *CONTAINERS):
        if isinstance(value, base):
            return (
                value
                if kind is base
                else base.__new__(base, value)
                if base in BASES
                else base(value)
            )
    return value
