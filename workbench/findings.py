"""What a run of the notebook showed: failed visible tests and cells that ended with an error, each with its task."""

import re

from nbformat.notebooknode import NotebookNode

from workbench.notebook import is_visible_test, mark, name
from workbench.validate import OWN_WORDS, error_of

SYNTAX = re.compile(r"^(.*?) \([^()]*, line (\d+)\)$", re.DOTALL)
LINE = re.compile(r"Cell In\[\d+\], line (\d+)")
COLOUR = re.compile(r"\x1b\[[\d;]*m")
STUB = re.compile(r"^Task [\w-]+: ")  # how the message of a cell that is not written begins


def failed_tests(book: NotebookNode) -> dict[str, str]:
    """grade_id of each visible test that did not pass -> why, beginning with the cell's own error if it had one."""
    found = {}
    answer = None
    for cell in book.cells:
        if mark(cell).get("solution"):
            answer = cell
        error = error_of(cell)
        if is_visible_test(cell) and error is not None:
            broken = error_of(answer) if answer is not None else None
            if broken is not None and broken.ename != "NotImplementedError":
                found[name(cell) or ""] = account(broken)
            elif error.ename in OWN_WORDS and error.evalue:
                found[name(cell) or ""] = STUB.sub("", error.evalue)
            else:
                found[name(cell) or ""] = (
                    f"the test ended with {error.ename}: {error.evalue}".rstrip(": ")
                )
    return found


def broken_cells(book: NotebookNode) -> list[tuple[str, str]]:
    """Cells outside the tests that ended with an error: grade_id or `cell 7`, and how they ended."""
    return [
        (name(cell) or f"cell {number}", account(error))
        for number, cell in enumerate(book.cells, start=1)
        if (error := error_of(cell))
        and not mark(cell).get("grade")
        and error.ename != "NotImplementedError"
    ]


def account(error: NotebookNode) -> str:
    """How a cell ended, in a line, with the line of the cell."""
    message = error.evalue.split("\n", 1)[0]
    found = SYNTAX.match(message)
    if found and error.ename.endswith(("SyntaxError", "IndentationError", "TabError")):
        return f"the cell has a syntax error in line {found[2]}: {found[1]}"
    lines = LINE.findall(COLOUR.sub("", "\n".join(error.get("traceback", []))))
    if error.ename in OWN_WORDS:
        return message
    where = f" in line {lines[0]}" if lines else ""
    return f"the cell ended with {error.ename}{where}: {message}".rstrip(": ")
