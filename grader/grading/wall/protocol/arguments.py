"""Mutable arguments: the student's side reports which lists, dicts and arrays a request changed."""

from typing import Any

import numpy as np

MUTABLE = (list, dict, np.ndarray)


def mutable_arguments(name: str, arguments: list[Any]) -> list[tuple[int | str, Any]]:
    """The lists, dicts and arrays that a request passes, each with its position or keyword."""
    if name not in ("call", "operator"):
        return []
    found: list[tuple[int | str, Any]] = [*enumerate(arguments)]
    if name == "call":
        found = [*enumerate(arguments[1]), *arguments[2].items()]
    return [(key, value) for key, value in found if type(value) in MUTABLE]


def snapshot(value: Any) -> Any:
    """What `unchanged` compares a value with: the bytes of an array, a copy of a list or dict.

    Mutable values inside of it are copied too; of all others the object itself is kept.
    """
    if type(value) is list:
        return [snapshot(item) for item in value]
    if type(value) is dict:
        return {key: snapshot(item) for key, item in value.items()}
    return value.tobytes() if type(value) is np.ndarray else value


def unchanged(now: Any, before: Any) -> bool:
    """Whether `now` is still equal to its snapshot `before`."""
    if type(now) is np.ndarray:
        return bool(now.tobytes() == before)
    if type(now) is not type(before):
        return False
    if type(now) is list:
        pairs = zip(now, before, strict=False)
        return len(now) == len(before) and all(a is b or _nested(a, b) for a, b in pairs)
    if type(now) is dict:
        return len(now) == len(before) and all(
            key in now and (now[key] is old or _nested(now[key], old))
            for key, old in before.items()
        )
    return now is before


def _nested(now: Any, before: Any) -> bool:
    return type(now) in MUTABLE and unchanged(now, before)
