"""Markdown on a page is bounded, whatever a student writes; attacks: test_cannot_touch_pages."""

import base64

from grader.feedback.budget import LARGEST, MARKUP, PICTURES, PageBudget
from grader.feedback.markup import to_html


def spent() -> PageBudget:
    left = PageBudget()
    left.spend("x" * MARKUP)
    return left


def test_python_in_a_fence_has_colours_and_any_other_language_none() -> None:
    assert '<span class="k">def</span>' in to_html("```python\ndef f(): ...\n```")
    assert to_html("```perl\nif (a < b) {}\n```") == "<pre><code>if (a &lt; b) {}\n</code></pre>\n"


def test_a_picture_that_is_shown_again_and_again_is_there_as_often_as_the_page_takes_it() -> None:
    picture = base64.b64encode(bytes(LARGEST // 4 * 3)).decode()
    page = to_html("![a](attachment:p) " * 500, {"p": {"image/png": picture}})
    assert page.count("<img ") == PICTURES // LARGEST
    assert len(page) < PICTURES + 50_000


def test_a_page_that_has_taken_enough_shows_the_rest_as_it_was_typed() -> None:
    assert to_html("**a** < b", budget=spent()) == "<pre>**a** &lt; b</pre>"


def test_formulas_of_a_text_are_shown_as_they_were_typed_when_the_page_has_taken_enough() -> None:
    left = PageBudget()
    assert "<math" in to_html("$x$", budget=left)
    left.spend("x" * MARKUP)
    assert to_html("$x$", budget=left) == "<pre>$x$</pre>"
