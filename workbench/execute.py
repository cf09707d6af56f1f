"""nbgrader's Execute, with which a cell that does not come to an end costs its own results and nothing else.

A cell that runs too long is interrupted. One that goes on even then (a bare `except` in an endless loop, a long
computation in C, a program that was started) ends with its kernel: a fresh kernel runs what was run before, without
that cell.
"""

import copy
import time
from collections.abc import Callable
from typing import Any

from jupyter_core.utils import ensure_async, run_sync
from nbclient.exceptions import CellTimeoutError
from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute

TIMEOUT = (
    "CellTimeoutError"  # the name that nbgrader gives to the error of a cell that ran out of time
)

SKIPPED = "skip-execution"  # nbclient's own tag for a cell that it passes over


class ExecuteWithin(Execute):
    """Execute within a time for each cell, `timeout`, and one for all of them, `whole`; both in seconds."""

    timeout: int
    whole: float = float("inf")

    def time_is_left(self) -> bool:
        """Whether another cell may be run."""
        return time.monotonic() < self._end

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        self._cells, self._each = nb.cells, self.timeout
        self._end = time.monotonic() + self.whole
        self._runaway: set[int] = set()  # ids of the cells that ended with their kernel
        return super().preprocess(nb, resources, km)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run a cell, if there is time left."""
        if _may_be_run(cell) and not self._is_run(cell, resources, index):
            self._begin_anew(resources, index)
        return cell, resources

    def _is_run(self, cell: NotebookNode, resources: ResourcesDict, index: int) -> bool:
        """Run a cell; whether the kernel can go on after it."""
        if not self.time_is_left():
            cell.outputs = [
                late(f"not run: the cells above took longer than the {self.whole:g} s allowed")
            ]
            return True
        self.timeout = max(1, int(min(self._each, self._end - time.monotonic())))
        try:
            super().preprocess_cell(cell, resources, index)
        except CellTimeoutError:  # it was interrupted, and goes on
            cell.outputs.append(late(""))
            self._runaway.add(id(cell))
            return False
        return True

    def _begin_anew(self, resources: ResourcesDict, index: int) -> None:
        """Start the kernel again, and run the cells before `index` that are no tests and came to their end."""
        ended = False
        while not ended and self.time_is_left():
            self._start_kernel_again()
            ended = all(self._is_run_again(place, resources) for place in range(index))

    def _is_run_again(self, place: int, resources: ResourcesDict) -> bool:
        cell = self._cells[place]
        if not _may_be_run(cell) or is_test(cell) or id(cell) in self._runaway:
            return True
        fine = self._is_run(copy.deepcopy(cell), resources, place)
        self._cells[place] = cell  # nbclient has put the copy there
        if not fine:
            self._runaway.add(id(cell))
        return fine

    def _start_kernel_again(self) -> None:
        assert self.km is not None and self.kc is not None
        wait: Callable[[Any], Any] = run_sync(ensure_async)
        self.kc.stop_channels()
        wait(self.km.restart_kernel(now=True))
        self.start_new_kernel_client()


def _may_be_run(cell: NotebookNode) -> bool:
    return (
        cell.cell_type == "code"
        and bool(cell.source.strip())
        and SKIPPED not in cell.metadata.get("tags", [])
    )


def is_test(cell: NotebookNode) -> bool:
    """Whether a cell is a test: it gives points and is no answer."""
    mark = cell.metadata.get("nbgrader", {})
    return bool(mark.get("grade")) and not mark.get("solution")


def late(why: str) -> NotebookNode:
    """The output of a cell that has run out of time."""
    return new_output("error", ename=TIMEOUT, evalue=why, traceback=[f"{TIMEOUT}: {why}"])
