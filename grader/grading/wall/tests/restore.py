"""A submission is data until it is in the jail: read it, and bring it back to the shape of its release."""

import copy
import re

from nbformat.notebooknode import NotebookNode

from grader.course.notebook import grade_id, grading
from grader.grading.wall.tests.compiled import Exam, Master
from grader.submissions.intake import Refusal, Submission, read_submission
from grader.submissions.rebuild import rebuild

KEPT = (
    "nbgrader",
    "tags",
)  # a cell's metadata that anything depends on; rebuilding takes it from the release


def submitted(exam: Exam, student: str) -> Submission | Refusal:
    """What `student` handed in, its notebook rebuilt after the release, or why it cannot be graded."""
    found = read_submission(exam.course, student, exam.module)
    if isinstance(found, Refusal):
        return found
    notebook = found.notebook
    notes = found.notes + rebuild(notebook, exam.release)
    seen: set[str] = set()
    for number, cell in enumerate(notebook.cells):
        known = cell["metadata"]
        if known.keys() - KEPT:
            cell["metadata"] = NotebookNode({key: known[key] for key in KEPT if key in known})
        _restore(cell, exam.masters)
        cell["id"] = _unused(cell.get("id"), number, seen)
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    notebook.metadata = NotebookNode({"tinytorch": {"notes": notes}})
    if "kernelspec" in exam.release.metadata:
        notebook.metadata["kernelspec"] = copy.deepcopy(exam.release.metadata.kernelspec)
    return found


def _restore(cell: NotebookNode, masters: dict[str, Master]) -> None:
    """Make of a graded or locked cell what the gradebook says it is; only answers stay a student's."""
    name = grade_id(cell)
    if name is None:
        return
    master = masters.get(name)
    if master is None:
        del cell.metadata["nbgrader"]
        return
    cell["cell_type"] = master.kind
    if master.kind != "code":
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
    mark = {
        **grading(cell),
        "locked": master.locked,
        "checksum": master.checksum,
        "cell_type": master.kind,
    }
    if mark.get("grade") and master.points is not None:
        mark["points"] = master.points
    cell["metadata"]["nbgrader"] = NotebookNode(mark)
    if master.locked:
        cell["source"] = master.source


def _unused(name: object, number: int, seen: set[str]) -> str:
    """A cell's id: its own if it is a good one and nobody else's."""
    good = isinstance(name, str) and re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", name) and name not in seen
    chosen = str(name) if good else f"cell-{number}"
    while chosen in seen:
        chosen += "-x"
    seen.add(chosen)
    return chosen
