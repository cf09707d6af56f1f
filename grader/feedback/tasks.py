"""The tasks of a module as its source notebook words them: titles, tests and marking schemes."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from grader.course.notebook import HIDDEN_BEGIN, exercise_cells, read
from workbench.cells import grade_id, grading, is_answer

HEADING = re.compile(r"^#{1,4} +(.+?) *#*$", re.MULTILINE)
# The first comment of a test: `# Graded (2 points): the shapes of weight and bias.`
POINTS = re.compile(r"^Graded \([^)]*\): *")
SCHEME = re.compile(r"\*\*Marking scheme[^*]*\*\*:?\s*")
END = re.compile(r"^### END SOLUTION[ \t]*$", re.MULTILINE)


@dataclass
class Task:
    """One exercise.

    Args:
        name: the grade_id of the cell that the student writes.
        title: the heading above that cell.
        manual: whether a person marks it.
        tests: grade_id -> what the test looks at, in words; visible tests too.
        criteria: the marking scheme of a written answer, as Markdown, without the model answer.
    """

    name: str
    title: str
    manual: bool = False
    tests: dict[str, str] = field(default_factory=dict)
    criteria: str = ""


@lru_cache(maxsize=8)
def tasks_of(source: Path) -> list[Task]:
    """Return the tasks of a source notebook, in order; read once by each process."""
    return list_tasks(read(source))


def list_tasks(notebook: NotebookNode) -> list[Task]:
    """Return the tasks of a source notebook, in order."""
    titles = _titles(notebook)
    found: dict[str, Task] = {}
    for name, cell in exercise_cells(notebook):
        task = found.setdefault(name, Task(name, titles.get(name) or _words(name)))
        if grading(cell).get("grade"):
            if is_answer(cell):
                task.manual, task.criteria = True, criteria(cell.source)
            task.tests[grade_id(cell) or ""] = about(cell)
    return list(found.values())


def about(cell: NotebookNode) -> str:
    """Return what a test looks at: its first comment, else its name in words."""
    lines = []
    for line in cell.source.split("\n"):
        if not line.startswith("# ") or line.startswith(HIDDEN_BEGIN):
            break
        lines.append(line[2:].strip())
    text = " ".join(lines)
    if POINTS.match(text):
        return POINTS.sub("", text).rstrip(".")
    return _words(re.sub("^(test|check)-", "", grade_id(cell) or ""))


def criteria(answer: str) -> str:
    """Return the marking scheme in a written model answer; empty if there is none."""
    parts = SCHEME.split(END.split(answer)[0], maxsplit=1)
    return parts[1].strip() if len(parts) == 2 else ""


def _titles(notebook: NotebookNode) -> dict[str, str]:
    """Return exercise -> the last heading above it, if no other exercise stands between."""
    found, last = {}, ""
    for cell in notebook.cells:
        if is_answer(cell):
            found[grade_id(cell) or ""] = last
            last = ""
        elif cell.cell_type == "markdown":
            last = next(reversed(HEADING.findall(cell.source)), last)
    return {name: re.sub(r"[`*]", "", title) for name, title in found.items()}


def _words(name: str) -> str:
    return re.sub("[-_]+", " ", name).strip()
