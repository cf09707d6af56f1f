"""Help below each task: how difficult it is, three hints in folds, and a stretch task a section."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from grader.release.conventions.found import Found, line_of, numbered
from grader.release.conventions.prose import Heading, headings
from workbench.cells import grading, is_answer

RUNGS = ["Hint 1: the idea", "Hint 2: the tool", "Hint 3: the line"]
# With empty lines: without them Markdown shows the text of a fold as it stands.
FOLD = re.compile(
    r"^<details>\n<summary>(Hint [^\n]*?)</summary>\n\n(?!</details>)\S.*?\n\n</details>$",
    re.MULTILINE | re.DOTALL,
)
DIFFICULTY = re.compile(r"^\*\*Difficulty:\*\* (?:●○○|●●○|●●●)$", re.MULTILINE)
POINTS = "**Points: "
QUESTION = re.compile(r"Q\d+\b")
STRETCH = re.compile(r"\*\*Stretch ●[●○]{2} \(optional, not graded\)\.\*\* ")
DOCSTRING_HINT = re.compile(r"^ *Hint:", re.MULTILINE)


@dataclass
class Task:
    """What a student writes: its heading, and the text from there to the solution cell."""

    heading: Heading
    text: str


def ladders(notebook: NotebookNode) -> Iterator[Found]:
    """Each task says how difficult it is and has three hints, each in a fold, below its points."""
    for task in tasks(notebook):
        cell, line = task.heading.cell, task.heading.line
        if not DIFFICULTY.search(task.text):
            yield Found(cell, line, "has no difficulty: write '**Difficulty:** ●●○'.")
        rungs = [fold[1] for fold in FOLD.finditer(task.text)]
        if rungs != RUNGS:
            has = ", ".join(map(repr, rungs)) or "none"
            needed = ", ".join(map(repr, RUNGS))
            yield Found(cell, line, f"needs the hints {needed}, each in a fold: it has {has}.")
        elif task.text.index("<details>") < task.text.find(POINTS):
            yield Found(cell, line, "gives its points below the hints: move them above.")


def docstrings(notebook: NotebookNode) -> Iterator[Found]:
    """No hint stands in plain sight in a solution cell."""
    for number, cell in numbered(notebook):
        if is_answer(cell) and (match := DOCSTRING_HINT.search(cell.source)):
            what = "the hint is not folded: move it into a fold below the task."
            yield Found(number, line_of(cell.source, match.start()), what)


def stretches(notebook: NotebookNode) -> Iterator[Found]:
    """Each section with tasks has a further one, which is not graded, for those who want more."""
    starts = [heading.cell for heading in headings(notebook) if heading.level == 2]

    def section(cell: int) -> int:
        return max((start for start in starts if start <= cell), default=0)

    more = {section(number) for number, cell in numbered(notebook) if _is_stretch(cell)}
    last = {section(task.heading.cell): task.heading for task in tasks(notebook)}
    for start, heading in last.items():
        if start not in more:
            what = "its section needs a cell '**Stretch ●●● (optional, not graded).** ...'."
            yield Found(heading.cell, heading.line, what)


def tasks(notebook: NotebookNode) -> Iterator[Task]:
    """The tasks of a notebook; a question, whose heading begins with `Q1`, is none."""
    above = headings(notebook)
    for number, cell in numbered(notebook):
        if cell.cell_type != "code" or not is_answer(cell):
            continue
        before = [heading for heading in above if heading.cell < number]
        if before and not QUESTION.match(before[-1].text):
            yield Task(before[-1], _text(notebook, before[-1], number))


def _text(notebook: NotebookNode, heading: Heading, answer: int) -> str:
    """The text from a heading to a solution cell."""
    lines = notebook.cells[heading.cell - 1].source.split("\n")[heading.line - 1 :]
    between = notebook.cells[heading.cell : answer - 1]
    return "\n".join([*lines, *(c.source for c in between if c.cell_type == "markdown")])


def _is_stretch(cell: NotebookNode) -> bool:
    return cell.cell_type == "markdown" and not grading(cell) and bool(STRETCH.match(cell.source))
