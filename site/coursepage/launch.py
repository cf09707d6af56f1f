"""The directive {launch}: where a module can be worked on, and its slides and recording if they have been built.

Addresses come from `links` in nbs_config.yml; what is not published there has no link. Slides, audio and the
in-browser notebooks are shown if they lie in the published folder, where their own builds put them:
`slides/<module>.html`, `audio/<module>.*` and `lite/`.
"""

from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from grader.manifest import Links, Module, load

SOUND = (".mp3", ".m4a", ".ogg", ".opus", ".wav")


def places(links: Links, module: Module, out: Path) -> list[tuple[str, str, str]]:
    """(title, address, what it is) of everything that can be opened from a module's page."""
    notebook = f"modules/{module.id}/{module.name}.ipynb"
    found = []
    if links.student_edition:
        binder = f"https://mybinder.org/v2/gh/{links.student_edition}/HEAD?urlpath=lab/tree/{notebook}"
        found.append(("Open in Binder", binder, "a server for you alone, free and temporary"))
    if (out / "lite" / "index.html").is_file():
        found.append(("Open in this browser", f"lite/lab/index.html?path={module.name}.ipynb", "no server, no account"))
    found.append(("Work on your own machine", "#get-started", "three commands, and your work stays with you"))
    if links.student_edition:
        github = f"https://github.com/{links.student_edition}/blob/HEAD/{notebook}"
        found.append(("View the notebook", github, "its source on GitHub"))
    if (out / "slides" / f"{module.id}.html").is_file():
        found.append(("Slides", f"slides/{module.id}.html", "the lecture's deck"))
    return found


def player(module: Module, out: Path) -> str:
    """The recording with its transcript, or the transcript alone, or nothing: never a player without a recording."""
    sounds = sorted(path for path in (out / "audio").glob(f"{module.id}.*") if path.suffix in SOUND)
    parts = [
        f'<audio controls preload="none" src="audio/{path.name}" aria-label="Audio overview"></audio>'
        for path in sounds[:1]
    ]
    if (out / "audio" / f"{module.id}.html").is_file():
        parts.append(f'<a href="audio/{module.id}.html">Read the transcript</a>')
    return f'<div class="audio"><strong>Audio overview</strong> {" ".join(parts)}</div>' if parts else ""


class Launch(SphinxDirective):
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        manifest = load(Path(self.config.course_root))
        module, out = manifest.module(self.arguments[0]), Path(self.config.published)
        items = "".join(
            f'<li><a href="{escape(address)}"><strong>{title}</strong> <span>{text}</span></a></li>'
            for title, address, text in places(manifest.links, module, out)
        )
        return [nodes.raw("", f'<ul class="launch">{items}</ul>{player(module, out)}', format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_config_value("published", "", "env")
    app.add_directive("launch", Launch)
    return {"parallel_read_safe": True}
