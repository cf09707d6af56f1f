"""Convert values of types that the codec does not know to the plain type that they derive from."""

from typing import Any

import numpy as np

SCALARS = (str, bytes, bool, int, float, complex)
CONTAINERS = (tuple, list, dict, set, frozenset)


def plain(value: Any) -> Any:
    """`value`, or an instance of a library's subclass of a plain type as that type itself.

    Classes of the notebook (`__main__`) are left alone: their instances cross as handles.
    """
    kind = type(value)
    if isinstance(value, np.ndarray) and kind is not np.ndarray and kind.__module__ != "__main__":
        return np.array(value, copy=True, subok=False)
    if isinstance(value, np.generic) or kind.__module__ == "__main__" or value is None:
        return value
    base: Any
    for base in (*SCALARS, *CONTAINERS):
        if isinstance(value, base):
            if kind is base:
                return value
            return base.__new__(base, value) if base in SCALARS else base(value)
    return value
