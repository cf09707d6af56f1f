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
