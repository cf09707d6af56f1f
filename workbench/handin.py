"""The verb `hand-in`: look the notebook over, write the one file to upload, and a receipt for it."""

from datetime import datetime
from pathlib import Path

from workbench.check import look, repaired, told
from workbench.errors import Trouble
from workbench.keep import keep
from workbench.notebook import without_outputs, write_bytes
from workbench.opened import Opened, opened
from workbench.place import Assignment
from workbench.receipt import written


def hand_in(assignment: Assignment) -> int:
    """Write `handed-in/<name>.ipynb` and its receipt. Work that is not complete is handed in as well, and told.

    Raises:
        Trouble: if there is no notebook of this module that could be read; then nothing is written.
    """
    work = opened(assignment)
    content, notes = _file(assignment, work.content)
    saved = datetime.fromtimestamp(assignment.notebook.stat().st_mtime)
    print(f"Checking {assignment.notebook.name} as it was saved at {saved:%H:%M} ...", flush=True)
    notes += _findings(assignment, work)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    target = assignment.root / "handed-in" / assignment.notebook.name
    receipt = target.with_name(f"{assignment.name}-receipt.txt")
    for earlier in (target, receipt):
        keep(earlier, assignment.kept)
    write_bytes(target, content)
    write_bytes(receipt, written(assignment.id, target.name, content, now, notes).encode("utf-8"))
    if target.read_bytes() != content:
        raise Trouble(
            f"{target} does not hold what was written to it: see to the disk, and hand in again."
        )
    print(receipt.read_text(encoding="utf-8"))
    print(f"Upload this file: {target}")
    return 0


def _file(assignment: Assignment, content: bytes) -> tuple[bytes, list[str]]:
    """The bytes to hand in: the file as it is, or without its outputs if it is larger than grading takes."""
    limit = assignment.notebook_megabytes * 1024 * 1024
    if len(content) <= limit:
        return content, []
    smaller = without_outputs(content)
    if len(smaller) > limit:
        raise Trouble(
            f"{assignment.notebook.name} has more than {assignment.notebook_megabytes} MB without its outputs too: "
            "remove the pictures or data that were pasted into it."
        )
    return smaller, [
        "The outputs were left out of the file: with them it would be larger than grading takes."
    ]


def _findings(assignment: Assignment, work: Opened) -> list[str]:
    """What a person should know about the notebook, in lines."""
    try:
        report = look(assignment, work)
        found = [report.verdict, report.rest, *told(report)]
    except Trouble as trouble:
        found = [str(trouble)]
    found += repaired(work)
    newer = sorted(
        Path(path).name
        for path in assignment.notebook.parent.glob(f"_{assignment.name}.new*.ipynb")
    )
    if newer:
        found.append(f"There is a newer release beside your notebook: {newer[-1]}.")
    return found
