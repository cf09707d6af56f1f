"""Lists, dicts and arrays that a test hands over: the student's side reports which of them a request has changed."""

from typing import Any

import numpy as np

KINDS = (list, dict, np.ndarray)


def parts(name: str, arguments: list[Any]) -> list[tuple[int | str, Any]]:
    """The lists, dicts and arrays that a request hands over, each with its place among the arguments."""
    if name not in ("call", "operator"):
        return []
    places: list[tuple[int | str, Any]] = [*enumerate(arguments)]
    if name == "call":
        places = [*enumerate(arguments[1]), *arguments[2].items()]
    return [(place, part) for place, part in places if type(part) in KINDS]


def copied(value: Any) -> Any:
    """An array's bytes, or a copy of a list or dict with what it holds of these kinds; what else it holds is kept."""
    if type(value) is list:
        return [copied(item) for item in value]
    if type(value) is dict:
        return {key: copied(item) for key, item in value.items()}
    return value.tobytes() if type(value) is np.ndarray else value


def same(now: Any, before: Any) -> bool:
    """Whether `now` is still what its copy `before` was made of."""
    if type(now) is np.ndarray:
        return bool(now.tobytes() == before)
    if type(now) is not type(before):
        return False
    if type(now) is list:
        return len(now) == len(before) and all(
            a is b or _inside(a, b) for a, b in zip(now, before, strict=True)
        )
    if type(now) is dict:
        return len(now) == len(before) and all(
            key in now and (now[key] is before[key] or _inside(now[key], before[key]))
            for key in before
        )
    return now is before


def _inside(now: Any, before: Any) -> bool:
    return type(now) in KINDS and same(now, before)
