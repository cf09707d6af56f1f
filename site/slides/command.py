"""Build the slides of a module, or of all: `grader slides [--module layers] [--to DIR]`."""

import importlib.util
import shutil
from pathlib import Path

import click
from deck import HERE, compose, run
from nbclient.exceptions import CellExecutionError
from nbconvert.exporters import SlidesExporter
from parts import MissingPart, Parts

from grader.commands.options import module_option, to_option
from grader.course.errors import CourseError
from grader.course.manifest import Module, load
from grader.course.notebook import read
from grader.course.term import ROOT

# The files of reveal.js that a deck needs. Its themes are left out: slides.css replaces them.
REVEAL = ("LICENSE", "dist/reset.css", "dist/reveal.css", "dist/reveal.js", "plugin/notes/notes.js")


def reveal() -> Path:
    """The folder of reveal.js, which is part of the package sphinx-revealjs.

    Raises:
        CourseError: if it is not installed.
    """
    package = importlib.util.find_spec("sphinx_revealjs")
    if package is None or not package.submodule_search_locations:
        raise CourseError(
            "reveal.js is missing. It comes with a Python package: pip install sphinx-revealjs"
        )
    return Path(package.submodule_search_locations[0]) / "_static" / "revealjs"


def without_deck(module: Module) -> str | None:
    """One line about a module that has no slides; None if it has."""
    name = f"{module.id}.md"
    return (
        None
        if (HERE / name).is_file()
        else f"{module.id} has no slides: there is no site/slides/{name}."
    )


def build(module: Module) -> str:
    """The HTML of a module's deck.

    Raises:
        CourseError: if the deck does not fit its notebook, or a cell fails.
    """
    name = f"site/slides/{module.id}.md"
    text = (HERE / f"{module.id}.md").read_text(encoding="utf-8")
    try:
        deck = compose(text, Parts(read(ROOT / "modules" / module.id / f"{module.name}.ipynb")))
        deck = run(deck, f"{ROOT}:{HERE}")  # the package, and show.py
    except MissingPart as error:
        raise CourseError(f"{name} does not fit its notebook: {error}.") from None
    except CellExecutionError as error:
        raise CourseError(f"{name}: a cell failed with {error.ename}: {error.evalue}") from None
    deck.metadata["title"] = f"Module {module.id[:2]}: {module.title}"
    exporter = SlidesExporter(
        template_name="template",
        extra_template_basedirs=[str(HERE)],
        exclude_input=True,
        exclude_output_prompt=True,
        exclude_input_prompt=True,
        reveal_url_prefix="reveal.js",
    )
    return exporter.from_notebook_node(deck)[0]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@module_option
@to_option("build/slides")
def main(name: str | None, target: str) -> None:
    """Write DIR/03_layers.html and what it needs. Neither building nor showing needs a network."""
    manifest, source, to = load(ROOT), reveal(), Path(target)
    modules = [manifest.module(name)] if name else manifest.modules
    if name and (missing := without_deck(modules[0])):
        raise CourseError(missing)
    try:
        for part in REVEAL:
            (to / "reveal.js" / part).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / part, to / "reveal.js" / part)
        shutil.copyfile(HERE / "slides.css", to / "slides.css")
        for module in modules:
            if missing := without_deck(module):
                click.echo(missing)
                continue
            page = build(module)
            (to / f"{module.id}.html").write_text(page, encoding="utf-8")
            click.echo(f"Slides of {module.id}: {to / module.id}.html")
    except OSError as error:
        raise CourseError(f"{error.strerror}: {error.filename}") from None


if __name__ == "__main__":
    main()
