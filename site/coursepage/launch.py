"""The directives {launch}, {slides} and {audio}: where a module can be worked on, its slides, its audio overview.

Addresses come from `links` in nbs_config.yml; what is not published there has no link. Slides, recordings and the
in-browser notebooks are shown if they lie in the published folder, where their own builds put them:
`slides/<module>.html`, `audio/<module>.mp3` and `lite/<module>/`. An overview's script is `site/audio/<module>.md`.
"""

from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from grader.course.manifest import Links, Module, load

SOUND = (".mp3", ".m4a", ".ogg", ".opus", ".wav")


def places(links: Links, module: Module, out: Path) -> list[tuple[str, str, str]]:
    """(title, address, what it is) of everything that can be opened from a module's page."""
    notebook = f"modules/{module.id}/{module.name}.ipynb"
    found = []
    if links.student_edition:
        binder = (
            f"https://mybinder.org/v2/gh/{links.student_edition}/HEAD?urlpath=lab/tree/{notebook}"
        )
        found.append(("Open in Binder", binder, "a server for you alone, free and temporary"))
    if (out / "lite" / module.id / "index.html").is_file():
        found.append(
            ("Open in this browser", f"lite/{module.id}/index.html", "no server, no account")
        )
    found.append(
        ("Work on your own machine", "#get-started", "one command, and your work stays with you")
    )
    if links.student_edition:
        github = f"https://github.com/{links.student_edition}/blob/HEAD/{notebook}"
        found.append(("View the notebook", github, "its source on GitHub"))
    if (out / "slides" / f"{module.id}.html").is_file():
        found.append(("Slides", f"slides/{module.id}.html", "the lecture's deck"))
    return found


def overview(module: Module, script: Path, out: Path) -> str:
    """The recording with its transcript, or the transcript alone, or nothing: never a player without a recording."""
    parts = []
    if sounds := sorted(
        path for path in (out / "audio").glob(f"{module.id}.*") if path.suffix in SOUND
    ):
        source = f"audio/{sounds[0].name}"
        parts.append(
            f'<audio controls preload="none" src="{source}" aria-label="Audio overview"></audio>'
        )
    if script.is_file():
        blocks = (
            " ".join(block.split()) for block in script.read_text(encoding="utf-8").split("\n\n")
        )
        lines = "".join(
            f"<p>{escape(block)}</p>" for block in blocks if block and not block.startswith("#")
        )
        name = "transcript" if sounds else "a text of five minutes"
        parts.append(f"<details><summary>Audio overview: {name}</summary>{lines}</details>")
    return f'<div class="audio">{"".join(parts)}</div>' if parts else ""


class Launch(SphinxDirective):
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        manifest = load(Path(self.config.course_root))
        module, out = manifest.module(self.arguments[0]), Path(self.config.published)
        items = "".join(
            f'<li><a href="{escape(address)}"><strong>{title}</strong> <span>{text}</span></a></li>'
            for title, address, text in places(manifest.links, module, out)
        )
        return [nodes.raw("", f'<ul class="launch">{items}</ul>', format="html")]


class Slides(SphinxDirective):
    """The module's deck, to be turned in place; nothing where no slides were built."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        module = load(Path(self.config.course_root)).module(self.arguments[0])
        deck = f"slides/{module.id}.html"
        if not (Path(self.config.published) / deck).is_file():
            return []
        html = (
            f'<figure class="deck"><iframe src="{deck}" loading="lazy" title="Slides: {escape(module.title)}"></iframe>'
            f"<figcaption>The lecture's slides. Click into them; arrow keys turn them, F fills the screen. "
            f'<a href="{deck}">Open them alone</a></figcaption></figure>'
        )
        return [nodes.raw("", html, format="html")]


class Audio(SphinxDirective):
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        root = Path(self.config.course_root)
        module = load(root).module(self.arguments[0])
        html = overview(
            module, root / "site" / "audio" / f"{module.id}.md", Path(self.config.published)
        )
        return [nodes.raw("", html, format="html")] if html else []


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_config_value("published", "", "env")
    app.add_directive("launch", Launch)
    app.add_directive("audio", Audio)
    app.add_directive("slides", Slides)
    return {"parallel_read_safe": True}
