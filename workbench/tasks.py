"""The names of tasks as students know them: "Task 5.1, `linear_param_count`", not a grade_id."""

import re

from nbformat.notebooknode import NotebookNode

from workbench.cells import DEFINED, grade_id, grading, is_answer

HEADING = re.compile(r"^#+ +((?:Task|Q) ?\d+(?:\.\d+)*(?:, continued)?)", re.MULTILINE)


def tasks(released: NotebookNode) -> dict[str, str]:
    """grade_id -> the name of the task that the cell belongs to, or of the given cell."""
    found: dict[str, str] = {}
    heading = current = ""
    for cell in released.cells:
        cell_id = grade_id(cell)
        if cell_id is None:
            headings = HEADING.findall(cell["source"]) if cell["cell_type"] == "markdown" else []
            heading = headings[-1] if headings else heading
        elif is_answer(cell):
            current = found[cell_id] = _task(heading, cell) or cell_id
        elif grading(cell).get("grade"):
            found[cell_id] = current  # a test belongs to the answer above it
        else:
            found[cell_id] = f"the given cell {_first_line(cell)}"
    return found


def _task(heading: str, cell: NotebookNode) -> str:
    """The heading's number, and the class or function that the task defines if there is one."""
    symbol = next((function for function, _ in DEFINED.findall(cell["source"]) if function), "")
    return f"{heading}, `{symbol}`" if heading and symbol else heading


def _first_line(cell: NotebookNode) -> str:
    lines = [
        line for line in cell["source"].split("\n") if line.strip() and not line.startswith("#|")
    ]
    return f"`{lines[0].strip()[:40]}`" if lines else "without text"
