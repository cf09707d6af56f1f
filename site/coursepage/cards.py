"""The directive {cards}: a card for each module on the front page.

A card shows what the module builds, its time, points and difficulty. Time and description come
from the top of the notebook, points from nbs_config.yml. A module has a card if it has a page,
whose front matter gives the drawing and the difficulty from 1 to 3: `card: numbers 1`.
"""

import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursepage import drawing
from grader.course.manifest import Module, load
from grader.course.notebook import read

TIME = re.compile(r"^\| Time \| (?P<time>[^;|]+)", re.MULTILINE)
FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
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


def chosen(page: Path) -> tuple[str, int]:
    """The drawing and the difficulty of a module's card, as its page gives them.

    Raises:
        ExtensionError: if the page gives none, or others than there are.
    """
    front = FRONT.match(page.read_text(encoding="utf-8"))
    given = str((yaml.safe_load(front[1]) if front else {}).get("card", ""))
    picture, _, level = given.partition(" ")
    if picture not in PICTURES or level not in ("1", "2", "3"):
        needed = f"a drawing ({', '.join(PICTURES)}) and a difficulty from 1 to 3"
        raise ExtensionError(
            f"{page.name}: 'card' must give {needed}, for example 'card: numbers 1'."
        )
    return picture, int(level)


class Cards(SphinxDirective):
    """`{cards}`: one card for each module that has a page."""

    def run(self) -> list[nodes.Node]:
        """The cards, as a list."""
        root = Path(self.config.course_root)
        cards = []
        for module in load(root).modules:
            page = Path(self.env.srcdir) / f"{module.id}.md"
            if not page.is_file():
                continue
            notebook = root / "modules" / module.id / f"{module.name}.ipynb"
            for source in (page, notebook):
                self.env.note_dependency(str(source))  # a change rebuilds the page
            # The description and the table with the time are in the first two cells.
            top = "\n\n".join(cell.source for cell in read(notebook).cells[:2])
            cards.append(card(module, top, *chosen(page)))
        return [nodes.raw("", f'<ul class="modules">{"".join(cards)}</ul>', format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("cards", Cards)
    return {"parallel_read_safe": True}
