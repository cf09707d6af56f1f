"""Ask for all that a test cell compares at once.

The cell is run twice: first with the reference in the student's place, which tells what it will ask
for, and then with the student's outcomes, which one request has brought by then.
"""

import contextlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tinytorch.book import Book
from tinytorch.compare import Call, Mistake, Setting, Task, setting

Question = tuple[list[str], str, list[tuple[Any, ...]]]  # given cells, a probe and its inputs


@dataclass
class Watching:
    """An oracle that watches what is expected, and leaves all else to a book."""

    book: Book

    def task(self, test: str) -> Task:
        return self.book.task(test)

    def about(self, call: Call) -> str:
        return self.book.about(call)

    def given(self, probe: str) -> list[str]:
        return self.book.given(probe)

    def mistake(self, call: Call, got: list[Any]) -> Mistake | None:
        return self.book.mistake(call, got)


@dataclass
class Plan(Watching):
    """What a test cell asks for, in its order, and what is expected; an oracle that has worked it all out."""

    restore: bool = True
    questions: list[Question] = field(default_factory=list)
    wanted: list[list[Any]] = field(default_factory=list)
    outcomes: list[list[Any]] = field(default_factory=list)
    _next: int = 0

    def reference(
        self, given: Sequence[str], probe: str, inputs: list[tuple[Any, ...]]
    ) -> list[Any]:
        """Note the question; the outcomes of the reference solution."""
        self.questions.append((list(given), probe, inputs))
        call = Call("", 0, probe, inputs, 0.0, 0.0)
        self.wanted.append(self.book.expected(call, restore=self.restore))
        self._next = len(self.wanted)
        return self.wanted[-1]

    def student(self, given: Sequence[str], probe: str, inputs: list[tuple[Any, ...]]) -> list[Any]:
        """The student's outcomes of the next question."""
        self._next += 1
        return self.outcomes[self._next - 1]

    def start(self, outcomes: list[list[Any]]) -> Setting:
        """How the cell is run with the student's `outcomes`, one list for each question."""
        self.outcomes, self._next = outcomes, 0
        return Setting(self, self.student)

    def expected(self, call: Call) -> list[Any]:
        return self.wanted[self._next - 1]


def plan(book: Book, run: Callable[[], Any], *, restore: bool = True) -> Plan | None:
    """The plan of a test cell that `run` runs; None for one that does more than compare.

    `restore` is False in a process that nobody else draws random numbers in; see `quiet`.
    """
    found = Plan(book, restore)
    use(Setting(found, found.reference))
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            run()
    except Exception:
        return None
    return found if found.questions else None


def use(chosen: Setting) -> None:
    """Let the tests of this process run as `chosen` says."""
    setting.oracle, setting.run = chosen.oracle, chosen.run
