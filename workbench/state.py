"""The state of a repair: the student's notebook, the release, and which cell matches which."""

from dataclasses import dataclass, field

from nbformat.notebooknode import NotebookNode

from workbench.cells import label

Notes = dict[str, list[str]]  # what was repaired -> the grade_ids of the cells


@dataclass
class RepairState:
    """What the steps of a repair read and change.

    Args:
        cells: the student's cells, in their order; the list is changed in place.
        released: the cells of the release.
        matched: index of a released cell -> the student's cell that matches it.
        notes: what was repaired.
    """

    cells: list[NotebookNode]
    released: list[NotebookNode]
    matched: dict[int, NotebookNode] = field(default_factory=dict)
    notes: Notes = field(default_factory=dict)

    def note(self, what: str, cell: NotebookNode) -> None:
        """Record that `what` was done to the released cell `cell`."""
        name = label(cell)
        if name not in self.notes.setdefault(what, []):
            self.notes[what].append(name)

    def unmatched(self) -> list[NotebookNode]:
        """The student's cells that match no released cell."""
        # By identity: two cells of equal content are still two cells.
        taken = {id(cell) for cell in self.matched.values()}
        return [cell for cell in self.cells if id(cell) not in taken]

    def position(self, cell: NotebookNode) -> int:
        """The index of a student's cell."""
        return next(number for number, other in enumerate(self.cells) if other is cell)

    def gap(self, index: int) -> list[NotebookNode]:
        """The unmatched cells between the matched neighbours of the released cell `index`."""
        before = max((known for known in self.matched if known < index), default=None)
        after = min((known for known in self.matched if known > index), default=None)
        begin = 0 if before is None else self.position(self.matched[before]) + 1
        end = len(self.cells) if after is None else self.position(self.matched[after])
        unmatched = {id(cell) for cell in self.unmatched()}
        return [cell for cell in self.cells[begin:end] if id(cell) in unmatched]

    def remove(self, cell: NotebookNode) -> None:
        """Remove a student's cell."""
        del self.cells[self.position(cell)]
