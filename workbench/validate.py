"""Run a notebook as grading does: the same limits, the package that it is graded with, warnings no errors.

nbgrader's *Validate* button and `python -m workbench check` both use what is here, so they say the same.
"""

import copy
import os
from pathlib import Path
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import CheckCellMetadata, ClearOutput
from nbgrader.validator import Validator

from workbench.execute import TIMEOUT, ExecuteWithin
from workbench.notebook import is_visible_test, mark
from workbench.place import ROOT, Assignment, module_of

OWN_WORDS = ("CheckFailed", "NotImplementedError", TIMEOUT)  # errors whose message is written for a student


class ExecuteAsGraded(ExecuteWithin):
    """nbgrader's Execute with what the course's grading adds to it; without an assignment it is nbgrader's."""

    assignment: Assignment | None = None

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        self.kernel_name = "python3"  # whatever the place is called where the notebook was saved
        self.extra_arguments = ["--HistoryManager.hist_file=:memory:", "--IPKernelApp.log_level=ERROR"]
        self.shutdown_kernel = "immediate"
        if self.assignment is not None:
            self.timeout, self.whole = self.assignment.cell_seconds, self.assignment.submission_seconds
        return super().preprocess(nb, resources, km)

    def setup_kernel(self, **kwargs: Any) -> Any:
        environment = {**os.environ, "MPLBACKEND": "Agg", "PYTHONNOUSERSITE": "1"}
        if self.assignment is not None:
            environment["PYTHONPATH"] = str(self.assignment.given)
        return super().setup_kernel(env=environment, **kwargs)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        cell, resources = super().preprocess_cell(cell, resources, index)
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                output.name = "stdout"  # nbgrader takes any text on stderr for a failed test; a warning is none
            if output.get("ename") == TIMEOUT and not output.evalue:
                output.evalue = f"it did not come to an end in {self.timeout} s"
        return cell, resources


class VisibleValidator(Validator):
    """nbgrader's Validator, running a module's notebook as grading does."""

    def validate(self, filename: str) -> dict[str, list[dict[str, str]]]:
        assignment = module_of(ROOT, Path(filename))

        class ExecuteThis(ExecuteAsGraded):
            pass

        ExecuteThis.assignment = assignment
        self.preprocessors = [CheckCellMetadata, ClearOutput, ExecuteThis]
        result: dict[str, list[dict[str, str]]] = super().validate(filename)
        return result

    def _extract_error(self, cell: NotebookNode) -> str:
        """A test's own words without the traceback to them; of another error, nbgrader's account of it."""
        error = error_of(cell)
        if error is not None and error.evalue and error.ename in OWN_WORDS:
            return str(error.evalue)
        return str(super()._extract_error(cell))

    def _get_failed_cells(self, nb: NotebookNode) -> list[NotebookNode]:
        """The tests that fail; an answer in words that is still to be written is no failed test."""
        return [cell for cell in super()._get_failed_cells(nb) if not mark(cell).get("solution")]


def run(assignment: Assignment, notebook: NotebookNode) -> NotebookNode:
    """A copy of `notebook`, run from top to bottom.

    A missing kernel or one that dies raises what Jupyter raises for it.
    """
    book = copy.deepcopy(notebook)
    executor = ExecuteAsGraded()
    executor.assignment = assignment
    book, _ = ClearOutput().preprocess(book, ResourcesDict())
    there = Path.cwd()
    os.chdir(assignment.notebook.parent)
    try:
        book, _ = executor.preprocess(book, ResourcesDict())
    finally:
        os.chdir(there)
    return book


def error_of(cell: NotebookNode) -> NotebookNode | None:
    """The error that a cell ended with; of a cell that was stopped that it was stopped, not how."""
    errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
    return next((error for error in errors if error.ename == TIMEOUT), errors[0] if errors else None)


def failed_tests(book: NotebookNode) -> list[NotebookNode]:
    """The visible tests of a notebook that was run, as far as they did not pass."""
    return [cell for cell in book.cells if is_visible_test(cell) and error_of(cell) is not None]
