"""Markdown as HTML for pages that people open: what a student writes is text there, whatever it looks like.

HTML stands on the page as it was typed, with the one exception of `<br>`. Links lead to the web or into the page,
pictures are those that were attached, formulas are MathML. Nothing gets an id, a class or a style of a student's.
"""

import re
from html import escape, unescape
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from mistune.util import striptags
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from grader.formula import formula
from workbench.parse import PICTURES, is_picture

LONGEST = 20_000  # characters; a longer text is shown as it was typed
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ADDRESS = re.compile(r"(https?://|mailto:|#)[^\s\\]*", re.IGNORECASE)


class Renderer(IPythonRenderer):
    """nbconvert's renderer without all that could run, load or restyle anything."""

    def __init__(self, attachments: dict[str, dict[str, str]]) -> None:
        super().__init__(escape=True, allow_harmful_protocols=False, exclude_anchor_links=True, attachments=attachments)

    def inline_html(self, html: str) -> str:
        return "<br>" if LINE_BREAK.fullmatch(html) else escape(html)

    def block_html(self, html: str) -> str:
        return f"<p>{escape(html.strip())}</p>\n"

    def block_mermaidjs(self, code: str) -> str:
        return f"<pre><code>{escape(code)}</code></pre>\n"

    def block_math(self, body: str) -> str:
        return formula(body, block=True)

    def inline_math(self, body: str) -> str:
        return formula(body)

    def latex_environment(self, name: str, body: str) -> str:
        return formula(f"\\begin{{{name}}}{body}\\end{{{name}}}", block=True)

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if not ADDRESS.fullmatch(url):
            return f"{text} ({escape(url)})"
        return f'<a href="{escape(url)}" rel="noopener noreferrer">{text}</a>'

    def image(self, text: str, url: str, title: str | None = None) -> str:
        alt = escape(unescape(striptags(text)))
        attached = self.attachments.get(url.removeprefix("attachment:"), {}) if url.startswith("attachment:") else {}
        for kind in PICTURES:
            if is_picture(attached.get(kind)):
                return f'<img src="data:{kind};base64,{attached[kind]}" alt="{alt}">'
        return f"![{alt}]({escape(url)})"


def to_html(text: str, attachments: dict[str, dict[str, str]] | None = None) -> str:
    """Markdown as HTML.

    Args:
        text: the Markdown.
        attachments: the pictures of the cell that it stands in, as a notebook holds them.
    """
    if len(text) <= LONGEST:
        try:
            return MarkdownWithMath(renderer=Renderer(attachments or {})).render(text)
        except Exception:  # too deep, or beyond the parser: then it is shown as it is
            pass
    return f"<pre>{escape(text)}</pre>"


@pass_context
def markdown2html(context: Context, source: str) -> str:
    """The filter of this name in nbgrader's pages."""
    cell: Any = context.get("cell") or {}
    return to_html(source, cell.get("attachments"))
