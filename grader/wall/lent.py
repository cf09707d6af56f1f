"""Lists, dicts and arrays that a test hands over: both sides keep a copy to see whether one has been changed since."""

from typing import Any

import numpy as np

KINDS = (list, dict, np.ndarray)


def copied(value: Any) -> Any:
    """An array's bytes, or a copy of a list or dict with the lists and dicts in it; what else it holds is kept."""
    if type(value) is list:
        return [copied(item) if type(item) in (list, dict) else item for item in value]
    if type(value) is dict:
        return {key: copied(item) if type(item) in (list, dict) else item for key, item in value.items()}
    return value.tobytes() if type(value) is np.ndarray else value


def same(now: Any, before: Any) -> bool:
    """Whether `now` is still what its copy `before` was made of."""
    if type(now) is np.ndarray:
        return bool(now.tobytes() == before)
    if type(now) is not type(before):
        return False
    if type(now) is list:
        return len(now) == len(before) and all(a is b or _inside(a, b) for a, b in zip(now, before, strict=True))
    if type(now) is dict:
        return len(now) == len(before) and all(
            key in now and (now[key] is before[key] or _inside(now[key], before[key])) for key in before
        )
    return now is before


def _inside(now: Any, before: Any) -> bool:
    return type(now) in (list, dict) and same(now, before)
