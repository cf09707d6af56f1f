"""Build a deck: combine its text with parts of the module's notebook, and run its cells.

A deck is a notebook in text form (MyST). Its cells:

- A Markdown cell that begins with a heading starts a slide; others continue it.
- A Markdown cell with `minutes` has the speaker's notes of its slide and the time to spend on it.
- A Markdown cell with `step` appears at the next key press.
- A code cell with `from` runs the cell under that heading of the module's notebook. It shows
  nothing, or with `lines: n` the first n lines of its output.
- Another code cell shows its result. Code is never shown.

In Markdown, `{= expression:format}` is replaced by the value that the kernel computes at that
point. `{rows} "heading": label; label` is replaced by rows of the table under a heading of the
notebook; `(columns 1, 3)` at the end of the line selects columns.
"""

import ast
import os
import re
import tempfile
from pathlib import Path

import jupytext
from nbclient import NotebookClient
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell
from parts import Parts

HERE = Path(__file__).resolve().parent
NUMBER = re.compile(r"\{=\s*([^{}]+)\}")
ROWS = re.compile(r'^\{rows\} "(.+)": (.+?)(?: \(columns ([\d, ]+)\))?$', re.MULTILINE)


def compose(text: str, parts: Parts) -> NotebookNode:
    """The deck's notebook, with the parts of the module in place, not run yet.

    Args:
        text: the deck, in MyST.
        parts: the parts of the module's notebook.

    Raises:
        MissingPart: if the module does not have a heading, row or cell that the deck names.
    """
    deck = jupytext.reads(text, fmt="md:myst")
    deck.metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
    }
    cells: list[NotebookNode] = []
    for cell in deck.cells:
        if cell.cell_type == "code":
            if "from" in cell.metadata:  # the deck has no copy of the notebook's code
                cell.source = parts.cell(cell.metadata["from"], cell.metadata.get("number", 1))
            # Set-up before the first slide must not become an empty one.
            if all(before.cell_type == "code" for before in cells):
                cell.metadata["slideshow"] = NotebookNode(slide_type="skip")
        else:
            _set_slide_type(cell, cells)
            cell.source = ROWS.sub(
                lambda m: parts.table(m[1], m[2].split("; "), _numbers(m[3])), cell.source
            )
            if expressions := NUMBER.findall(cell.source):
                # The kernel formats them in a cell above this one; `run` moves them into the text.
                values = ", ".join(f"f'''{{{expression}}}'''" for expression in expressions)
                cells.append(new_code_cell(f"[{values}]", metadata={"numbers": True}))
        cells.append(cell)
    deck.cells = cells
    return deck


def _numbers(text: str | None) -> list[int]:
    return [int(number) for number in text.split(",")] if text else []


def _set_slide_type(cell: NotebookNode, before: list[NotebookNode]) -> None:
    """Give a Markdown cell nbconvert's slide type, and its slide the time in the notes."""
    if "minutes" in cell.metadata:
        kind = "notes"
        start = next(
            c
            for c in reversed(before)
            if c.metadata.get("slideshow", {}).get("slide_type") == "slide"
        )
        start.metadata.slideshow["data"] = {"timing": round(60 * cell.metadata["minutes"])}
    elif "step" in cell.metadata:
        kind = "fragment"
    else:
        kind = "slide" if cell.source.startswith("#") else "-"
    cell.metadata["slideshow"] = NotebookNode(slide_type=kind)


def run(deck: NotebookNode, path: str) -> NotebookNode:
    """Run the deck's cells in a kernel and fill the numbers into its text.

    Args:
        deck: the result of `compose`; it is changed.
        path: the kernel's PYTHONPATH, with the folders of the package and of `show`.

    Raises:
        CellExecutionError: if a cell fails.
    """
    environment = os.environ | {
        "PYTHONPATH": path,
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    with tempfile.TemporaryDirectory(prefix="slides-") as home:
        client = NotebookClient(deck, timeout=120, kernel_name="python3")
        if os.name == "posix":
            # Unix sockets in a private folder: no other user of the machine can connect to them.
            manager = client.create_kernel_manager()
            manager.transport, manager.ip = "ipc", f"{home}/kernel"
        client.execute(env=environment)
    cells: list[NotebookNode] = []
    values: list[str] = []
    for cell in deck.cells:
        # A cell of numbers belongs to the Markdown cell below it and is not shown.
        if cell.metadata.get("numbers"):
            values = ast.literal_eval(cell.outputs[0].data["text/plain"])
            continue
        if cell.cell_type == "markdown":
            cell.source = _filled(cell.source, values)
            values = []
        else:
            cell.outputs = shown(cell)
        cells.append(cell)
    deck.cells = cells
    return deck


def _filled(text: str, values: list[str]) -> str:
    """`text` with its expressions replaced by `values`, in their order."""
    rest = iter(values)
    return NUMBER.sub(lambda _: next(rest), text)


def shown(cell: NotebookNode) -> list[NotebookNode]:
    """The outputs of a cell that its slide shows."""
    if "from" not in cell.metadata:
        # Warnings are for whoever builds the deck.
        return [output for output in cell.outputs if output.get("name") != "stderr"]
    text = "".join(output.text for output in cell.outputs if output.get("name") == "stdout")
    lines = text.splitlines()[: cell.metadata.get("lines", 0)]
    return (
        [NotebookNode(output_type="stream", name="stdout", text="\n".join(lines))] if lines else []
    )
