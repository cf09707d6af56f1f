"""Bring a submitted notebook back to the shape of its release, before anything in it counts.

Notebooks lose things on their way: metadata in an editor, a test cell under a careless key, order in a paste. What a
student wrote is kept where it stands; whatever decides about grading comes from the release.
"""

import copy
from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

from grader.exercises import NOT_GRADED, grade_id, grading, is_answer, read

Notes = dict[str, list[str]]  # what was repaired -> the grade_ids of the cells


class Rebuild(NbGraderPreprocessor):
    """nbgrader preprocessor, the first when a submission is sanitized; its notes stay in the notebook's metadata."""

    release_directory = Unicode(help="Where the released notebooks lie.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        names = resources["nbgrader"]
        release = read(Path(self.release_directory) / names["assignment"] / f"{names['notebook']}.ipynb")
        notes = rebuild(nb, release)
        nb.metadata["tinytorch"] = {"notes": notes}
        return nb, resources


def rebuild(submitted: NotebookNode, release: NotebookNode) -> list[str]:
    """Repair `submitted` in place after `release` and say what was repaired."""
    notes: Notes = {}
    matched = _match(submitted, release, notes)
    for cell in submitted.cells:
        cell["metadata"].pop("nbgrader", None)
        cell["metadata"].pop("tags", None)
    for index, cell in matched.items():
        _restore(cell, release.cells[index])
    experiments = {cell.source for cell in release.cells if NOT_GRADED in cell["metadata"].get("tags", [])}
    for cell in submitted.cells:
        if cell["source"] in experiments and grade_id(cell) is None:  # a test cell is run whatever stands in it
            cell.metadata["tags"] = [NOT_GRADED]
    _add_missing(submitted, release, matched, notes)
    return [f"{what}: {', '.join(names)}" for what, names in notes.items()]


def _match(submitted: NotebookNode, release: NotebookNode, notes: Notes) -> dict[int, NotebookNode]:
    """Release index -> the submitted cell that stands for it: by grade_id, where several claim it by cell id too."""
    by_name: dict[str, list[NotebookNode]] = {}
    by_id: dict[str, NotebookNode] = {}
    for cell in submitted.cells:
        by_id.setdefault(cell.get("id", ""), cell)
        if name := grade_id(cell):
            by_name.setdefault(name, []).append(cell)
    names = {grade_id(cell) for cell in release.cells}
    matched: dict[int, NotebookNode] = {}
    for index, original in enumerate(release.cells):
        name = grade_id(original)
        same_id = by_id.get(original["id"])
        if same_id is not None and grade_id(same_id) in names - {name, None}:
            same_id = None  # it has come by another cell's id, and stands for the cell that it names
        claims = by_name.get(name, []) if name else []
        if name and len(claims) > 1:
            notes.setdefault("pasted more than once, the original counts", []).append(name)
        if same_id is not None and (not claims or any(cell is same_id for cell in claims)):
            matched[index] = same_id
        elif claims:
            matched[index] = claims[-1]
        if name and not claims and same_id is not None:
            notes.setdefault("had lost its grading metadata, restored", []).append(name)
    return matched


def _restore(cell: NotebookNode, original: NotebookNode) -> None:
    """Give a submitted cell the metadata of its original."""
    known, metadata = original["metadata"], cell["metadata"]
    if "nbgrader" in known:
        metadata["nbgrader"] = NotebookNode(grading(original))
    if "tags" in known:
        metadata["tags"] = list(known["tags"])


def _add_missing(
    submitted: NotebookNode, release: NotebookNode, matched: dict[int, NotebookNode], notes: Notes
) -> None:
    """Put back the given, test and written-answer cells that are gone, each after what stood before it.

    A solution cell is not put back: its stub would undo what the student may have written elsewhere. Where nothing that
    stood before is left, a cell goes to the end, after all that the student wrote.
    """
    for index, original in enumerate(release.cells):
        name = grade_id(original)
        if index in matched or name is None:
            continue
        if is_answer(original) and not grading(original).get("grade"):
            notes.setdefault("solution cell missing", []).append(name)
            continue
        added = copy.deepcopy(original)
        before = max((known for known in matched if known < index), default=None)
        place = len(submitted.cells)
        if before is not None:
            place = next(i for i, cell in enumerate(submitted.cells) if cell is matched[before]) + 1
        submitted.cells.insert(place, added)
        matched[index] = added
        notes.setdefault("cell missing, put back", []).append(name)
