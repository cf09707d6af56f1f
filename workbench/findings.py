"""The errors in a notebook that was run: failed visible tests, and cells outside the tests."""

import re

from nbformat.notebooknode import NotebookNode

from workbench.cells import grade_id, grading, is_answer, is_visible_test
from workbench.execute import TIMEOUT

# Errors whose message is written for students, and needs no type name in front.
READABLE_ERRORS = ("CheckFailed", "NotImplementedError", TIMEOUT)
SYNTAX = re.compile(r"^(.*?) \([^()]*, line (\d+)\)$", re.DOTALL)
LINE = re.compile(r"Cell In\[\d+\], line (\d+)")
COLOUR = re.compile(r"\x1b\[[\d;]*m")
STUB = re.compile(r"^Task [\w-]+: ")  # begins the message of a cell that is not written yet


def failed_tests(book: NotebookNode) -> dict[str, str]:
    """grade_id of each failed visible test -> its message.

    If the answer above the test ended with an error, that error is the message: the test fails
    because of it.
    """
    found = {}
    answer = None
    for cell in book.cells:
        if is_answer(cell):
            answer = cell
        error = error_of(cell)
        if is_visible_test(cell) and error is not None:
            cause = error_of(answer) if answer is not None else None
            # A stub is no mistake: the test's own message says what is missing.
            if cause is not None and cause.ename != "NotImplementedError":
                message = describe(cause)
            elif error.ename in READABLE_ERRORS and error.evalue:
                message = STUB.sub("", error.evalue)
            else:
                message = f"the test ended with {error.ename}: {error.evalue}".rstrip(": ")
            found[grade_id(cell) or ""] = message
    return found


def cell_errors(book: NotebookNode) -> list[tuple[str, str]]:
    """Cells outside the tests that ended with an error: grade_id or `cell 7`, and the error."""
    return [
        (grade_id(cell) or f"cell {number}", describe(error))
        for number, cell in enumerate(book.cells, start=1)
        if (error := error_of(cell))
        and not grading(cell).get("grade")
        and error.ename != "NotImplementedError"  # a stub; its test reports it
    ]


def describe(error: NotebookNode) -> str:
    """How a cell ended, in one line, with the line number in the cell."""
    message = error.evalue.split("\n", 1)[0]
    found = SYNTAX.match(message)
    if found and error.ename.endswith(("SyntaxError", "IndentationError", "TabError")):
        return f"the cell has a syntax error in line {found[2]}: {found[1]}"
    lines = LINE.findall(COLOUR.sub("", "\n".join(error.get("traceback", []))))
    if error.ename in READABLE_ERRORS:
        return message
    where = f" in line {lines[0]}" if lines else ""
    return f"the cell ended with {error.ename}{where}: {message}".rstrip(": ")


def error_of(cell: NotebookNode) -> NotebookNode | None:
    """The error that a cell ended with, None if there is none; a timeout counts first."""
    # A cell that timed out also has the KeyboardInterrupt with which it was stopped.
    errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
    return next(
        (error for error in errors if error.ename == TIMEOUT), errors[0] if errors else None
    )
