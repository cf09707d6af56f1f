"""Note who raised the error that ended a test, and the sentences of a failed check.

Only the trusted side knows for certain. Feedback shows what a note says; of any other error it sees
nothing but the text.
"""

from typing import Any

from grader.grading.wall.protocol.exceptions import StudentException
from tinytorch.checks import CheckFailed

MAX_SENTENCE = 1000  # characters


def failure_note(error: BaseException) -> dict[str, str]:
    """The note on an error that has ended a test."""
    if isinstance(error, StudentException):
        return {"raised": "student"}
    if isinstance(error, CheckFailed):
        parts = {"title": error.title, "likely": error.likely, "read": error.read}
        return {"raised": "test", **{name: _line(text) for name, text in parts.items()}}
    if isinstance(error, AssertionError):
        return {"raised": "test", "title": _line(error.args[0] if error.args else "")}
    return {"raised": "other"}  # for example a test that adds a number to the None that it got


def _line(text: Any) -> str:
    """The first line of a sentence that an author has passed."""
    return text.split("\n", 1)[0][:MAX_SENTENCE] if type(text) is str else ""
