"""The block ```{notebook} Heading```: a section of the module's source notebook, in a page.

The section reaches to the next heading of the same or a higher level. Its prose is copied, and
MyST-NB runs its code cells. Tasks, graded cells and solutions are never copied. Options:

    :only:             the section without its subsections
    :without-diagrams: drop the text diagrams, if the page has drawings
    :draw: name words  replace the text diagram with these words by a drawing of drawing.py
    :drop: words       drop the paragraph that begins with these words
    :alt: text         the description of the section's picture; one line for each picture

What follows "Predict first" is folded, so that readers predict before they see the result. The
code of a plot is folded too. "section 5" and "Experiment 2" become links to the headings of the
page, which keep the notebook's numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from nbformat.notebooknode import NotebookNode
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from grader.course.notebook import read
from workbench.cells import grading

BLOCK = re.compile(r"^```\{notebook\} (?P<heading>.+)\n(?P<options>(?::.*\n)*)```$", re.MULTILINE)
HEADING = re.compile(r"^(#+) (.+)$")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$\n?", re.MULTILINE | re.DOTALL)
PROSE_OR_CODE = re.compile(r"(^(`{3,}).*?^\2`*$|`[^`\n]+`)", re.MULTILINE | re.DOTALL)
# "sections 5, 6 and 7", but not "section 2.2", which is another page's or a paper's.
SECTIONS = re.compile(r"\b([Ss]ections?) (\d+)((?:(?:, | and | to )\d+)*)\b(?!\.\d)")
# Not before a colon: that is the heading itself.
EXPERIMENT = re.compile(r"\b([Ee]xperiment|[Ee]rror)\s(\d)\b(?!:)")
LONG = 20  # lines; a longer cell is folded
PREDICT = "**Predict first.**"
# Raw HTML, since a fold must be able to contain code cells, which a directive cannot.
FOLD = """```{raw} html
<details class="happened"><summary>Show what happened</summary>
```"""
UNFOLD = """```{raw} html
</details>
```"""


@dataclass
class Section:
    """A heading of the notebook and its text and code cells, up to the next heading."""

    level: int
    heading: str
    parts: list[str | NotebookNode] = field(default_factory=list)


def sections(notebook: NotebookNode) -> list[Section]:
    """The public part of a notebook: all prose, and the code cells without grading."""
    found = [Section(0, "")]
    for cell in notebook.cells:
        if grading(cell):  # tasks, tests and given cells
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
    """Split a Markdown cell at its headings: (level, heading, text below it).

    Text above the first heading has the level 0 and an empty heading.
    """
    level, heading, lines, fenced = 0, "", list[str](), False
    for line in source.split("\n"):
        fenced ^= line.startswith("```")  # in code, # begins a comment
        found = None if fenced else HEADING.match(line)
        if found:
            yield level, heading, "\n".join(lines)
            level, heading, lines = len(found[1]), found[2], []
        else:
            lines.append(line)
    yield level, heading, "\n".join(lines)


def extract(notebook: NotebookNode, heading: str, options: dict[str, list[str]]) -> str:
    """The MyST text of one section of the notebook.

    Raises:
        ExtensionError: if not exactly one section has that heading, or an option does not apply.
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
    """The subsections at the beginning of `following`, without the tasks."""
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
        elif not part.source.startswith("#|"):  # the reference shows exported code
            parts.append(_code_cell(part.source, alts))
        if isinstance(part, str) and PREDICT in part and not folded:
            parts.append(FOLD)
            folded = True
    return "\n\n".join([*parts, UNFOLD] if folded else parts)


def _fenced(block: re.Match[str], without_diagrams: bool, drawings: dict[str, str]) -> str:
    """A fenced block; one without a language is a diagram or a formula, and not highlighted.

    Args:
        block: the match of FENCED.
        without_diagrams: drop diagrams.
        drawings: words -> the drawing for the diagram with these words; a used one is removed.
    """
    if block[1] not in ("", "text"):
        return block[0]
    # Each drawing is used once, so that a page with a diagram too few is noticed.
    for words in drawings:
        if words in block[2]:
            return f"```{{draw}} {drawings.pop(words)}\n```\n"
    return "" if without_diagrams else f"```text\n{block[2]}```\n"


def _code_cell(source: str, alts: Iterator[str]) -> str:
    metadata: dict[str, object] = {}
    # The point of a plot is the plot, not the code.
    if source.count("\n") >= LONG or "plt.show()" in source:
        metadata["tags"] = ["hide-input"]
    if "plt.show()" in source:
        alt = next(alts, None)
        if alt is None:
            raise ExtensionError(f"A picture has no `:alt:` text: {source[:60]!r} ...")
        metadata["mystnb"] = {"image": {"alt": alt}}
    options = f"---\n{yaml.safe_dump(metadata, width=1000)}---\n" if metadata else ""
    # Four backticks: the code may contain three.
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
    """Link "section 5" and "Experiment 2" in prose to the headings with these numbers."""
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
    # Splitting at two groups gives prose, code and the code's fence in turn.
    for place in range(0, len(pieces), 3):
        lines = pieces[place].split("\n")
        for number, line in enumerate(lines):
            if not line.startswith("#"):  # no links in headings: they become anchors
                lines[number] = EXPERIMENT.sub(experiment_link, SECTIONS.sub(section_links, line))
        pieces[place] = "\n".join(lines)
    return "".join(piece for place, piece in enumerate(pieces) if piece and place % 3 != 2)


def slug(heading: str) -> str:
    """The anchor that MyST gives a heading; GitHub uses the same rule."""
    plain = re.sub(r"[^\w\- ]", "", heading.lower().replace("`", ""))
    return plain.strip().replace(" ", "-")


def expand(app: Sphinx, docname: str, source: list[str]) -> None:
    """Replace the blocks of a page whose front matter has `notebook: 03_layers`."""
    front = re.match(r"---\n(.*?)\n---\n", source[0], re.DOTALL)
    module = yaml.safe_load(front[1]).get("notebook") if front else None
    if module is None:
        return
    notebook = read(
        Path(app.config.course_root) / "modules" / module / f"{module.split('_', 1)[1]}.ipynb"
    )

    def section(block: re.Match[str]) -> str:
        try:
            return extract(notebook, block["heading"].strip(), _options(block["options"]))
        except ExtensionError as error:
            raise ExtensionError(f"{docname}: {error}") from None

    source[0] = link_sections(BLOCK.sub(section, source[0]))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the step, which runs on a page's Markdown."""
    app.add_config_value("course_root", "", "env")
    app.connect("source-read", expand)
    return {"parallel_read_safe": True}
