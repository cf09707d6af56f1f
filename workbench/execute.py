"""nbgrader's Execute with time limits: a cell that does not end costs only its own results.

A cell that runs too long is interrupted. If it goes on even then (a bare `except` in an endless
loop, a long computation in C, a program that it started), its kernel is restarted, and the cells
above are run again without that cell.
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

from workbench.cells import is_run, is_test

TIMEOUT = "CellTimeoutError"  # nbgrader's name for the error of a cell that timed out


class ExecuteWithin(Execute):
    """Execute with a limit for each cell, `timeout`, and one for all, `whole`; in seconds."""

    timeout: int
    whole: float = float("inf")

    def time_is_left(self) -> bool:
        """Whether another cell may be run."""
        return time.monotonic() < self._end

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run all cells of `nb` in a new kernel; the time starts now."""
        self._cells, self._cell_limit = nb.cells, self.timeout
        self._end = time.monotonic() + self.whole
        self._runaway: set[int] = set()  # ids of the cells that ended with their kernel
        return super().preprocess(nb, resources, km)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run a cell, if there is time left."""
        if is_run(cell) and not self._run(cell, resources, index):
            self._restart(resources, index)
        return cell, resources

    def _run(self, cell: NotebookNode, resources: ResourcesDict, index: int) -> bool:
        """Run a cell. Return whether the kernel can still be used."""
        if not self.time_is_left():
            why = f"not run: the cells above took longer than the {self.whole:g} s allowed"
            cell.outputs = [timeout_output(why)]
            return True
        # At least 1: nbclient takes a timeout of 0 for none.
        self.timeout = max(1, int(min(self._cell_limit, self._end - time.monotonic())))
        try:
            super().preprocess_cell(cell, resources, index)
        except CellTimeoutError:  # it was interrupted, and goes on
            cell.outputs.append(timeout_output(""))
            self._runaway.add(id(cell))
            return False
        return True

    def _restart(self, resources: ResourcesDict, index: int) -> None:
        """Restart the kernel and run the cells before `index` again, without tests and runaways."""
        done = False
        # A cell may run away only this time; each round leaves out one more, so the loop ends.
        while not done and self.time_is_left():
            self._restart_kernel()
            done = all(self._run_again(number, resources) for number in range(index))

    def _run_again(self, number: int, resources: ResourcesDict) -> bool:
        cell = self._cells[number]
        # Tests keep the results that they have.
        if not is_run(cell) or is_test(cell) or id(cell) in self._runaway:
            return True
        # A copy, so that the outputs of the first run stay.
        usable = self._run(copy.deepcopy(cell), resources, number)
        self._cells[number] = cell  # nbclient has put the copy there
        if not usable:
            self._runaway.add(id(cell))
        return usable

    def _restart_kernel(self) -> None:
        assert self.km is not None and self.kc is not None
        wait: Callable[[Any], Any] = run_sync(ensure_async)
        self.kc.stop_channels()
        wait(self.km.restart_kernel(now=True))
        self.start_new_kernel_client()


def timeout_output(why: str) -> NotebookNode:
    """The output of a cell that timed out."""
    return new_output("error", ename=TIMEOUT, evalue=why, traceback=[f"{TIMEOUT}: {why}"])
