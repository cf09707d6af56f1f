"""Highlight code as HTML, within the page's budget."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from pygments import highlight
from pygments.filter import Filter
from pygments.formatters import HtmlFormatter
from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Name, Operator, String, Token

from grader.feedback.budget import PageBudget

LONGEST = 20_000  # characters; longer code is shown without colours
GAP = re.compile(r"\s{300}")  # the Python lexer takes quadratic time for a run of whitespace
FORMATTER = HtmlFormatter(cssclass="highlight hl-ipython3")
# What has a colour; a tag for each name and each operator would double the size of a page.
COLOURED = (
    Comment, Keyword, String, Operator.Word, Name.Class, Name.Decorator, Name.Function,
)  # fmt: skip


class _Coloured(Filter):
    """Keep the kinds of tokens that have a colour."""

    def filter(self, lexer: object, stream: Iterable[tuple[Any, str]]) -> Iterator[tuple[Any, str]]:
        for kind, text in stream:
            yield next((known for known in COLOURED if kind in known), Token.Text), text


LEXER = PythonLexer(filters=[_Coloured()])


def highlighted(code: str, budget: PageBudget) -> str:
    """Return Python code as HTML.

    nbconvert's own filter uses IPython's lexer, which takes quadratic time for long names and for
    runs of whitespace.
    """
    if len(code) > LONGEST or not budget.can_render or GAP.search(code):
        return f'<div class="highlight hl-ipython3"><pre>{escape(code)}\n</pre></div>\n'
    return budget.spend(_coloured(code or " "))


@lru_cache(maxsize=1000)  # most cells are the same on every page
def _coloured(code: str) -> str:
    return str(highlight(code, LEXER, FORMATTER))


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
