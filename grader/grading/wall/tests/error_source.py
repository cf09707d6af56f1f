"""What the judge notes with a failed test: who raised its error, and the words of a check that did.

Only the judge knows for certain. Feedback shows what a note says; of any other error it looks at
the text alone.
"""

from typing import Any

from grader.grading.wall.protocol.exceptions import Crossed
from tinytorch.checks import CheckFailed

LONGEST = 1000  # characters of a sentence


def told(error: BaseException) -> dict[str, str]:
    """The note on an error that has ended a test."""
    if isinstance(error, Crossed):
        return {"raised": "student"}
    if isinstance(error, CheckFailed):
        return {
            "raised": "test",
            "title": _line(error.title),
            "likely": _line(error.likely),
            "read": _line(error.read),
        }
    if isinstance(error, AssertionError):
        return {"raised": "test", "title": _line(error.args[0] if error.args else "")}
    return {"raised": "other"}  # such as a test that adds to a None that it was given


def _line(text: Any) -> str:
    """The first line of what an author passed as a sentence."""
    return text.split("\n", 1)[0][:LONGEST] if type(text) is str else ""
