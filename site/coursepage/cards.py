"""The directive {cards}: a card for each module on the front page.

A card shows what the module builds, its time, points and difficulty. Time and description come
from the top of the notebook, points from nbs_config.yml. Each line of the directive gives a
module's drawing and its difficulty from 1 to 3: `01_tensor: numbers 1`.
"""

import re
from collections.abc import Callable
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursepage import drawing
from grader.course.manifest import Module, load
from grader.course.notebook import read

TIME = re.compile(r"^\| Time \| (?P<time>[^;|]+)", re.MULTILINE)
ABOUT = re.compile(r"^> (?P<text>.+)$", re.MULTILINE)
DIFFICULTY = ("easy", "medium", "hard")
PICTURES: dict[str, Callable[[], str]] = {
    "numbers": lambda: drawing.equation(
        "A sum",
        drawing.matrix([[1, 2, 3]]),
        "+",
        drawing.matrix([[10, 20, 30]]),
        "=",
        drawing.matrix([[11, 22, 33]]),
    ),
    "curve": drawing.DRAWINGS["tanh"],
    "layers": lambda: drawing.flow("A chain of layers", ("Linear",), ("ReLU",), ("Linear",)),
}


def card(module: Module, text: str, picture: str, level: int) -> str:
    """One module's card, as HTML.

    Args:
        module: the module.
        text: the top of its notebook, in Markdown.
        picture: one of PICTURES.
        level: the difficulty, from 1.

    Raises:
        ExtensionError: if the text has no description or no time.
    """
    about, time = ABOUT.search(text), TIME.search(text)
    if about is None or time is None:
        raise ExtensionError(
            f"{module.id}: the top of the notebook has no line '> ...' or no row '| Time | ...'."
        )
    dots = "".join(
        f'<i class="{"on" if place < level else "off"}"></i>' for place in range(len(DIFFICULTY))
    )
    facts = (
        f"<span>{escape(time['time'].strip().removeprefix('about '))}</span>"
        f"<span>{module.max_points:g} points</span>"
        f'<span class="level">{dots} {DIFFICULTY[level - 1]}</span>'
    )
    return (
        f'<li><a href="{module.id}.html">'
        f'<div class="picture" aria-hidden="true">{PICTURES[picture]()}</div>'
        f"<strong>{module.id[:2]}: {escape(module.title)}</strong> "
        f"<span>{escape(about['text'])}</span>"
        f'<span class="facts">{facts}</span></a></li>'
    )


class Cards(SphinxDirective):
    """`{cards}`, with a line for each module."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The cards, as a list."""
        root = Path(self.config.course_root)
        manifest, cards = load(root), []
        for line in self.content:
            name, _, rest = line.partition(": ")
            picture, level = rest.split()
            module = manifest.module(name)
            notebook = root / "modules" / module.id / f"{module.name}.ipynb"
            self.env.note_dependency(str(notebook))  # a changed notebook rebuilds the page
            # The description and the table with the time are in the first two cells.
            top = "\n\n".join(cell.source for cell in read(notebook).cells[:2])
            cards.append(card(module, top, picture, int(level)))
        return [nodes.raw("", f'<ul class="modules">{"".join(cards)}</ul>', format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("cards", Cards)
    return {"parallel_read_safe": True}
