"""Read a submission as data and restore its notebook after the release, before anything runs."""

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.intake import Refusal, Submission, read_submission
from grader.submissions.rebuild import rebuild
from workbench.cells import grade_id, grading

KEPT = ("nbgrader", "tags")  # the metadata of a cell that is used; rebuilding takes it anew


@dataclass(frozen=True)
class ReferenceCell:
    """A graded or locked cell as the gradebook holds it."""

    kind: str
    locked: bool
    checksum: str
    source: str
    points: float | None


def reference_cells(course: Course, module: Module) -> dict[str, ReferenceCell]:
    """grade_id -> the graded or locked cell in the gradebook."""
    with course.gradebook() as gradebook:
        notebook = gradebook.find_notebook(module.name, module.id)
        scored = [*notebook.grade_cells, *notebook.task_cells]
        points = {cell.name: float(cell.max_score) for cell in scored}
        return {
            cell.name: ReferenceCell(
                cell.cell_type, cell.locked, cell.checksum, cell.source, points.get(cell.name)
            )
            for cell in notebook.source_cells
        }


def read_restored(
    course: Course, module: Module, student: str, release: NotebookNode,
    references: Mapping[str, ReferenceCell],
) -> Submission | Refusal:  # fmt: skip
    """What `student` handed in, its notebook restored, or why it cannot be graded."""
    found = read_submission(course, student, module)
    if isinstance(found, Refusal):
        return found
    notebook = found.notebook
    notes = found.notes + rebuild(notebook, release)
    seen: set[str] = set()
    for number, cell in enumerate(notebook.cells):
        known = cell["metadata"]
        if known.keys() - KEPT:
            cell["metadata"] = NotebookNode({key: known[key] for key in KEPT if key in known})
        _restore_cell(cell, references)
        cell["id"] = _unique_id(cell.get("id"), number, seen)
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    notebook.metadata = NotebookNode({"tinytorch": {"notes": notes}})
    if "kernelspec" in release.metadata:
        notebook.metadata["kernelspec"] = copy.deepcopy(release.metadata.kernelspec)
    return found


def _restore_cell(cell: NotebookNode, references: Mapping[str, ReferenceCell]) -> None:
    """Restore a graded or locked cell from its reference; of an answer only the text stays."""
    name = grade_id(cell)
    if name is None:
        return
    reference = references.get(name)
    if reference is None:
        del cell.metadata["nbgrader"]  # no cell of the release has this name
        return
    cell["cell_type"] = reference.kind
    if reference.kind != "code":
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
    metadata = {
        **grading(cell), "locked": reference.locked, "checksum": reference.checksum,
        "cell_type": reference.kind,
    }  # fmt: skip
    if metadata.get("grade") and reference.points is not None:
        metadata["points"] = reference.points
    cell["metadata"]["nbgrader"] = NotebookNode(metadata)
    if reference.locked:
        cell["source"] = reference.source


def _unique_id(name: object, number: int, seen: set[str]) -> str:
    """The id of a cell if it is valid and no other cell has it; otherwise a new one."""
    valid = (
        isinstance(name, str) and re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", name) and name not in seen
    )
    chosen = str(name) if valid else f"cell-{number}"
    while chosen in seen:
        chosen += "-x"
    seen.add(chosen)
    return chosen
