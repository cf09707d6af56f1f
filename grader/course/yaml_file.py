"""Read a YAML file for pydantic, and say in one line what is wrong in it and where."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from grader.course.errors import CourseError


class DuplicateKey(yaml.YAMLError):
    """Raised for a key that a mapping has twice."""


class UniqueKeys:
    """Mixin of YAML loaders: refuses duplicate keys; PyYAML would keep the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return the mapping, unless a key is there twice."""
        seen: set[str | int] = set()
        for key, _ in node.value:
            # A key that is a list or a mapping has no text to compare.
            name = key.value if isinstance(key.value, str) else id(key)
            if name in seen:
                line = key.start_mark.line + 1
                raise DuplicateKey(f"duplicate key {key.value!r} (line {line}): remove one.")
            seen.add(name)
        found: dict[Any, Any] = super().construct_mapping(node, deep)  # type: ignore[misc]
        return found


class Typed(UniqueKeys, yaml.SafeLoader):
    """Reads numbers, booleans and dates as such."""


class AllText(UniqueKeys, yaml.BaseLoader):
    """Reads every value as the text that is written, so that an id 0042 stays one."""


def parse(text: str, name: str, loader: type[Typed | AllText] = Typed) -> Any:
    """Return the content of a YAML file; `name` is what a message calls it.

    Raises:
        CourseError: if it is not valid YAML, or a mapping has a key twice.
    """
    try:
        return yaml.load(text, loader)
    except DuplicateKey as error:
        raise CourseError(f"{name}: {error}") from None
    except yaml.YAMLError as error:
        raise CourseError(f"{name}: not valid YAML: {' '.join(str(error).split())}") from None


def read(path: Path, name: str) -> str:
    """Return the text of a YAML file.

    Raises:
        CourseError: if it is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CourseError(f"{name}: not valid YAML: {error}: save it as UTF-8.") from None


def first_problem(error: ValidationError) -> str:
    """Return `key.path: what is wrong` for the first of pydantic's errors."""
    problem = error.errors()[0]
    key = as_key(problem["loc"])
    # pydantic puts this before the message of a ValueError.
    message = re.sub(r"^Value error, ", "", problem["msg"])
    if problem["type"] == "extra_forbidden":
        message = "unknown key. Check its spelling, or remove it"
    elif problem["type"] == "missing":
        message = "this key is required"
    else:
        message = f"{message[0].lower()}{message[1:]}"
        if not isinstance(problem["input"], dict | list):
            message += f" (got {problem['input']!r})"
    return f"{key}: {message}." if key else f"{message}."


def as_key(place: Sequence[str | int]) -> str:
    """Return a place in the file as it is written in a message: `extensions[0].due`."""
    parts = (
        f"[{part}]" if isinstance(part, int) else f".{part}"
        for part in place
        if part != "[key]"  # pydantic's word for the key of a mapping itself
    )
    return "".join(parts).lstrip(".")


def line_of(text: str, place: Sequence[str | int]) -> int:
    """Return the line of what stands at `place`, or of the nearest part around it."""
    node = yaml.compose(text, yaml.BaseLoader)
    line = 1
    for part in place:
        if isinstance(node, yaml.MappingNode):
            pair = next((each for each in node.value if each[0].value == part), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
            line = node.start_mark.line + 1
    return line
