"""Sanitize a notebook for a page: keep text and pictures, in an amount that a browser can show."""

import html

from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output

from grader.feedback.budget import PageBudget
from grader.grading.sanitize_outputs import safe_outputs
from workbench.text import valid

# The form grader's templates print these without escaping.
NAMES = ("student", "first_name", "last_name", "notebook_path", "filename")


class SanitizeOutputs(Preprocessor):
    """nbconvert preprocessor for every page made from a student's notebook."""

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Cut the notebook to the page's budget and escape the names."""
        budget = resources["budget"] = PageBudget()
        # The course's own cells come first, so that added cells leave room for tests and answers.
        cells = sorted(nb.cells, key=lambda cell: "nbgrader" not in cell.metadata)
        for cell in cells:
            cell.source = budget.cut(valid(cell.source))
            if cell.cell_type == "raw":  # nbconvert would print it as HTML
                cell.cell_type, cell.source = "markdown", _quoted(cell.source)
        # After all sources, so that outputs leave room for the text of every cell.
        for cell in cells:
            if cell.cell_type == "code":
                cell.outputs = _within(cell.outputs, budget)
        # nbconvert would write the state of widgets into the page, in a script element.
        nb.metadata.pop("widgets", None)
        for key in NAMES:
            if isinstance(resources.get(key), str):
                resources[key] = html.escape(resources[key])
        return nb, resources


def _within(outputs: list[NotebookNode], budget: PageBudget) -> list[NotebookNode]:
    """Return the outputs of a cell that fit into the budget, each cut if it is too long."""
    most = budget.outputs(len(outputs))
    kept = [_short(output, budget) for output in safe_outputs(outputs[:most])]
    if most < len(outputs):
        text = f"[{len(outputs) - most:,} more outputs are left out]"
        kept.append(new_output("stream", name="stdout", text=text))
    return kept


def _short(output: NotebookNode, budget: PageBudget) -> NotebookNode:
    if output.output_type == "stream":
        output.text = budget.cut(output.text)
    elif output.output_type == "error":
        output.traceback = budget.cut("\n".join(output.traceback)).split("\n")
    else:
        for kind in output.data.keys() - {"text/plain"}:
            if not budget.picture(output.data[kind]):
                # Base64 has four characters for three bytes.
                size = len(output.data.pop(kind)) * 3 / 4 / 2**20
                output.data["text/plain"] = f"[a picture of {size:.1f} MB is left out]"
        if "text/plain" in output.data:
            output.data["text/plain"] = budget.cut(output.data["text/plain"])
    return output


def _quoted(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
