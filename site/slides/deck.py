"""A deck's text and its module's notebook, made into one notebook and run.

A deck is a notebook written as text (MyST), of four kinds of cells:

- a Markdown cell that begins with a heading starts a slide; others follow on the same one;
- a Markdown cell with `minutes` holds the speaker's notes of its slide and says how long to stay on it;
- a Markdown cell with `step` appears at the next key press;
- a code cell with `from` runs the cell under that heading of the module's notebook. It shows nothing, or with
  `lines: n` the first n lines that it prints. A code cell of the deck's own shows its result; its code is never shown.

In Markdown, `{= expression:format}` is worked out by the kernel at that place, and `{rows} "heading": label; label` are
rows of the table under a heading of the notebook; `(columns 1, 3)` at the end of the line takes some columns only.
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
    """The deck's notebook, with everything that it takes from the module in place, not run yet.

    Raises:
        NotThere: if the deck asks for a heading, block, row or cell that the module does not have.
    """
    deck = jupytext.reads(text, fmt="md:myst")
    deck.metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
    }
    cells: list[NotebookNode] = []
    for cell in deck.cells:
        if cell.cell_type == "code":
            if "from" in cell.metadata:
                cell.source = parts.cell(cell.metadata["from"], cell.metadata.get("number", 1))
            if all(
                before.cell_type == "code" for before in cells
            ):  # what is set up before the first slide
                cell.metadata["slideshow"] = NotebookNode(slide_type="skip")
        else:
            _mark(cell, cells)
            cell.source = ROWS.sub(
                lambda m: parts.table(m[1], m[2].split("; "), _numbers(m[3])), cell.source
            )
            if expressions := NUMBER.findall(cell.source):
                values = ", ".join(f"f'''{{{expression}}}'''" for expression in expressions)
                cells.append(new_code_cell(f"[{values}]", metadata={"numbers": True}))
        cells.append(cell)
    deck.cells = cells
    return deck


def _numbers(text: str | None) -> list[int]:
    return [int(number) for number in text.split(",")] if text else []


def _mark(cell: NotebookNode, before: list[NotebookNode]) -> None:
    """Give a Markdown cell nbconvert's slide type, and its slide the time that the notes say."""
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
    """Run the deck's cells in a kernel and put the numbers into its text.

    Args:
        deck: what `compose` made.
        path: the entries of PYTHONPATH that the kernel gets, for the package and for `show`.

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
        if (
            os.name == "posix"
        ):  # sockets in a folder of their own, which nobody else on the machine can read
            manager = client.create_kernel_manager()
            manager.transport, manager.ip = "ipc", f"{home}/kernel"
        client.execute(env=environment)
    cells: list[NotebookNode] = []
    values: list[str] = []
    for cell in deck.cells:
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
    """`text` with its expressions replaced by their values, one after the other."""
    rest = iter(values)
    return NUMBER.sub(lambda _: next(rest), text)


def shown(cell: NotebookNode) -> list[NotebookNode]:
    """The outputs of a cell that belong on the slide."""
    if "from" not in cell.metadata:
        return [output for output in cell.outputs if output.get("name") != "stderr"]
    text = "".join(output.text for output in cell.outputs if output.get("name") == "stdout")
    lines = text.splitlines()[: cell.metadata.get("lines", 0)]
    return (
        [NotebookNode(output_type="stream", name="stdout", text="\n".join(lines))] if lines else []
    )
