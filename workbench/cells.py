"""What a cell is: its nbgrader metadata, its part in grading, and what its code defines."""

import ast
import re

from nbformat.notebooknode import NotebookNode

NOT_GRADED = "skip-execution"  # nbclient's own tag for a cell that it does not run
NOTHING = NotebookNode()  # the metadata of a cell that has none; nobody writes to it
LONGEST = 50_000  # characters; a longer cell is not parsed, since nobody writes one by hand
DEFINED = re.compile(
    r"^(?:class|(?:async )?def) (\w+)|^([A-Za-z_]\w*) *(?::[^=\n]+)?=(?!=)", re.MULTILINE
)


def grading(cell: NotebookNode) -> NotebookNode:
    """The cell's nbgrader metadata, empty if it has none."""
    # Item access: NotebookNode takes five times as long for an attribute.
    metadata = cell["metadata"].get("nbgrader")
    return metadata if isinstance(metadata, NotebookNode) else NOTHING


def grade_id(cell: NotebookNode) -> str | None:
    """The cell's grade_id, None if it has none."""
    found = grading(cell).get("grade_id")
    return found if isinstance(found, str) else None


def is_answer(cell: NotebookNode) -> bool:
    """Whether the student writes this released cell."""
    return bool(grading(cell).get("solution"))


def is_written(cell: NotebookNode) -> bool:
    """Whether this released cell is an answer in words, which a person grades."""
    return is_answer(cell) and cell["cell_type"] == "markdown"


def is_test(cell: NotebookNode) -> bool:
    """Whether this released cell is a test, visible or hidden: graded, and not an answer."""
    return bool(grading(cell).get("grade")) and not is_answer(cell)


def is_visible_test(cell: NotebookNode) -> bool:
    """Whether this released cell is a test that students see: graded, worth no points."""
    metadata = grading(cell)
    return bool(
        cell["cell_type"] == "code" and metadata.get("grade") and metadata.get("points") == 0
    )


def is_run(cell: NotebookNode) -> bool:
    """Whether grading runs this cell: code that is not empty and not tagged as an experiment."""
    return (
        cell["cell_type"] == "code"
        and bool(cell["source"].strip())
        and NOT_GRADED not in cell["metadata"].get("tags", [])
    )


def is_untouched(cell: NotebookNode, original: NotebookNode) -> bool:
    """Whether a cell is empty or still has the text of the released cell `original`."""
    text = cell["source"].strip()
    return not text or text == original["source"].strip()


def label(cell: NotebookNode) -> str:
    """The name of a released cell in a note: its grade_id, or the first line of its text."""
    return grade_id(cell) or repr(cell["source"].strip().split("\n", 1)[0][:40])


def defined(source: str) -> set[str]:
    """The functions, classes and variables that `source` defines at module level."""
    # A regular expression, since the source may have a syntax error.
    return {function or variable for function, variable in DEFINED.findall(source)}


def is_python(source: str) -> bool:
    """Whether `source` is valid Python. False for a text that is too long to be parsed."""
    if len(source) > LONGEST:
        return False
    try:
        ast.parse(source)
    # ast.parse raises the last three for null characters and for code that is nested too deeply.
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
