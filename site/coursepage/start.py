"""The block ```{start}```: how to work on a module, from site/start.md, on every module's page."""

import re
from pathlib import Path

from sphinx.application import Sphinx

from grader.course.manifest import load

BLOCK = re.compile(r"^```\{start\}(?: (?P<module>\w+))?\n```$", re.MULTILINE)


def insert(app: Sphinx, _page: str, source: list[str]) -> None:
    """Replace the block by site/start.md, with the module's id and name for `{id}` and `{name}`."""
    root = Path(app.config.course_root)
    text = (root / "site" / "start.md").read_text(encoding="utf-8").strip()

    def filled(block: re.Match[str]) -> str:
        module = load(root).module(block["module"])
        return text.replace("{id}", module.id).replace("{name}", module.name)

    source[0] = BLOCK.sub(filled, source[0])


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the step, which runs on a page's Markdown."""
    app.connect("source-read", insert)
    return {"parallel_read_safe": True}
