"""Plots as part of the page, not as pictures beside it, so that they take its colours, in the light and in the dark."""

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

IMAGE = re.compile(r'<img (?P<before>[^>]*?)src="_images/(?P<file>[^"]+\.svg)"(?P<after>[^>]*?)/?>')
ALT = re.compile(r'alt="([^"]*)"')
# What matplotlib writes for the colours that site/matplotlibrc names, for black and for the grid's grey.
COLOURS = {
    "#010203": "currentColor",
    "#000000": "currentColor",
    "#fdfefd": "var(--color-background-primary)",
    "#d9d9d9": "var(--color-background-border)",  # the grid
}


def inline(svg: str, alt: str, name: str) -> str:
    """The text of an SVG file as an element of a page.

    Args:
        svg: what matplotlib wrote.
        alt: what it shows, in words, as escaped HTML.
        name: begins every id in it, since a page may hold several.
    """
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert size, "this is no picture of matplotlib's"
    width, height = (float(number) for number in size.groups())
    element = svg[svg.index(">", svg.index("<svg")) + 1 :]
    element = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>", "", element, flags=re.DOTALL)
    element = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{name}-", element)
    for written, meant in COLOURS.items():
        element = element.replace(written, meant)
    return (
        f'<div class="plot" tabindex="0"><svg role="img" aria-label="{alt}" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" fill="currentColor" stroke-linejoin="round">{element}</div>'
    )


def put_in(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: nodes.document | None
) -> None:
    """Replace the page's links to SVG files by their content."""
    files = {name: Path(app.srcdir, path) for path, name in app.builder.images.items()}

    def replaced(image: re.Match[str]) -> str:
        alt = ALT.search(image["before"] + image["after"])
        path = files.get(image["file"])
        if path is None or alt is None:
            return image[0]
        return inline(path.read_text(encoding="utf-8"), alt[1], f"plot-{image['file'][:8]}")

    if "body" in context:
        context["body"] = IMAGE.sub(replaced, context["body"])


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("html-page-context", put_in)
    return {"parallel_read_safe": True}
