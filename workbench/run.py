"""Run a notebook as grading does: same limits, same package; a warning is not an error."""

import copy
import os
from pathlib import Path
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import ClearOutput

from workbench.assignment import Assignment
from workbench.commands import startup_line
from workbench.execute import TIMEOUT, ExecuteWithin


class ExecuteAsGraded(ExecuteWithin):
    """nbgrader's Execute with what the course's grading adds; `assignment` sets its limits."""

    assignment: Assignment | None = None

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run all cells of `nb` in a new kernel."""
        self.kernel_name = "python3"  # the notebook may name a kernel of another computer
        self.extra_arguments = [
            f"--IPKernelApp.exec_lines=[{startup_line()!r}]",
            "--HistoryManager.hist_file=:memory:",
            "--IPKernelApp.log_level=ERROR",
        ]
        self.shutdown_kernel = "immediate"
        if self.assignment is not None:
            self.timeout = self.assignment.cell_seconds
            self.whole = self.assignment.submission_seconds
        return super().preprocess(nb, resources, km)

    def setup_kernel(self, **kwargs: Any) -> Any:
        """Start a kernel that imports the package of the release, not the student's export."""
        environment = {**os.environ, "MPLBACKEND": "Agg", "PYTHONNOUSERSITE": "1"}
        if self.assignment is not None:
            environment["PYTHONPATH"] = str(self.assignment.given)
        return super().setup_kernel(env=environment, **kwargs)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run a cell, and keep its warnings from counting as errors."""
        cell, resources = super().preprocess_cell(cell, resources, index)
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                output.name = "stdout"  # nbgrader takes any text on stderr for a failed test
            if output.get("ename") == TIMEOUT and not output.evalue:
                output.evalue = f"it did not finish in {self.timeout} s"
        return cell, resources


def run_as_graded(assignment: Assignment, notebook: NotebookNode) -> NotebookNode:
    """A copy of `notebook`, run from top to bottom.

    Raises:
        Exception: whatever Jupyter raises for a kernel that does not start, or dies.
    """
    book = copy.deepcopy(notebook)
    executor = ExecuteAsGraded()
    executor.assignment = assignment
    book, _ = ClearOutput().preprocess(book, ResourcesDict())
    # The kernel starts in the working directory; cells may open files beside the notebook.
    before = Path.cwd()
    os.chdir(assignment.notebook.parent)
    try:
        book, _ = executor.preprocess(book, ResourcesDict())
    finally:
        os.chdir(before)
    return book
