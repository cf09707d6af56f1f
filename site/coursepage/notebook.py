"""The page's ```{notebook} Heading``` blocks: sections of the module's source notebook, put in where they are named.

A block takes the section with that heading, down to the next heading of the same or a higher level: its prose as it
stands and its code cells, which MyST-NB then runs. Tasks, graded cells and solutions are never taken. Options:

    :only:             the section without its subsections
    :without-diagrams: drop the text diagrams, where the page has a drawing
    :draw: name words  put the drawing of that name (coursepage/drawing.py) for the text diagram that has these words
    :drop: words       drop the paragraph that begins with these words
    :alt: text         what the section's picture shows; one line for each picture

What follows a "Predict first" in a section is folded, so that the answer is not in view; so is the code of a plot.
Prose that says "section 5" or "Experiment 2" becomes a link to that section of the page, whose headings keep the
notebook's numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from nbformat.notebooknode import NotebookNode
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from grader.course.notebook import grading, read

BLOCK = re.compile(r"^```\{notebook\} (?P<heading>.+)\n(?P<options>(?::.*\n)*)```$", re.MULTILINE)
HEADING = re.compile(r"^(#+) (.+)$")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$\n?", re.MULTILINE | re.DOTALL)
PROSE_OR_CODE = re.compile(r"(^(`{3,}).*?^\2`*$|`[^`\n]+`)", re.MULTILINE | re.DOTALL)
SECTIONS = re.compile(r"\b([Ss]ections?) (\d+)((?:(?:, | and | to )\d+)*)\b(?!\.\d)")
EXPERIMENT = re.compile(r"\b([Ee]xperiment|[Ee]rror)\s(\d)\b(?!:)")
LONG = 20  # lines; a longer cell is folded
PREDICT = "**Predict first.**"
FOLD = """```{raw} html
<details class="happened"><summary>Show what happened</summary>
```"""
UNFOLD = """```{raw} html
</details>
```"""


@dataclass
class Section:
    """A heading of the notebook and what stands below it, up to the next heading."""

    level: int
    heading: str
    parts: list[str | NotebookNode] = field(default_factory=list)


def sections(notebook: NotebookNode) -> list[Section]:
    """The open part of a notebook: all prose, and the code cells that are not graded."""
    found = [Section(0, "")]
    for cell in notebook.cells:
        if grading(cell):
            continue
        if cell.cell_type == "code":
            found[-1].parts.append(cell)
            continue
        for level, heading, text in _pieces(cell.source):
            if heading:
                found.append(Section(level, heading))
            if text.strip():
                found[-1].parts.append(text.strip())
    return found


def _pieces(source: str) -> Iterator[tuple[int, str, str]]:
    """(level, heading, text below it) for a markdown cell; the first heading may be empty."""
    level, heading, lines, fenced = 0, "", list[str](), False
    for line in source.split("\n"):
        fenced ^= line.startswith("```")
        found = None if fenced else HEADING.match(line)
        if found:
            yield level, heading, "\n".join(lines)
            level, heading, lines = len(found[1]), found[2], []
        else:
            lines.append(line)
    yield level, heading, "\n".join(lines)


def take(notebook: NotebookNode, heading: str, options: dict[str, list[str]]) -> str:
    """The MyST text of one section of the notebook.

    Raises:
        ExtensionError: if no section, or more than one, has that heading, or an option finds nothing that it is about.
    """
    all_sections = sections(notebook)
    places = [place for place, section in enumerate(all_sections) if section.heading == heading]
    if len(places) != 1:
        raise ExtensionError(
            f"{len(places)} sections of the notebook are called {heading!r}; one is needed."
        )
    first = all_sections[places[0]]
    taken = [first]
    if "only" not in options:
        taken += _below(all_sections[places[0] + 1 :], first.level)
    alts = iter(options.get("alt", []))
    drawings = {
        words: name for name, _, words in (each.partition(" ") for each in options.get("draw", []))
    }
    text = "\n\n".join(
        _text(section, alts, "without-diagrams" in options, drawings) for section in taken
    )
    if drawings:
        raise ExtensionError(f"{heading}: no text diagram has {next(iter(drawings))!r}.")
    if left := list(alts):
        raise ExtensionError(f"{heading}: there is no picture for the text {left[0]!r}.")
    for words in options.get("drop", []):
        text, dropped = re.subn(
            rf"^{re.escape(words)}.*?(?:\n\n|\Z)", "", text, flags=re.MULTILINE | re.DOTALL
        )
        if dropped != 1:
            raise ExtensionError(
                f"{heading}: {dropped} paragraphs begin with {words!r}; one is needed."
            )
    return text


def _below(following: list[Section], level: int) -> Iterator[Section]:
    """The subsections of a section, without the tasks."""
    for section in following:
        if section.level <= level:
            return
        if not section.heading.startswith("Task "):
            yield section


def _text(
    section: Section, alts: Iterator[str], without_diagrams: bool, drawings: dict[str, str]
) -> str:
    parts, folded = [f"{'#' * section.level} {section.heading}"], False
    for part in section.parts:
        if isinstance(part, str):
            parts.append(FENCED.sub(lambda block: _fenced(block, without_diagrams, drawings), part))
        elif not part.source.startswith("#|"):
            parts.append(_code_cell(part.source, alts))
        if isinstance(part, str) and PREDICT in part and not folded:
            parts.append(FOLD)
            folded = True
    return "\n\n".join([*parts, UNFOLD] if folded else parts)


def _fenced(block: re.Match[str], without_diagrams: bool, drawings: dict[str, str]) -> str:
    """A block of code as it stands; one without a language is a diagram or a formula, and not to be highlighted.

    A diagram that has the words of one of the `drawings` (words -> name) gives way to it, and it is taken from them.
    """
    if block[1] not in ("", "text"):
        return block[0]
    for words in drawings:
        if words in block[2]:
            return f"```{{draw}} {drawings.pop(words)}\n```\n"
    return "" if without_diagrams else f"```text\n{block[2]}```\n"


def _code_cell(source: str, alts: Iterator[str]) -> str:
    metadata: dict[str, object] = {}
    if source.count("\n") >= LONG or "plt.show()" in source:
        metadata["tags"] = ["hide-input"]
    if "plt.show()" in source:
        alt = next(alts, None)
        if alt is None:
            raise ExtensionError(f"A picture has no `:alt:` text: {source[:60]!r} ...")
        metadata["mystnb"] = {"image": {"alt": alt}}
    options = f"---\n{yaml.safe_dump(metadata, width=1000)}---\n" if metadata else ""
    return f"````{{code-cell}}\n{options}{source}\n````"


def _options(text: str) -> dict[str, list[str]]:
    options: dict[str, list[str]] = {}
    for line in text.splitlines():
        name, _, value = line[1:].partition(":")
        if name not in ("only", "without-diagrams", "drop", "draw", "alt"):
            raise ExtensionError(f"A notebook block has no option {name!r}.")
        options.setdefault(name, []).append(value.strip())
    return options


def link_sections(text: str) -> str:
    """Turn "section 5" and "Experiment 2" into links to the page's headings of that number; code is left alone."""
    numbered = {match[1]: match[0] for match in re.finditer(r"(?m)(?<=^## )(\d+)\. .+$", text)}
    named = {
        match[1].lower(): match[0]
        for match in re.finditer(r"(?m)(?<=^### )((?:Experiment|Error) \d): .+$", text)
    }

    def link(label: str, heading: str | None) -> str:
        return f"[{label}](#{slug(heading)})" if heading else label

    def section_links(match: re.Match[str]) -> str:
        rest = re.sub(r"\d+", lambda number: link(number[0], numbered.get(number[0])), match[3])
        return link(f"{match[1]} {match[2]}", numbered.get(match[2])) + rest

    def experiment_link(match: re.Match[str]) -> str:
        return link(f"{match[1]} {match[2]}", named.get(f"{match[1]} {match[2]}".lower()))

    pieces = PROSE_OR_CODE.split(text)
    for place in range(0, len(pieces), 3):  # every third piece is prose; then code, then its fence
        lines = pieces[place].split("\n")
        for number, line in enumerate(lines):
            if not line.startswith("#"):
                lines[number] = EXPERIMENT.sub(experiment_link, SECTIONS.sub(section_links, line))
        pieces[place] = "\n".join(lines)
    return "".join(piece for place, piece in enumerate(pieces) if piece and place % 3 != 2)


def slug(heading: str) -> str:
    """The anchor that MyST gives a heading, which is GitHub's."""
    plain = re.sub(r"[^\w\- ]", "", heading.lower().replace("`", ""))
    return plain.strip().replace(" ", "-")


def expand(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put the notebook's sections into a page that names a notebook in its front matter."""
    front = re.match(r"---\n(.*?)\n---\n", source[0], re.DOTALL)
    module = yaml.safe_load(front[1]).get("notebook") if front else None
    if module is None:
        return
    notebook = read(
        Path(app.config.course_root) / "modules" / module / f"{module.split('_', 1)[1]}.ipynb"
    )

    def section(block: re.Match[str]) -> str:
        try:
            return take(notebook, block["heading"].strip(), _options(block["options"]))
        except ExtensionError as error:
            raise ExtensionError(f"{docname}: {error}") from None

    source[0] = link_sections(BLOCK.sub(section, source[0]))


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_config_value("course_root", "", "env")
    app.connect("source-read", expand)
    return {"parallel_read_safe": True}
