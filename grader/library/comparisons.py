"""Collect everything that a test cell compares, so that one request can ask for all of it.

The cell runs twice: first with the reference in the student's place, to record what it asks for,
and then with the student's outcomes, which a single request has fetched in between.
"""

import contextlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tinytorch.book import Book
from tinytorch.compare import Call, Mistake, Setting, Task, setting
from tinytorch.outcomes import Spaces, copied

Question = tuple[list[str], str, list[tuple[Any, ...]]]  # given cells, a probe and its inputs


@dataclass
class BookOracle:
    """An oracle that answers from a book, except for `expected`, which subclasses define.

    `restore` is passed to `book.quiet`.
    """

    book: Book
    restore: bool = True

    def task(self, test: str) -> Task:
        """Return the task of a test."""
        return self.book.task(test)

    def about(self, call: Call) -> str:
        """Return what the call's probe looks at."""
        return self.book.about(call)

    def given(self, probe: str) -> list[str]:
        """Return the given cells that a probe needs."""
        return self.book.given(probe)

    def mistake(self, call: Call, got: list[Any]) -> Mistake | None:
        """Return the known mistake that gives these outcomes, if any."""
        return self.book.mistake(call, got, restore=self.restore)


@dataclass
class Plan(BookOracle):
    """What a test cell asks for, in order, and the expected outcomes."""

    questions: list[Question] = field(default_factory=list)
    wanted: list[list[Any]] = field(default_factory=list)
    outcomes: list[list[Any]] = field(default_factory=list)
    spaces: Spaces = field(default_factory=dict)
    _next: int = 0

    def reference(
        self, given: Sequence[str], probe: str, inputs: list[tuple[Any, ...]]
    ) -> list[Any]:
        """Record the question; return the outcomes of the reference solution."""
        # Copied, since a test may change its arrays before the next comparison.
        self.questions.append((list(given), probe, copied(inputs)))
        call = Call("", 0, probe, inputs, 0.0, 0.0)
        self.wanted.append(self.book.expected(call, restore=self.restore, spaces=self.spaces))
        # So that `expected`, which is called next, answers the same question.
        self._next = len(self.wanted)
        return self.wanted[-1]

    def student(self, given: Sequence[str], probe: str, inputs: list[tuple[Any, ...]]) -> list[Any]:
        """Return the student's outcomes for the next question."""
        self._next += 1
        return self.outcomes[self._next - 1]

    def start(self, outcomes: list[list[Any]]) -> Setting:
        """Return the setting to run the cell with the student's `outcomes`, a list per question."""
        self.outcomes, self._next = outcomes, 0
        return Setting(self, self.student)

    def expected(self, call: Call) -> list[Any]:
        """Return the expected outcomes for the current question."""
        return self.wanted[self._next - 1]


def plan(book: Book, run: Callable[[], Any], *, restore: bool = True) -> Plan | None:
    """Return the plan of the test cell that `run` runs; None if it does more than compare.

    `restore` is False in a process in which nothing else draws random numbers; see `quiet`.
    """
    found = Plan(book, restore)
    use(Setting(found, found.reference))
    try:
        # This run only collects: what it prints belongs to no submission.
        with contextlib.redirect_stdout(io.StringIO()):
            run()
    # A test that uses the notebook's own names fails here; it is run request by request.
    except Exception:
        return None
    found.spaces.clear()
    return found if found.questions else None


def use(chosen: Setting) -> None:
    """Make `chosen` the setting of all tests in this process."""
    # Changed in place: other modules hold a reference to this object.
    setting.oracle, setting.run = chosen.oracle, chosen.run
