"""Convert the outputs that a student process reports, without anything that a browser would run."""

from typing import Any

from nbformat.notebooknode import NotebookNode

from workbench.parse import is_picture

MAX_OUTPUTS = 1000  # of one cell; also lines of a traceback


def length(made: NotebookNode) -> int:
    """How many characters an output holds."""
    texts = [made.get("text", ""), made.get("evalue", ""), *made.get("traceback", [])]
    return sum(map(len, [*texts, *made.get("data", {}).values()]))


def output(kind: str, **fields: Any) -> NotebookNode:
    """An output of a notebook. nbformat's own function validates each one, which takes 1 ms."""
    if kind in ("execute_result", "display_data"):
        fields["metadata"] = NotebookNode()
    if kind == "execute_result":
        fields["execution_count"] = None
    return NotebookNode(output_type=kind, **{key: _node(value) for key, value in fields.items()})


def _node(value: Any) -> Any:
    return NotebookNode(value) if type(value) is dict else value


def clean(reported: Any) -> list[NotebookNode]:
    """The outputs in `reported` that are of a known form; the rest is dropped."""
    if not isinstance(reported, list):
        return []
    return [made for each in reported[:MAX_OUTPUTS] if (made := _clean(each)) is not None]


def _clean(each: Any) -> NotebookNode | None:
    match each:
        case {"output_type": "stream", "text": str(text)}:
            return output("stream", name="stdout", text=printable(text))
        case {
            "output_type": "error", "ename": str(name), "evalue": str(message),
            "traceback": list(lines),
        }:  # fmt: skip
            shown = [printable(line) for line in lines[:MAX_OUTPUTS] if isinstance(line, str)]
            name, message = printable(name)[:100], printable(message)
            return output("error", ename=name, evalue=message, traceback=shown)
        case {"output_type": "display_data" | "execute_result" as kind, "data": dict(data)}:
            plain, picture = data.get("text/plain"), data.get("image/png")
            kept = {"text/plain": printable(plain)} if isinstance(plain, str) else {}
            if is_picture(picture):
                kept["image/png"] = picture
            return output(kind, data=kept)
    return None


def printable(text: str) -> str:
    """`text` without NUL characters, which some databases refuse."""
    return text.replace("\x00", "")
