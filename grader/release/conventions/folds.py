"""What a notebook shows at first: code that only supports it is folded."""

from collections.abc import Iterator

from nbformat.notebooknode import NotebookNode

from grader.course.notebook import HIDDEN_BEGIN, is_hidden
from grader.release.conventions.found import Found, numbered
from workbench.cells import grade_id, is_answer

COLUMNS = 90  # of the lines that a hidden test leaves in a release


def folds(notebook: NotebookNode) -> Iterator[Found]:
    """Visible checks, probes and plots are folded; solutions and hidden tests are not."""
    for number, cell in numbered(notebook):
        folded = bool(cell.metadata.get("jupyter", {}).get("source_hidden"))
        if is_answer(cell) or is_hidden(cell):
            if folded:
                yield Found(number, 0, "must be open: take source_hidden out of its metadata.")
        elif _supports(cell) and not folded:
            how = 'collapse its code in JupyterLab, or write jupyter={"source_hidden": true}'
            yield Found(number, 0, f"must be folded: {how}.")


def _supports(cell: NotebookNode) -> bool:
    """Whether students run a cell and need not read it: a visible check, its probes, a plot."""
    name = grade_id(cell) or ""
    plot = cell.cell_type == "code" and "plt.show()" in cell.source
    # By name: probes are given cells, and other given cells may be open.
    return name.startswith("check-") or name.endswith("-probes") or plot


def width(notebook: NotebookNode) -> Iterator[Found]:
    """What a hidden test leaves in a release fits without scrolling."""
    for number, cell in numbered(notebook):
        # nbgrader removes the rest, so only the lines above the marker are seen.
        shown = cell.source.partition(HIDDEN_BEGIN)[0] if is_hidden(cell) else ""
        for line, text in enumerate(shown.split("\n"), start=1):
            if len(text) > COLUMNS:
                what = f"has {len(text)} characters, {COLUMNS} at most: go on in a line '# ...'."
                yield Found(number, line, what)
