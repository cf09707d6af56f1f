"""Run a notebook as grading does: the same limits, the package that it is graded with, warnings no errors.

nbgrader's *Validate* button and `python -m workbench check` both use what is here, so they say the same.
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

from workbench.commands import startup_line
from workbench.errors import Trouble
from workbench.execute import TIMEOUT, ExecuteWithin
from workbench.place import ROOT, Assignment, module_of

OWN_WORDS = (
    "CheckFailed",
    "NotImplementedError",
    TIMEOUT,
)  # errors whose message is written for a student


class ExecuteAsGraded(ExecuteWithin):
    """nbgrader's Execute with what the course's grading adds to it; without an assignment it is nbgrader's."""

    assignment: Assignment | None = None

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        self.kernel_name = "python3"  # whatever the place is called where the notebook was saved
        self.extra_arguments = [
            f"--IPKernelApp.exec_lines=[{startup_line()!r}]",
            "--HistoryManager.hist_file=:memory:",
            "--IPKernelApp.log_level=ERROR",
        ]
        self.shutdown_kernel = "immediate"
        if self.assignment is not None:
            self.timeout, self.whole = (
                self.assignment.cell_seconds,
                self.assignment.submission_seconds,
            )
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
    """nbgrader's Validator, which says of a module's notebook what `check` says."""

    def validate(self, filename: str) -> dict[str, list[dict[str, str]]]:
        """The failed tests: `source` is the name of the task, `error` the message, in HTML as the dialog takes it."""
        from workbench.check import look
        from workbench.opened import opened

        assignment = module_of(ROOT, Path(filename))
        if assignment is None or assignment.notebook != Path(filename).resolve():
            result: dict[str, list[dict[str, str]]] = super().validate(filename)
            return result
        try:
            work = opened(assignment)
            report = look(assignment, work)
        except Trouble as trouble:
            return {"failed": [_said("The notebook", str(trouble))]}
        failed = [
            _said(report.tasks.get(test, test), message) for test, message in report.failed.items()
        ]
        if failed and report.broken:
            failed.append(_said("Other cells that ended with an error", "\n".join(report.broken)))
        if failed and work.notes:
            failed.append(
                _said("Repaired before it was run, as grading does it", "\n".join(work.notes))
            )
        return {"failed": failed} if failed else {}


def _said(place: str, message: str) -> dict[str, str]:
    return {
        "source": place,
        "error": html.escape(message),
        "raw_traceback": "",
        "raw_error": message,
    }


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
    return next(
        (error for error in errors if error.ename == TIMEOUT), errors[0] if errors else None
    )
