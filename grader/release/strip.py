"""Remove solution markers and the tasks in docstrings from the exported package.

nbdev calls `strip_task` for every cell (`export_procs` in pyproject.toml), so that the package
reads like a package and not like an exercise sheet. The notebook itself does not change.
"""

import re
from typing import Any

from grader.course.notebook import MARKER

# A docstring up to the blank line before a line that starts with "Task:", and the rest of it.
TASK = re.compile(r'("""|\'\'\')((?:(?!\1).)*?)\n[ \t]*\n([ \t]*)Task:.*?\1', re.DOTALL)


def without_task(source: str) -> str:
    """Return `source` without solution markers and without docstrings' `Task:` and what follows."""
    return TASK.sub(_close_docstring, MARKER.sub("", source))


def _close_docstring(match: re.Match[str]) -> str:
    quotes, text, indent = match.groups()
    # A docstring of several lines closes on a line of its own.
    end = f"\n{indent}" if "\n" in text else ""
    return f"{quotes}{text}{end}{quotes}"


def strip_task(cell: Any) -> None:
    """nbdev processor: strip an exported code cell in place."""
    # nbdev sets `directives_` while it processes a notebook; a cell elsewhere has none.
    if cell.cell_type == "code" and "export" in getattr(cell, "directives_", {}):
        cell.set_source(without_task(cell.source))
