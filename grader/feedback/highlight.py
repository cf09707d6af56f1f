"""Code as HTML with its syntax highlighted, where that takes no longer than it is worth."""

import re
from html import escape
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers.python import PythonLexer

from grader.feedback.budget import PageBudget

LONGEST = 20_000  # characters; a longer text is shown without colours
GAP = re.compile(
    r"\s{300}"
)  # Python's lexer takes time that grows with the square of a gap's length
FORMATTER = HtmlFormatter(cssclass="highlight hl-ipython3")


def highlighted(code: str, budget: PageBudget) -> str:
    """Python code as HTML.

    nbconvert's own filter takes IPython's lexer, whose time grows with the square of a name's and
    of a gap's length.
    """
    if len(code) > LONGEST or not budget.dresses or GAP.search(code):
        return f'<div class="highlight hl-ipython3"><pre>{escape(code)}\n</pre></div>\n'
    return budget.dressed(highlight(code or " ", PythonLexer(), FORMATTER))


@pass_context
def highlight_code(
    context: Context, source: str, language: str | None = None, metadata: Any = None
) -> str:
    """The filter of this name in nbgrader's pages; every cell is Python there, whatever its metadata say."""
    return highlighted(source, budget_of(context))


def budget_of(context: Context) -> PageBudget:
    """What is left for the page that is being made."""
    found = (context.get("resources") or {}).get("budget")
    return found if isinstance(found, PageBudget) else PageBudget()
