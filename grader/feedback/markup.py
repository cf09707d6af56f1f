"""Render a student's Markdown as safe HTML.

HTML is shown as typed, except `<br>`. Links lead to the web or within the page, pictures must be
attached to the cell, and formulas become MathML. No id, class or style comes from a student.
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

LONGEST = 20_000  # characters; longer text is shown as typed
# Only Python is highlighted: other lexers may take any time.
PYTHON = ("py", "python", "python3", "ipython", "ipython3")
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
MOST_KNOWN = 2000  # texts
KNOWN: dict[str, str] = {}  # Markdown -> HTML: most cells are the same on every page
ADDRESS = re.compile(r"(https?://|mailto:|#)[^\s\\]*", re.IGNORECASE)


class Renderer(IPythonRenderer):
    """nbconvert's renderer without anything that could run scripts, load files or restyle pages."""

    def __init__(self, attachments: dict[str, dict[str, str]], budget: PageBudget) -> None:
        self._budget = budget
        super().__init__(
            escape=True,
            allow_harmful_protocols=False,
            # nbconvert would make an id for each heading from its text.
            exclude_anchor_links=True,
            attachments=attachments,
        )

    def inline_html(self, html: str) -> str:
        """Show inline HTML as typed, except for a line break."""
        return "<br>" if LINE_BREAK.fullmatch(html) else escape(html)

    def block_html(self, html: str) -> str:
        """Show a block of HTML as typed."""
        return f"<p>{escape(html.strip())}</p>\n"

    def block_code(self, code: str, info: str | None = None) -> str:
        """Highlight Python; show other code as it is."""
        if (info or "").strip().lower() in PYTHON:
            return highlighted(code, self._budget)
        return f"<pre><code>{escape(code)}</code></pre>\n"

    def block_math(self, body: str) -> str:
        """Convert a formula between double dollar signs."""
        return self._formula(body, block=True)

    def inline_math(self, body: str) -> str:
        """Convert a formula between dollar signs."""
        return self._formula(body)

    def latex_environment(self, name: str, body: str) -> str:
        r"""Convert a formula between \begin and \end."""
        return self._formula(f"\\begin{{{name}}}{body}\\end{{{name}}}", block=True)

    def _formula(self, latex: str, *, block: bool = False) -> str:
        return (formula if self._budget.can_render else as_typed)(latex, block=block)

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """Make a link to a web or mail address or within the page; show others as text."""
        if not ADDRESS.fullmatch(url):
            return f"{text} ({escape(url)})"
        return f'<a href="{escape(url)}" rel="noopener noreferrer">{text}</a>'

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Show an attached picture; show any other as text."""
        # The text is HTML by now; the attribute takes plain text.
        alt = escape(unescape(striptags(text)))
        attached = (
            self.attachments.get(url.removeprefix("attachment:"), {})
            if url.startswith("attachment:")
            else {}
        )
        for kind in PICTURES:
            # Charged each time: a text may show the same attachment a thousand times.
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
    """Return Markdown as HTML.

    Args:
        text: the Markdown.
        attachments: the attachments of its cell, in the notebook's format.
        budget: the budget of the page.
    """
    budget = budget or PageBudget()
    if attachments:
        return _rendered(text, attachments, budget)
    found = KNOWN.get(text)
    if found is not None and budget.can_render:
        return budget.spend(found)
    html = _rendered(text, {}, budget)
    # When the budget has run out, parts are left as they were typed.
    if budget.can_render and len(text) <= LONGEST and len(KNOWN) < MOST_KNOWN:
        KNOWN[text] = html
    return html


def _rendered(text: str, attachments: dict[str, dict[str, str]], budget: PageBudget) -> str:
    if len(text) <= LONGEST and budget.can_render:
        try:
            renderer = Renderer(attachments, budget)
            return budget.spend(MarkdownWithMath(renderer=renderer).render(text))
        except Exception:  # nested too deeply, or a bug in the parser: shown as typed
            pass
    return f"<pre>{escape(text)}</pre>"


@pass_context
def markdown2html(context: Context, source: str) -> str:
    """Template filter of nbgrader's pages."""
    cell: Any = context.get("cell") or {}
    return to_html(source, cell.get("attachments"), budget_of(context))


def unchanged(text: str) -> str:
    """Replace nbconvert's filter `strip_files_prefix`, which takes quadratic time for brackets."""
    return text
