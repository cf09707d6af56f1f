"""Notebooks read aloud: headings in order, pictures described, links that say where they lead."""

import itertools
import re
from pathlib import Path

import pytest
from nbformat.notebooknode import NotebookNode

from grader.course.notebook import read
from grader.course.term import ROOT

NOTEBOOKS = sorted(ROOT.glob("modules/0*/*.ipynb"))
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#{1,6}) ", re.MULTILINE)
PICTURE = re.compile(r"!\[([^\]]*)\]\(")
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(")


def prose(book: NotebookNode) -> str:
    """The text cells of a notebook, without what stands in code fences."""
    return "\n\n".join(
        FENCE.sub("", cell.source) for cell in book.cells if cell.cell_type == "markdown"
    )


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_headings_begin_at_the_top_and_skip_no_level(path: Path) -> None:
    levels = [len(marks) for marks in HEADING.findall(prose(read(path)))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_picture_in_the_text_has_a_description(path: Path) -> None:
    text = prose(read(path))
    assert all(len(alt.strip()) > 10 for alt in PICTURE.findall(text))
    assert "<img" not in text


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_links_say_where_they_lead(path: Path) -> None:
    words = LINK.findall(prose(read(path)))
    assert not {"here", "this", "link", "click here"}.intersection(word.lower() for word in words)
