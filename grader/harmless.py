"""What a notebook may bring to a page: text and pictures, in an amount that a browser can show."""

import html

from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbformat.notebooknode import NotebookNode

from workbench.parse import is_picture

LONGEST = 100_000  # characters of a text on a page
SHOWN = ("text/plain", "image/png", "image/jpeg")
NAMES = ("student", "first_name", "last_name", "notebook_path", "filename")  # what the form grader prints as it is


class Harmless(Preprocessor):
    """nbconvert preprocessor for every page that is made of a student's notebook."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        for cell in nb.cells:
            cell.source = _cut(cell.source)
            if cell.cell_type == "raw":  # nbconvert would print it as HTML
                cell.cell_type, cell.source = "markdown", _quoted(cell.source)
            if cell.cell_type == "code":
                cell.outputs = [_short(output) for output in harmless(cell.outputs)]
        nb.metadata.pop("widgets", None)
        for key in NAMES:
            if isinstance(resources.get(key), str):
                resources[key] = html.escape(resources[key])
        return nb, resources


def harmless(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Outputs without anything that a browser would run or that would change how the page looks."""
    kept = []
    for output in outputs:
        if output.output_type in ("display_data", "execute_result"):
            data = {kind: _text(output.data[kind]) for kind in SHOWN if kind in output.data}
            data = {kind: text for kind, text in data.items() if kind == "text/plain" or is_picture(text.strip())}
            if not data:
                continue
            output.data, output.metadata = NotebookNode(data), NotebookNode()
        kept.append(output)
    return kept


def _text(value: object) -> str:
    return "".join(map(str, value)) if isinstance(value, list) else str(value)


def _short(output: NotebookNode) -> NotebookNode:
    if output.output_type == "stream":
        output.text = _cut(output.text)
    elif output.output_type == "error":
        output.traceback = _cut("\n".join(output.traceback)).split("\n")
    elif "text/plain" in output.data:
        output.data["text/plain"] = _cut(output.data["text/plain"])
    return output


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}\n[cut here: there are {len(text):,} characters]"


def _quoted(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
