"""What a task is called in words that a student knows: `Task 5.1, `linear_param_count``, not a grade_id."""

import re

from nbformat.notebooknode import NotebookNode

from workbench.notebook import mark, name
from workbench.work import DEFINED, is_answer

HEADING = re.compile(r"^#+ +((?:Task|Q) ?\d+(?:\.\d+)*(?:, continued)?)", re.MULTILINE)


def tasks(released: NotebookNode) -> dict[str, str]:
    """grade_id -> the name of the task that the cell belongs to, or of the given cell."""
    found: dict[str, str] = {}
    heading = current = ""
    for cell in released.cells:
        called = name(cell)
        if called is None:
            headings = HEADING.findall(cell["source"]) if cell["cell_type"] == "markdown" else []
            heading = headings[-1] if headings else heading
        elif is_answer(cell):
            current = found[called] = _task(heading, cell) or called
        elif mark(cell).get("grade"):
            found[called] = current
        else:
            found[called] = f"the given cell {_beginning(cell)}"
    return found


def _task(heading: str, cell: NotebookNode) -> str:
    """The heading's number, and what the task is to define if that is a class or function."""
    made = next((function for function, _ in DEFINED.findall(cell["source"]) if function), "")
    return f"{heading}, `{made}`" if heading and made else heading


def _beginning(cell: NotebookNode) -> str:
    lines = [
        line for line in cell["source"].split("\n") if line.strip() and not line.startswith("#|")
    ]
    return f"`{lines[0].strip()[:40]}`" if lines else "without text"
