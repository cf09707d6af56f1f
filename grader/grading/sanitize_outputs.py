"""Keep text and images of the outputs of student cells, nothing that a browser would run."""

from nbformat.notebooknode import NotebookNode

from workbench.parse import is_picture
from workbench.text import valid

# HTML and SVG may contain scripts.
SHOWN = ("text/plain", "image/png", "image/jpeg")


def safe_outputs(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """The outputs without scripts, styles and invalid text; all are changed in place."""
    kept = []
    for output in outputs:
        if output.output_type in ("display_data", "execute_result"):
            data = {kind: _text(output.data[kind]) for kind in SHOWN if kind in output.data}
            # Student code chooses the type, so the content is checked too.
            data = {
                kind: text
                for kind, text in data.items()
                if kind == "text/plain" or is_picture(text.strip())
            }
            if not data:
                continue
            output.data, output.metadata = NotebookNode(data), NotebookNode()
        elif output.output_type == "stream":
            output.text = _text(output.text)
        elif output.output_type == "error":
            output.ename, output.evalue = _text(output.ename), _text(output.evalue)
            output.traceback = [_text(line) for line in output.traceback]
        kept.append(output)
    return kept


def _text(value: object) -> str:
    # nbformat allows a list of lines for a text.
    return valid("".join(map(str, value)) if isinstance(value, list) else str(value))
