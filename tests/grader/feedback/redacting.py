"""Cells of a graded notebook, and what feedback shows of them."""

import textwrap

from kit import graded, notebook
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output

from grader.feedback.redact import Redact

TEST = """\
from tinytorch.checks import expect

size = 1234
expect(answer(size), 5678, "answer(size)", read='section 7, "Sizes"', mistakes={
    "the size is doubled; it must stay.": 2468,
}, likely="the size is not used.")"""


def page(*cells: NotebookNode, policy: str = "message") -> list[NotebookNode]:
    """What a student's page shows of these cells."""
    return redacted(*cells, policy=policy).cells


def redacted(*cells: NotebookNode, policy: str = "message") -> NotebookNode:
    return Redact(hidden_tests=policy).preprocess(notebook(*cells), {})[0]


def failed(message: str, name: str = "CheckFailed", source: str = TEST) -> NotebookNode:
    """A hidden test that ended with an exception."""
    cell = graded("test-answer", 3, source)
    cell.metadata["nbgrader"]["score"] = 0
    cell.outputs = [
        new_output("stream", name="stdout", text="printed 1234\n"),
        new_output("error", ename=name, evalue=message, traceback=[f"size = 1234 {message}"]),
    ]
    return cell


def passed() -> NotebookNode:
    cell = graded("test-answer", 3, TEST)
    cell.metadata["nbgrader"]["score"] = 3
    cell.outputs = [new_output("stream", name="stdout", text="printed 1234\n")]
    return cell


def printing(cell: NotebookNode, text: str) -> NotebookNode:
    cell.outputs = [new_output("stream", name="stdout", text=text)]
    return cell


def shown(message: str, name: str = "CheckFailed", policy: str = "message") -> str:
    """The text under a hidden test that failed with this message."""
    (cell,) = page(failed(message, name), policy=policy)
    (output,) = cell.outputs
    return output.text


def checks_message(likely: str) -> str:
    """A message as tinytorch.checks words it."""
    return textwrap.dedent(f"""\
        answer(size) is not right.
          expected: 5678
          got:      2468
          likely:   {likely}
          read:     section 7, "Sizes\"""")
