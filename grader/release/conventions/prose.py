"""Prose: the opening, headings, links, pictures, and what must be said before the first task."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.release.conventions.found import Found, line_of, numbered
from workbench.cells import is_answer

PLACEHOLDER = re.compile(
    r"\{python\}|\{\{ *\w+ *\}\}|\b(?:TODO|FIXME|TBD|XXX|lorem ipsum)\b", re.IGNORECASE
)
HEADING = re.compile(
    r"^(#+) (?!BEGIN |END )(.+)$", re.MULTILINE
)  # nbgrader's markers are no headings
# In a fenced block, a comment of the code looks like a heading.
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
NUMBER = re.compile(r"(\d+)\. ")
PICTURE = re.compile(r"!\[([^\]]*)\]\(|<img\b")
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(")
VAGUE = {"here", "this", "link", "click here"}
BINDER = ("binder", "temporary", "download")


@dataclass(frozen=True)
class Heading:
    """A heading in the text, with its place."""

    cell: int
    line: int
    level: int
    text: str


def texts(notebook: NotebookNode) -> Iterator[tuple[int, str]]:
    """The number and the prose of every text cell; lines of code fences are left empty."""
    for number, cell in numbered(notebook):
        if cell.cell_type == "markdown":
            # Not removed, so that line numbers stay those of the cell.
            yield number, FENCED.sub(lambda fence: "\n" * fence[0].count("\n"), cell.source)


def headings(notebook: NotebookNode) -> list[Heading]:
    """Every heading of the notebook, in its order."""
    return [
        Heading(number, line_of(text, match.start()), len(match[1]), match[2].strip())
        for number, text in texts(notebook)
        for match in HEADING.finditer(text)
    ]


def sections(notebook: NotebookNode) -> dict[int, set[str]]:
    """Section number -> its headings: whole, without their numbers, and up to their colon."""
    found: dict[int, set[str]] = {}
    number = 0
    for heading in headings(notebook):
        plain = heading.text.replace("`", "")
        if heading.level == 2:
            start = NUMBER.match(plain)
            number, plain = (int(start[1]), plain[start.end() :]) if start else (0, plain)
        # Messages may name "Task 2" instead of "Task 2: The linear layer".
        found.setdefault(number, set()).update({plain, plain.split(":")[0]})
    return found


def opening(module: Module, notebook: NotebookNode) -> Iterator[Found]:
    """The first cell gives the title, one line about the module, and how long it takes."""
    paragraphs = [*notebook.cells[0].source.split("\n\n"), "", ""]
    title = f"# Module {module.id[:2]}: {module.title}"
    if paragraphs[0] != title:
        yield Found(1, 1, f"must begin with {title!r}, and then an empty line.")
    elif not paragraphs[1].startswith("> ") or "\n" in paragraphs[1]:
        yield Found(1, 3, "the title must be followed by one line about the module, '> ...'.")
    if "\n| Time |" not in notebook.cells[0].source:
        yield Found(1, 0, "the table at the top has no row '| Time | about 2 hours |'.")


def binder(notebook: NotebookNode) -> Iterator[Found]:
    """Before the first task a student reads that a Binder session is temporary."""
    tasks = [number for number, cell in numbered(notebook) if is_answer(cell)]
    first = min(tasks, default=len(notebook.cells))
    before = " ".join(text for number, text in texts(notebook) if number < first).lower()
    if not all(word in before for word in BINDER):
        what = (
            "nothing before this says that a Binder session is temporary and to download the work."
        )
        yield Found(first, 0, what)


def heading_levels(notebook: NotebookNode) -> Iterator[Found]:
    """One heading of the first level, at the top, and no level left out below it."""
    found = headings(notebook)
    if not found or found[0].level != 1:
        yield Found(1, 0, "the notebook must begin with a heading of the first level, '# ...'.")
    for before, after in pairwise(found):
        if after.level == 1:
            yield Found(
                after.cell, after.line, "a second heading of the first level: write '## ...'."
            )
        elif after.level > before.level + 1:
            what = f"the heading {after.text!r} leaves out a level below {before.text!r}."
            yield Found(after.cell, after.line, what)


def section_numbers(notebook: NotebookNode) -> Iterator[Found]:
    """Numbered sections count up from 1."""
    expected = 1
    for heading in headings(notebook):
        number = NUMBER.match(heading.text) if heading.level == 2 else None
        if number:
            if int(number[1]) != expected:
                yield Found(heading.cell, heading.line, f"this must be section {expected}.")
            expected += 1
    if expected == 1:
        yield Found(1, 0, "the notebook has no numbered section, '## 1. ...'.")


def repeated_headings(notebook: NotebookNode) -> Iterator[Found]:
    """No heading stands twice, since messages name a place by its heading."""
    seen: set[str] = set()
    for heading in headings(notebook):
        if heading.text in seen:
            yield Found(heading.cell, heading.line, f"the heading {heading.text!r} stands twice.")
        seen.add(heading.text)


def placeholders(notebook: NotebookNode) -> Iterator[Found]:
    """Nothing is left to be filled in."""
    for number, cell in numbered(notebook):
        for match in PLACEHOLDER.finditer(cell.source):
            what = f"{match[0]!r} has not been filled in."
            yield Found(number, line_of(cell.source, match.start()), what)


def pictures(notebook: NotebookNode) -> Iterator[Found]:
    """Every picture in the text has a description."""
    for number, text in texts(notebook):
        for match in PICTURE.finditer(text):
            if len((match[1] or "").strip()) <= 10:
                what = "a picture needs a description: ![what it shows](file.png)."
                yield Found(number, line_of(text, match.start()), what)


def links(notebook: NotebookNode) -> Iterator[Found]:
    """The words of a link say where it leads."""
    for number, text in texts(notebook):
        for match in LINK.finditer(text):
            if match[1].lower() in VAGUE:
                what = f"the link {match[1]!r} does not say where it leads."
                yield Found(number, line_of(text, match.start()), what)
