"""What a test cell sees: Python's own names, its own, and handles for those of the student's notebook."""

import builtins
from collections.abc import Mapping
from typing import Any

from grader.grading.wall.tests.client import Remote
from grader.grading.wall.tests.compiled import PACKAGE

PYTHON = vars(builtins)


class Namespace(dict[str, Any]):
    """The globals of one test cell. A name that is not the test's nor Python's is looked up on the student's side."""

    def __init__(self, remote: Remote, imports: Mapping[str, Any]) -> None:
        super().__init__(__name__="__main__", __builtins__={**PYTHON, "__import__": self._import})
        self._remote, self._imports = remote, imports
        remote.begin()

    def __missing__(self, name: str) -> Any:
        if name in PYTHON:
            return PYTHON[name]
        if name in self._imports:
            return self._imports[name]
        try:
            return self._remote.ask("name", name)
        except NameError:
            raise KeyError(name) from None

    def _import(self, name: str, *rest: Any) -> Any:
        """Import the package's modules on the student's side and all others here."""
        if name != PACKAGE and not name.startswith(f"{PACKAGE}."):
            return builtins.__import__(name, *rest)
        chosen = rest[2] if len(rest) > 2 and rest[2] else ()
        return self._remote.ask("module", name if chosen else name.partition(".")[0])
