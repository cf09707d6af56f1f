"""What a student may read of one test, and of a cell that Python cannot parse."""

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How a test ended."""

    PASSED = "passed"
    FAILED = "failed"  # a check did not hold
    RAISED = "raised"  # the student's code raised an error
    UNWRITTEN = "unwritten"  # the release's stub is still there
    TIMEOUT = "timeout"


SAYS = {
    State.FAILED: "",
    State.UNWRITTEN: "this task is not written yet.",
    State.TIMEOUT: "your code took too long.",
}


@dataclass(frozen=True)
class Finding:
    """One test cell, without anything that must stay hidden.

    Args:
        state: how it ended.
        by_hand: whether a person changed the points.
        kind: the built-in type of the error that the student's code raised.
        title, likely, read: the author's sentences.
        values: the call, the expected and the returned value, where they may be shown.
    """

    state: State
    by_hand: bool = False
    kind: str = ""
    title: str = ""
    likely: str = ""
    read: str = ""
    values: str = ""

    @property
    def why(self) -> str:
        """Why it did not pass, for a test without a sentence of the author's; may be empty."""
        if self.state is State.RAISED:
            return f"your code raised {self.kind} while this test ran."
        return SAYS.get(self.state, "")

    @property
    def text(self) -> str:
        """What the page shows under the test."""
        if self.state is State.PASSED:
            return "Passed; the points were changed by hand." if self.by_hand else "Passed."
        lines = [f"Not passed: {self.why}" if self.why else "Not passed.", self.title]
        lines += [f"likely: {self.likely}"] if self.likely else []
        lines += [f"read: {self.read}"] if self.read else []
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True)
class SyntaxFault:
    """Where Python could not parse a cell."""

    kind: str
    line: int
    message: str
    code: str = ""  # the line's text

    @property
    def text(self) -> str:
        """What the page shows under the cell."""
        return f"{self.kind} in line {self.line} of this cell: {self.message}"
