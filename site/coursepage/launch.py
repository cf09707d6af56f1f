"""The directives {launch}, {slides} and {audio}: what can be opened from a module's page.

Addresses come from `links` in nbs_config.yml; a place that is not published has no link. Slides,
recordings and in-browser notebooks are linked if they are in the published folder, where their
own builds write them: `slides/<module>.html`, `audio/<module>.mp3` and `lite/<module>/`. The
script of an audio overview is `site/audio/<module>.md`.
"""

from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from grader.course.manifest import Links, Module, load

AUDIO_TYPES = (".mp3", ".m4a", ".ogg", ".opus", ".wav")


def launch_links(links: Links, module: Module, out: Path) -> list[tuple[str, str, str]]:
    """Everything that can be opened from a module's page: (title, address, description).

    Args:
        links: the addresses of nbs_config.yml.
        module: the module.
        out: the published folder.
    """
    notebook = f"modules/{module.id}/{module.name}.ipynb"
    found = []
    # The first entry is the one that needs least: nothing to install, no account.
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


def audio_overview(module: Module, script: Path, out: Path) -> str:
    """HTML of the recording and its transcript, of the one that exists, or nothing."""
    parts = []
    if sounds := sorted(
        path for path in (out / "audio").glob(f"{module.id}.*") if path.suffix in AUDIO_TYPES
    ):
        source = f"audio/{sounds[0].name}"
        parts.append(
            f'<audio controls preload="none" src="{source}" aria-label="Audio overview"></audio>'
        )
    # The transcript is also for those who do not want to listen, so it needs no recording.
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
    """`{launch} layers`: links to the places where a module can be opened."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The links, as a list."""
        manifest = load(Path(self.config.course_root))
        module, out = manifest.module(self.arguments[0]), Path(self.config.published)
        items = "".join(
            f'<li><a href="{escape(address)}"><strong>{title}</strong> <span>{text}</span></a></li>'
            for title, address, text in launch_links(manifest.links, module, out)
        )
        return [nodes.raw("", f'<ul class="launch">{items}</ul>', format="html")]


class Slides(SphinxDirective):
    """`{slides} layers`: the module's deck in the page; nothing if no slides were built."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The deck, as HTML."""
        module = load(Path(self.config.course_root)).module(self.arguments[0])
        deck = f"slides/{module.id}.html"
        if not (Path(self.config.published) / deck).is_file():
            return []
        # Lazy, so that opening the page does not load reveal.js.
        html = (
            f'<figure class="deck"><iframe src="{deck}" loading="lazy" '
            f'title="Slides: {escape(module.title)}"></iframe>'
            "<figcaption>The lecture's slides. Click into them; the arrow keys turn the page, "
            f'F fills the screen. <a href="{deck}">Open the slides alone</a></figcaption></figure>'
        )
        return [nodes.raw("", html, format="html")]


class Audio(SphinxDirective):
    """`{audio} layers`: the audio overview; nothing if there is none."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The overview, as HTML."""
        root = Path(self.config.course_root)
        module = load(root).module(self.arguments[0])
        html = audio_overview(
            module, root / "site" / "audio" / f"{module.id}.md", Path(self.config.published)
        )
        return [nodes.raw("", html, format="html")] if html else []


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives and the setting `published`."""
    app.add_config_value("published", "", "env")
    app.add_directive("launch", Launch)
    app.add_directive("audio", Audio)
    app.add_directive("slides", Slides)
    return {"parallel_read_safe": True}
