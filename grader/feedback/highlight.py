"""Highlight code as HTML, within the page's budget."""

import re
from html import escape
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers.python import PythonLexer

from grader.feedback.budget import PageBudget

LONGEST = 20_000  # characters; longer code is shown without colours
GAP = re.compile(r"\s{300}")  # the Python lexer takes quadratic time for a run of whitespace
FORMATTER = HtmlFormatter(cssclass="highlight hl-ipython3")


def highlighted(code: str, budget: PageBudget) -> str:
    """Return Python code as HTML.

    nbconvert's own filter uses IPython's lexer, which takes quadratic time for long names and for
    runs of whitespace.
    """
    if len(code) > LONGEST or not budget.can_render or GAP.search(code):
        return f'<div class="highlight hl-ipython3"><pre>{escape(code)}\n</pre></div>\n'
    return budget.spend(highlight(code or " ", PythonLexer(), FORMATTER))


@pass_context
def highlight_code(
    context: Context, source: str, language: str | None = None, metadata: Any = None
) -> str:
    """Template filter of nbgrader's pages; treats every cell as Python, whatever its metadata."""
    return highlighted(source, budget_of(context))


def budget_of(context: Context) -> PageBudget:
    """Return the budget of the page that is being rendered."""
    found = (context.get("resources") or {}).get("budget")
    return found if isinstance(found, PageBudget) else PageBudget()
