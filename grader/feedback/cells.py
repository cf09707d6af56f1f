"""The cells of a redacted notebook as HTML."""

import re
from dataclasses import dataclass, field

from markupsafe import Markup, escape
from nbconvert.filters import ansi2html
from nbformat.notebooknode import NotebookNode

from grader.feedback.budget import PageBudget
from grader.feedback.findings import Finding
from grader.feedback.highlight import highlighted
from grader.feedback.markup import to_html
from grader.gradebook.read_scores import Score, Scores
from workbench.cells import grade_id, grading, is_answer

FOLD = re.compile(r"^<details>\s*<summary>([^<\n]{1,200})</summary>", re.MULTILINE)
FOLD_END = re.compile(r"^</details>[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Cell:
    """A cell as the page shows it.

    Args:
        index: its position, which links use.
        kind: `text`, `code`, `answer` (the student's), `given` or `test`.
        html: its source.
        outputs: what it printed and drew.
        finding, score: of a test or a written answer.
    """

    index: int
    kind: str
    html: Markup
    outputs: list[Markup] = field(default_factory=list)
    finding: Finding | None = None
    score: Score | None = None


def cells_of(
    notebook: NotebookNode, findings: dict[int, Finding], scores: Scores, budget: PageBudget
) -> list[Cell]:
    """Return all cells of a notebook that `SanitizeOutputs` and `Redact` have treated."""
    return [
        _cell(index, cell, findings.get(index), scores, budget)
        for index, cell in enumerate(notebook.cells)
    ]


def markdown(text: str, budget: PageBudget) -> Markup:
    """Return Markdown as HTML."""
    return Markup(to_html(text, budget=budget))  # sanitized by the renderer


def _cell(
    index: int, cell: NotebookNode, finding: Finding | None, scores: Scores, budget: PageBudget
) -> Cell:
    score = scores.cells.get(grade_id(cell) or "")
    if cell.cell_type == "markdown":
        html = to_html(_unfolded(cell.source), cell.get("attachments"), budget)
        return Cell(index, "answer" if is_answer(cell) else "text", Markup(html), score=score)
    kind = _kind(cell, finding)
    # The course's own code has no colours, which would make every page larger by a fifth.
    coloured = kind in ("answer", "test")
    source = highlighted(cell.source, budget) if coloured else f"<pre>{escape(cell.source)}</pre>"
    return Cell(
        index,
        kind,
        Markup(source),
        [html for output in cell.outputs for html in _output(output)],
        finding,
        score,
    )


def _unfolded(text: str) -> str:
    """Return Markdown with folded hints as paragraphs: HTML in it is shown as it was typed."""
    return FOLD_END.sub("", FOLD.sub(r"**\1.** ", text))


def _kind(cell: NotebookNode, finding: Finding | None) -> str:
    if finding is not None:
        return "test"
    if is_answer(cell):
        return "answer"
    return "given" if grading(cell).get("locked") else "code"


def _output(output: NotebookNode) -> list[Markup]:
    """Return the parts of one output; it has text and pictures only."""
    if output.output_type == "stream":
        return [_text(output.text)]
    if output.output_type == "error":
        return [_text("\n".join(output.traceback))]
    pictures = [kind for kind in ("image/png", "image/jpeg") if kind in output.data]
    if pictures:
        kind = pictures[0]
        source = f"data:{kind};base64,{''.join(output.data[kind].split())}"
        return [Markup('<img src="{}" alt="Picture that this cell drew">').format(source)]
    return [_text(output.data["text/plain"])] if "text/plain" in output.data else []


def _text(text: str) -> Markup:
    return Markup(f"<pre>{ansi2html(text)}</pre>")  # which escapes the text
