"""The globals of a test cell: its own names, and handles for those of the student's notebook."""

import builtins
from collections.abc import Mapping
from typing import Any

from grader.grading.imports import in_package
from grader.grading.wall.tests.client import Client

PYTHON = vars(builtins)


class Namespace(dict[str, Any]):
    """The globals of one test cell; other names are looked up on the student's side."""

    def __init__(self, client: Client, imports: Mapping[str, Any]) -> None:
        super().__init__(__name__="__main__", __builtins__={**PYTHON, "__import__": self._import})
        self._client, self._imports = client, imports
        client.begin_test()  # before the first name is looked up

    def __missing__(self, name: str) -> Any:
        if name in PYTHON:
            return PYTHON[name]
        if name in self._imports:
            return self._imports[name]
        try:
            return self._client.request("name", name)
        except NameError:
            raise KeyError(name) from None  # Python makes a NameError of it

    def _import(self, name: str, *rest: Any) -> Any:
        """Import the package's modules on the student's side and all others here."""
        if not in_package(name):
            return builtins.__import__(name, *rest)
        chosen = rest[2] if len(rest) > 2 and rest[2] else ()
        return self._client.request("module", name if chosen else name.partition(".")[0])
