"""Outputs as the student's side reports them, made into a notebook's, with nothing in them that a browser would run."""

from typing import Any

from nbformat.notebooknode import NotebookNode

from workbench.parse import is_picture

MOST = 1000  # outputs of one cell


def length(made: NotebookNode) -> int:
    """How many characters an output holds."""
    return sum(len(text) for text in (made.get("text", ""), made.get("evalue", ""))) + sum(
        len(text) for text in [*made.get("traceback", []), *made.get("data", {}).values()]
    )


def output(kind: str, **fields: Any) -> NotebookNode:
    """An output of a notebook. nbformat's own maker holds each against its schema, which takes a millisecond."""
    if kind in ("execute_result", "display_data"):
        fields["metadata"] = NotebookNode()
    if kind == "execute_result":
        fields["execution_count"] = None
    return NotebookNode(output_type=kind, **{key: _node(value) for key, value in fields.items()})


def _node(value: Any) -> Any:
    return NotebookNode(value) if type(value) is dict else value


def clean(reported: Any) -> list[NotebookNode]:
    """The outputs in `reported` that are of a known form; what the student's side claims beyond that is dropped."""
    if not isinstance(reported, list):
        return []
    return [made for each in reported[:MOST] if (made := _clean(each)) is not None]


def _clean(each: Any) -> NotebookNode | None:
    match each:
        case {"output_type": "stream", "text": str(text)}:
            return output("stream", name="stdout", text=printable(text))
        case {
            "output_type": "error",
            "ename": str(name),
            "evalue": str(message),
            "traceback": list(lines),
        }:
            shown = [printable(line) for line in lines[:MOST] if isinstance(line, str)]
            return output(
                "error", ename=printable(name)[:100], evalue=printable(message), traceback=shown
            )
        case {"output_type": "display_data" | "execute_result" as kind, "data": dict(data)}:
            kept = (
                {"text/plain": printable(data["text/plain"])}
                if isinstance(data.get("text/plain"), str)
                else {}
            )
            picture = data.get("image/png")
            if is_picture(picture):
                kept["image/png"] = picture
            return output(kind, data=kept)
    return None


def printable(text: str) -> str:
    """`text`, which is valid Unicode since it was read, as any notebook and any database can hold it."""
    return text.replace("\x00", "")
