"""The block ```{start}```: how to work on the page's module, in the same words on every page (site/start.md)."""

import re
from pathlib import Path

from sphinx.application import Sphinx

from grader.course.manifest import load

BLOCK = re.compile(r"^```\{start\}(?: (?P<module>\w+))?\n```$", re.MULTILINE)


def put_in(app: Sphinx, _page: str, source: list[str]) -> None:
    """Put site/start.md in, with the module's id and name where it says `{id}` and `{name}`."""
    root = Path(app.config.course_root)
    text = (root / "site" / "start.md").read_text(encoding="utf-8").strip()

    def filled(block: re.Match[str]) -> str:
        module = load(root).module(block["module"])
        return text.replace("{id}", module.id).replace("{name}", module.name)

    source[0] = BLOCK.sub(filled, source[0])


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("source-read", put_in)
    return {"parallel_read_safe": True}
