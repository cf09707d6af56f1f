"""The probes of a test as bytes: encoded once, and sent for each submission.

Given cells cross as compiled code, so that no student process compiles them again. Both processes
run the same interpreter, and only the worker, which no student code reaches, encodes.
"""

import marshal
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any

from grader.grading.wall.protocol.codec import Reader, Writer
from tinytorch.outcomes import compiled


@dataclass(frozen=True)
class Probes:
    """Encoded probes.

    Args:
        data: the bytes, which `decode_probes` reads.
        calls: how many outcomes each probe has, one for each of its inputs.
    """

    data: bytes
    calls: list[int]


def encode_probes(questions: Sequence[tuple[list[str], str, list[tuple[Any, ...]]]]) -> Probes:
    """Encode probes, each as the sources of its given cells, its name and its inputs.

    Raises:
        SyntaxError: if a given cell is not Python.
        ProtocolError: if an input cannot be sent.
    """
    cells = list(dict.fromkeys(source for given, _, _ in questions for source in given))
    coded = [([*map(cells.index, given)], probe, inputs) for given, probe, inputs in questions]
    data = b"".join(Writer().write([list(map(_dumped, cells)), coded]))
    return Probes(data, [len(inputs) for _, _, inputs in questions])


def decode_probes(data: bytes) -> list[tuple[list[CodeType], str, list[tuple[Any, ...]]]]:
    """Decode probes, each as the code of its given cells, its name and its inputs."""
    ((dumped, coded),) = Reader().read(data)
    cells = list(map(_loaded, dumped))
    return [([cells[place] for place in given], probe, inputs) for given, probe, inputs in coded]


@lru_cache(maxsize=4096)
def _dumped(source: str) -> bytes:
    return marshal.dumps(compiled(source))


@lru_cache(maxsize=4096)
def _loaded(code: bytes) -> CodeType:
    found = marshal.loads(code)
    assert isinstance(found, CodeType)
    return found
