"""nbgrader's *Validate* button: for a module's notebook it reports what `check` reports."""

import html
from pathlib import Path

from nbgrader.validator import Validator

from workbench.assignment import ROOT, assignment_of
from workbench.check import make_report
from workbench.errors import UserError
from workbench.load import load


class VisibleValidator(Validator):
    """nbgrader's Validator; for a module's notebook it reports what `check` reports."""

    def validate(self, filename: str) -> dict[str, list[dict[str, str]]]:
        """The failed tests, as nbgrader's dialog takes them.

        `source` is the name of the task, `error` the message as HTML.
        """
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
