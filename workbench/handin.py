"""The verb `hand-in`: check the notebook, write the file to upload and a receipt for it."""

from datetime import datetime

from workbench.assignment import Assignment
from workbench.check import make_report, repair_lines, report_lines
from workbench.errors import UserError
from workbench.keep import keep
from workbench.load import StudentNotebook, load
from workbench.notebook import without_outputs, write_bytes
from workbench.receipt import receipt_text


def hand_in(assignment: Assignment) -> int:
    """Write `handed-in/<name>.ipynb` and its receipt.

    Incomplete work is handed in too; the receipt lists what is missing.

    Raises:
        UserError: if there is no readable notebook of this module; then nothing is written.
    """
    work = load(assignment)
    content, notes = _file(assignment, work.content)
    saved = datetime.fromtimestamp(assignment.notebook.stat().st_mtime)
    print(f"Checking {assignment.notebook.name} as saved at {saved:%H:%M} ...", flush=True)
    notes += _findings(assignment, work)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    target = assignment.root / "handed-in" / assignment.notebook.name
    receipt = target.with_name(f"{assignment.name}-receipt.txt")
    # An earlier hand-in may be the one that was uploaded, so it is kept with its receipt.
    for earlier in (target, receipt):
        keep(earlier, assignment.kept)
    write_bytes(target, content)
    write_bytes(
        receipt, receipt_text(assignment.id, target.name, content, now, notes).encode("utf-8")
    )
    # The receipt names these bytes, so check that the disk has them.
    if target.read_bytes() != content:
        raise UserError(f"{target} was not written correctly: check the disk and hand in again.")
    print(receipt.read_text(encoding="utf-8"))
    print(f"Upload this file: {target}")
    return 0


def _file(assignment: Assignment, content: bytes) -> tuple[bytes, list[str]]:
    """The bytes to hand in, and notes: without outputs if the file is too large for grading."""
    limit = assignment.notebook_megabytes * 1024 * 1024
    if len(content) <= limit:
        return content, []
    smaller = without_outputs(content)
    # Grading refuses a larger file, so the student reads it now.
    if len(smaller) > limit:
        raise UserError(
            f"{assignment.notebook.name} is larger than {assignment.notebook_megabytes} MB even "
            "without its outputs: remove the pictures or data that were pasted into it."
        )
    return smaller, ["The outputs were left out: with them the file is too large for grading."]


def _findings(assignment: Assignment, work: StudentNotebook) -> list[str]:
    """What the student should know about the notebook, one line each."""
    try:
        report = make_report(assignment, work)
        found = [report.summary, report.hidden_note, *report_lines(report), *report.progress]
    except UserError as error:  # work that cannot be run is handed in all the same
        found = [str(error)]
    found += repair_lines(work)
    pattern = f"_{assignment.name}.new*.ipynb"
    newer = sorted(path.name for path in assignment.notebook.parent.glob(pattern))
    if newer:
        found.append(f"There is a newer release beside your notebook: {newer[-1]}.")
    return found
