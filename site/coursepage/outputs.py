"""The printed output of a page's cells: sentences wrap, tables keep their lines and scroll.

A bar of progress keeps its last state only, as in a terminal, where each state overwrites the one
before.
"""

import re

from docutils import nodes
from sphinx.application import Sphinx

COLUMNS = re.compile(r"\S {2,}\S")
# A bar before another one; MyST-NB has made lines of some of the states.
OVERWRITTEN = re.compile(r"[■□]+ [^\r\n]*[\r\n]+(?=[■□])")


def is_table(text: str) -> bool:
    """Whether at least two lines of the text have columns, or draw something in brackets."""
    lines = text.splitlines()
    return sum(bool(COLUMNS.search(line)) or line.lstrip().startswith("[") for line in lines) > 1


def last_states(text: str) -> str:
    """The text with each bar of progress in its last state."""
    return OVERWRITTEN.sub("", text)


def classify(_app: Sphinx, tree: nodes.document, _page: str) -> None:
    """Give the class `sentences` to outputs that are not tables; site.css wraps their lines."""
    for block in tree.findall(nodes.literal_block):
        if "output" not in block["classes"]:
            continue
        text = last_states(block.astext())
        if text != block.astext():
            block.rawsource, block.children = text, []
            block += nodes.Text(text)
        if not is_table(text):
            block["classes"].append("sentences")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the step, which runs when a page's tree is complete."""
    app.connect("doctree-resolved", classify)
    return {"parallel_read_safe": True}
