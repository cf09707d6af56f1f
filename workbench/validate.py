"""Run a notebook as grading does: same limits, same package; a warning is not an error.

nbgrader's *Validate* button and `python -m workbench check` both use this module, so they report
the same.
"""

import copy
import html
import os
from pathlib import Path
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import ClearOutput
from nbgrader.validator import Validator

from workbench.assignment import ROOT, Assignment, assignment_of
from workbench.commands import startup_line
from workbench.errors import UserError
from workbench.execute import TIMEOUT, ExecuteWithin

# Errors whose message is written for students, and needs no type name in front.
READABLE_ERRORS = ("CheckFailed", "NotImplementedError", TIMEOUT)


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
                output.evalue = f"it did not come to an end in {self.timeout} s"
        return cell, resources


class VisibleValidator(Validator):
    """nbgrader's Validator; for a module's notebook it reports what `check` reports."""

    def validate(self, filename: str) -> dict[str, list[dict[str, str]]]:
        """The failed tests, as nbgrader's dialog takes them.

        `source` is the name of the task, `error` the message as HTML.
        """
        from workbench.check import make_report
        from workbench.load import load

        assignment = assignment_of(ROOT, Path(filename))
        # Another notebook, such as one of the student's own: nbgrader's own check.
        if assignment is None or assignment.notebook != Path(filename).resolve():
            result: dict[str, list[dict[str, str]]] = super().validate(filename)
            return result
        try:
            work = load(assignment)
            report = make_report(assignment, work)
        except UserError as error:
            return {"failed": [_entry("The notebook", str(error))]}
        failed = [
            _entry(report.tasks.get(test, test), message) for test, message in report.failed.items()
        ]
        if failed and report.cell_errors:
            failed.append(
                _entry("Other cells that ended with an error", "\n".join(report.cell_errors))
            )
        if failed and work.notes:
            failed.append(_entry("Repaired before the run, as grading does", "\n".join(work.notes)))
        return {"failed": failed} if failed else {}


def _entry(source: str, message: str) -> dict[str, str]:
    # The dialog shows `error` as HTML, and a message may contain the student's text.
    error = html.escape(message)
    return {"source": source, "error": error, "raw_traceback": "", "raw_error": message}


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


def error_of(cell: NotebookNode) -> NotebookNode | None:
    """The error that a cell ended with, None if there is none; a timeout counts first."""
    # A cell that timed out also has the KeyboardInterrupt with which it was stopped.
    errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
    return next(
        (error for error in errors if error.ename == TIMEOUT), errors[0] if errors else None
    )
