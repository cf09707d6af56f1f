"""The printed output of a page's cells: sentences wrap, tables keep their lines and scroll."""

import re

from docutils import nodes
from sphinx.application import Sphinx

COLUMNS = re.compile(r"\S {2,}\S")


def is_table(text: str) -> bool:
    """Whether at least two lines of the text have columns, or draw something in brackets."""
    lines = text.splitlines()
    return sum(bool(COLUMNS.search(line)) or line.lstrip().startswith("[") for line in lines) > 1


def classify(_app: Sphinx, tree: nodes.document, _page: str) -> None:
    """Give the class `sentences` to outputs that are not tables; site.css wraps their lines."""
    for block in tree.findall(nodes.literal_block):
        if "output" in block["classes"] and not is_table(block.astext()):
            block["classes"].append("sentences")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the step, which runs when a page's tree is complete."""
    app.connect("doctree-resolved", classify)
    return {"parallel_read_safe": True}
