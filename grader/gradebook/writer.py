"""Write graded submissions in groups: their scores in one transaction, each notebook in one step.

If this process is killed, a rerun finds either no outcome record, and grades the submission again,
or a complete one. The order is, for a group: remove the old records, replace the notebooks, commit
the scores, write the records. Only then is a submission reported as graded.
"""

import time
import warnings
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from nbgrader.api import Gradebook
from sqlalchemy.exc import OperationalError, SAWarning, StatementError

from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.outcome import Outcome, Result, Verdict
from grader.course.term import Course
from grader.course.text import first_line
from grader.gradebook.scores import ScoreTables
from grader.gradebook.verdicts import make_table

GROUP = 64  # results that are saved in one transaction
AT_A_TIME = 4  # notebooks that are flushed to the disk at a time
OLDEST = 1.0  # seconds that a result may wait for others, if more of them come

# Errors for values that cannot be stored, unlike those of a disk or a server.
CANNOT_BE_KEPT = (ValueError, TypeError, RecursionError, StatementError)


class GradebookWriter:
    """Writes graded submissions of one module to the gradebook and to the term's folders."""

    def __init__(self, course: Course, module: Module, gradebook: Gradebook) -> None:
        self._course, self._module = course, module
        make_table(gradebook)
        self._db = gradebook.db
        self._tables = ScoreTables(course, module, gradebook)
        self._waiting: list[Result] = []
        self._oldest = 0.0  # when the first of them was added
        # The queries above have begun a transaction, which would stay open until the first save.
        self._db.rollback()
        _sweep(course.verdict("x", module).parent, ".*.json.*")

    def add(self, result: Result) -> list[Outcome]:
        """Take a result; return the outcomes that have been saved with it, if the group is due."""
        if not self._waiting:
            self._oldest = time.monotonic()
        self._waiting.append(result)
        due = len(self._waiting) >= GROUP or time.monotonic() - self._oldest >= OLDEST
        return self.flush() if due else []

    def flush(self) -> list[Outcome]:
        """Save what has been added; return the outcomes that are saved."""
        results, self._waiting = self._waiting, []
        return self.save(results) if results else []

    def save(self, results: Sequence[Result]) -> list[Outcome]:
        """Save graded submissions of different students; return the outcomes that are saved.

        A result with values that cannot be stored becomes `ungraded`; errors of the system are
        raised.
        """
        try:
            self._write(results)
            return [result.outcome for result in results]
        # A subclass of StatementError that comes from the disk or the server.
        except OperationalError:
            raise
        except CANNOT_BE_KEPT as error:
            if len(results) > 1:  # one of them must not cost the others their scores
                return [outcome for result in results for outcome in self.save([result])]
            notes = [first_line(f"cannot be saved: {error}", 300)]
            changes = {"verdict": Verdict.UNGRADED, "notes": notes, "fingerprint": "", "said": {}}
            blank = results[0].outcome.model_copy(update=changes)
        self._write([Result(blank)])
        return [blank]

    def _write(self, results: Sequence[Result]) -> None:
        records = [self._course.verdict(each.outcome.student, self._module) for each in results]
        for record in records:
            record.unlink(missing_ok=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)
            try:
                # The disk takes several at a time, while the scores are entered. No thread is left
                # when this process forks the next worker.
                with ThreadPoolExecutor(min(AT_A_TIME, len(results))) as pool:
                    notebooks = [pool.submit(self._replace_notebook, each) for each in results]
                    self._tables.enter(results)
                for notebook in notebooks:
                    notebook.result()
                self._db.commit()
            except BaseException:
                self._db.rollback()
                raise
            finally:
                self._db.remove()
        for result, record in zip(results, records, strict=True):
            result.outcome.save(record)

    def _replace_notebook(self, result: Result) -> None:
        folder = self._course.autograded(result.outcome.student, self._module)
        path = folder / f"{self._module.name}.ipynb"
        if result.notebook is None:
            path.unlink(missing_ok=True)  # the notebook of an earlier submission
            return
        if folder.is_dir():
            _sweep(folder, f".{path.name}.*")
        # Read-only, as nbgrader leaves graded notebooks.
        # Flushed before the scores are committed, so that no crash leaves scores without a
        # notebook.
        write_text(path, result.notebook, mode=0o444, durable=True)


def _sweep(folder: Path, pattern: str) -> None:
    """Remove temporary files of a killed run; the module's lock keeps other writers away."""
    for path in folder.glob(pattern):
        path.unlink()
