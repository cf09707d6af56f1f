"""Markdown as HTML for pages that people open: what a student writes is text there, whatever it looks like.

HTML stands on the page as it was typed, with the one exception of `<br>`. Links lead to the web or
into the page, pictures are those that were attached, formulas are MathML. Nothing gets an id, a
class or a style of a student's.
"""

import re
from html import escape, unescape
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from mistune.util import striptags
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from grader.feedback.budget import PageBudget
from grader.feedback.formula import as_typed, formula
from grader.feedback.highlight import budget_of, highlighted
from workbench.parse import PICTURES, is_picture

LONGEST = 20_000  # characters; a longer text is shown as it was typed
PYTHON = (
    "py",
    "python",
    "python3",
    "ipython",
    "ipython3",
)  # any other language's lexer may take any time
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ADDRESS = re.compile(r"(https?://|mailto:|#)[^\s\\]*", re.IGNORECASE)


class Renderer(IPythonRenderer):
    """nbconvert's renderer without all that could run, load or restyle anything."""

    def __init__(self, attachments: dict[str, dict[str, str]], budget: PageBudget) -> None:
        self._budget = budget
        super().__init__(
            escape=True,
            allow_harmful_protocols=False,
            exclude_anchor_links=True,
            attachments=attachments,
        )

    def inline_html(self, html: str) -> str:
        return "<br>" if LINE_BREAK.fullmatch(html) else escape(html)

    def block_html(self, html: str) -> str:
        return f"<p>{escape(html.strip())}</p>\n"

    def block_code(self, code: str, info: str | None = None) -> str:
        if (info or "").strip().lower() in PYTHON:
            return highlighted(code, self._budget)
        return f"<pre><code>{escape(code)}</code></pre>\n"

    def block_math(self, body: str) -> str:
        return self._formula(body, block=True)

    def inline_math(self, body: str) -> str:
        return self._formula(body)

    def latex_environment(self, name: str, body: str) -> str:
        return self._formula(f"\\begin{{{name}}}{body}\\end{{{name}}}", block=True)

    def _formula(self, latex: str, *, block: bool = False) -> str:
        return (formula if self._budget.dresses else as_typed)(latex, block=block)

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if not ADDRESS.fullmatch(url):
            return f"{text} ({escape(url)})"
        return f'<a href="{escape(url)}" rel="noopener noreferrer">{text}</a>'

    def image(self, text: str, url: str, title: str | None = None) -> str:
        alt = escape(unescape(striptags(text)))
        attached = (
            self.attachments.get(url.removeprefix("attachment:"), {})
            if url.startswith("attachment:")
            else {}
        )
        for kind in PICTURES:
            # A text may show what is attached to it a thousand times, and each time it is all
            # there.
            if (
                kind in attached
                and self._budget.picture(attached[kind])
                and is_picture(attached[kind])
            ):
                return f'<img src="data:{kind};base64,{attached[kind]}" alt="{alt}">'
        return f"![{alt}]({escape(url)})"


def to_html(
    text: str,
    attachments: dict[str, dict[str, str]] | None = None,
    budget: PageBudget | None = None,
) -> str:
    """Markdown as HTML.

    Args:
        text: the Markdown.
        attachments: the pictures of the cell that it stands in, as a notebook holds them.
        budget: what is left for the page.
    """
    budget = budget or PageBudget()
    if len(text) <= LONGEST and budget.dresses:
        try:
            return budget.dressed(
                MarkdownWithMath(renderer=Renderer(attachments or {}, budget)).render(text)
            )
        except Exception:  # too deep, or beyond the parser: then it is shown as it is
            pass
    return f"<pre>{escape(text)}</pre>"


@pass_context
def markdown2html(context: Context, source: str) -> str:
    """The filter of this name in nbgrader's pages."""
    cell: Any = context.get("cell") or {}
    return to_html(source, cell.get("attachments"), budget_of(context))


def unchanged(text: str) -> str:
    """In place of nbconvert's `strip_files_prefix`, whose time grows with the square of a text's brackets."""
    return text
