"""What a page's cells printed: sentences are wrapped where the page ends, tables keep their lines and scroll."""

import re

from docutils import nodes
from sphinx.application import Sphinx

COLUMNS = re.compile(r"\S {2,}\S")


def is_table(text: str) -> bool:
    """Whether several lines of the text stand in columns, or are drawn with letters in brackets."""
    return (
        sum(
            bool(COLUMNS.search(line)) or line.lstrip().startswith("[")
            for line in text.splitlines()
        )
        > 1
    )


def mark(_app: Sphinx, tree: nodes.document, _page: str) -> None:
    """Give what is no table the class `sentences`."""
    for block in tree.findall(nodes.literal_block):
        if "output" in block["classes"] and not is_table(block.astext()):
            block["classes"].append("sentences")


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("doctree-resolved", mark)
    return {"parallel_read_safe": True}
