"""The parts of a module's notebook that a deck can use, found by their headings.

Cells with grading are left out, so no solution and no test gets onto a slide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nbformat.notebooknode import NotebookNode

from workbench.cells import grading

HEADING = re.compile(r"^#{1,6} (.+)$")
FENCE = "```"


class MissingPart(Exception):
    """A deck names a part that its notebook does not have."""


@dataclass
class Section:
    """The parts under one heading, in their order."""

    rows: list[str] = field(default_factory=list)  # lines of tables
    cells: list[str] = field(default_factory=list)  # sources of code cells


class Parts:
    """The sections of a notebook by their headings."""

    def __init__(self, notebook: NotebookNode):
        self.sections: dict[str, Section] = {}
        section = Section()
        for cell in notebook.cells:
            if grading(cell):  # a solution, a test or a given cell
                continue
            if cell.cell_type == "code":
                section.cells.append(cell.source)
                continue
            for kind, text in _blocks(cell.source):
                if kind == "heading":
                    section = self.sections.setdefault(text, Section())
                else:
                    section.rows.append(text)

    def section(self, heading: str) -> Section:
        """The section with this heading, or the first one that begins with it.

        Raises:
            MissingPart: if there is none.
        """
        # The exact heading first: "Errors" must not find "Errors that you will meet".
        for text in (heading, *(text for text in self.sections if text.startswith(heading))):
            if text in self.sections:
                return self.sections[text]
        raise MissingPart(f"no heading begins with {heading!r}")

    def cell(self, heading: str, number: int = 1) -> str:
        """The source of a code cell under the heading; `number` counts from 1.

        Raises:
            MissingPart: if there is none.
        """
        return _numbered(self.section(heading).cells, number, "code cell", heading)

    def table(self, heading: str, labels: list[str], columns: list[int]) -> str:
        """Rows of the table under the heading, with the table's head, in Markdown.

        Args:
            heading: the heading above the table.
            labels: the beginning of the first column, for each row to take.
            columns: the columns to take, counted from 1; empty takes all.

        Raises:
            MissingPart: if there is no such row or column.
        """
        rows = self.section(heading).rows
        body = [
            _numbered(
                [row for row in rows[2:] if _cells(row)[0].replace("`", "").startswith(label)],
                1,
                f"row {label!r}",
                heading,
            )
            for label in labels
        ]
        taken = [
            [_numbered(_cells(row), column, "column", heading) for column in columns]
            if columns
            else _cells(row)
            for row in [*rows[:2], *body]
        ]
        return "\n".join("| " + " | ".join(cells) + " |" for cells in taken)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _numbered(parts: list[str], number: int, what: str, heading: str) -> str:
    if not 1 <= number <= len(parts):
        raise MissingPart(
            f"under {heading!r} there is no {what}" + (f" {number}" if number > 1 else "")
        )
    return parts[number - 1]


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """(kind, text) of the headings and table rows of a Markdown text, outside fenced blocks."""
    fenced = False
    for line in text.split("\n"):
        if line.startswith(FENCE):
            fenced = not fenced
        elif fenced:
            continue
        elif match := HEADING.match(line):
            yield "heading", match[1].strip()
        elif line.startswith("|"):
            yield "row", line
