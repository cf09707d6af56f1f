"""Code on a page: highlighted where that is quick, else plain text, and always complete."""

import html
import re

import pytest

from grader.feedback.budget import MARKUP, PageBudget
from grader.feedback.highlight import highlighted


def text_of(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def test_code_has_colours() -> None:
    assert '<span class="k">def</span>' in highlighted("def f():\n    return 1 < 2", PageBudget())


@pytest.mark.parametrize(
    "code",
    ["a." * 30_000, "x\n" + "\t\n" * 9000, "x" + " " * 400 + "<b>"],
    ids=["names", "blank_lines", "gap"],
)
def test_code_that_takes_long_to_highlight_is_shown_without_colours(code: str) -> None:
    page = highlighted(code, PageBudget())
    assert "<span" not in page
    assert text_of(page).rstrip() == code.rstrip()


def test_a_page_that_has_taken_enough_shows_the_rest_without_colours() -> None:
    left = PageBudget()
    left.spend("x" * MARKUP)
    assert (
        highlighted("x < 1", left)
        == '<div class="highlight hl-ipython3"><pre>x &lt; 1\n</pre></div>\n'
    )
