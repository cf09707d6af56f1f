"""Plots inside the page's HTML instead of files, so that they follow its light or dark theme."""

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

IMAGE = re.compile(r'<img (?P<before>[^>]*?)src="_images/(?P<file>[^"]+\.svg)"(?P<after>[^>]*?)/?>')
PLACES = re.compile(r' (?:d|x|y)="[^"]*"|translate\([^)]*\)')
FINE = re.compile(r"(\.\d\d)\d+")  # digits below a hundredth of a point cannot be seen
ALT = re.compile(r'alt="([^"]*)"')
# The colours in matplotlib's SVG -> those of the page's theme. site/matplotlibrc sets two unusual
# ones, for text and background, so that no other colour is replaced by mistake.
COLOURS = {
    "#010203": "currentColor",
    "#000000": "currentColor",
    "#fdfefd": "var(--color-background-primary)",
    "#d9d9d9": "var(--color-background-border)",  # the grid
}


def inline(svg: str, alt: str, name: str) -> str:
    """An SVG element for a page.

    Args:
        svg: the file that matplotlib wrote.
        alt: its description, as escaped HTML.
        name: a prefix for every id in it; without one, two plots on a page share ids.
    """
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert size, "not an SVG of matplotlib"
    width, height = (float(number) for number in size.groups())
    element = svg[svg.index(">", svg.index("<svg")) + 1 :]
    element = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>", "", element, flags=re.DOTALL)
    element = compact(element)
    element = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{name}-", element)
    for colour, variable in COLOURS.items():
        element = element.replace(colour, variable)
    return (
        '<div class="plot" tabindex="0">'  # a wide plot scrolls, also with the keyboard
        f'<svg role="img" aria-label="{alt}" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" fill="currentColor" stroke-linejoin="round">'
        f"{element}</div>"
    )


def compact(svg: str) -> str:
    """The same picture in fewer characters: no comments or indentation, rounded coordinates."""
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r"\s*\n\s*", " ", svg).replace("> <", "><").replace("DejaVuSans-", "")
    return PLACES.sub(lambda places: FINE.sub(r"\1", places[0]), svg)


def inline_plots(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: nodes.document | None
) -> None:
    """Replace the page's links to SVG files by the files' content."""
    files = {name: Path(app.srcdir, path) for path, name in app.builder.images.items()}

    def replaced(image: re.Match[str]) -> str:
        alt = ALT.search(image["before"] + image["after"])
        path = files.get(image["file"])
        if path is None or alt is None:
            return image[0]
        return inline(path.read_text(encoding="utf-8"), alt[1], f"p{image['file'][:6]}")

    if "body" in context:
        context["body"] = IMAGE.sub(replaced, context["body"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the step, which runs when a page's HTML is complete."""
    app.connect("html-page-context", inline_plots)
    return {"parallel_read_safe": True}
