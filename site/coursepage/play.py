"""The directive {play}: an interactive figure.

The page has a static version (coursepage/figures.py); `static/play.js` adds the controls.
"""

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from coursepage import figures

FIGURES = {"dropout": figures.dropout, "cost": figures.cost, "softmax": figures.softmax}


class Play(SphinxDirective):
    """`{play} dropout`, with the caption as its text."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The figure, as HTML."""
        name = self.arguments[0]
        if name not in FIGURES:
            raise self.error(f"There is no figure {name!r}; there are {', '.join(FIGURES)}.")
        caption = escape(" ".join(self.content))
        html = (
            f'<figure class="play" data-play="{name}"><div class="controls" hidden></div>'
            f"{FIGURES[name]()}<figcaption>{caption}</figcaption></figure>"
        )
        return [nodes.raw("", html, format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive and its script."""
    app.add_directive("play", Play)
    app.add_js_file("play.js", loading_method="defer")
    return {"parallel_read_safe": True}
