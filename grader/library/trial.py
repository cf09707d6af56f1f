"""Run a module's test cells in this process, on the reference or on an answer of the library.

No student code runs here, so nothing is isolated and a module's whole library takes seconds.
`grader check` uses it to find comparisons that cannot work; `grader proof` also runs the same
answers through the real grading.
"""

import contextlib
import os
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import exercise_cells, read
from grader.course.term import Course
from grader.library.book import make_book
from grader.library.comparisons import BookOracle, use
from tinytorch.book import Answer, Cell, facts, quiet
from tinytorch.compare import Call, Setting, setting
from tinytorch.outcomes import compiled
from workbench.cells import grade_id, is_test


@dataclass
class Recorder(BookOracle):
    """An oracle that records every comparison."""

    calls: list[Call] = field(default_factory=list)

    def expected(self, call: Call) -> list[Any]:
        """Record the call; return the outcomes of the reference."""
        self.calls.append(call)
        return self.book.expected(call)


@dataclass
class Trial:
    """The result of running one test cell: its comparisons, and the error that ended it, if any."""

    calls: list[Call]
    error: Exception | None = None

    def line(self) -> int:
        """Return the line of the test cell that raised the error."""
        frames = traceback.extract_tb(self.error.__traceback__ if self.error else None)
        return next(
            (
                frame.lineno or 0
                for frame in reversed(frames)
                # The name that `run` gives the cell; the error may be raised in a function below.
                if frame.filename.startswith("<test ")
            ),
            0,
        )


class Trials:
    """A module's test cells, ready to run."""

    def __init__(self, course: Course, module: Module) -> None:
        notebook = read(course.source(module))
        self.book = make_book(course, module, notebook)
        self.cells: dict[str, NotebookNode] = {
            grade_id(cell) or "": cell for _, cell in exercise_cells(notebook) if is_test(cell)
        }

    def tests(self, exercise: str) -> list[str]:
        """Return the names of an exercise's test cells."""
        return [test for test in self.cells if self.book.tasks[test][0] == exercise]

    def run(self, test: str, code: str = "", seed: int = 0) -> Trial:
        """Run a test cell with `code` in place of the exercise's solution.

        Args:
            test: the cell's grade_id.
            code: an answer to the exercise; empty for the reference.
            seed: the submission's seed, from which the test draws its inputs.
        """
        exercise = self.book.tasks[test][0]
        source = self.cells[test].source
        answer = Answer("", "", code)

        def student(given: Sequence[str], probe: str, inputs: list[tuple[Any, ...]]) -> list[Any]:
            call = Call(test, 0, probe, inputs, 0.0, 0.0)
            # Another seed than the recorder's, as a student draws other random numbers than the
            # reference: a comparison must hold all the same.
            return (
                self.book.outcomes(call, answer, seed=1)
                if code
                else self.book.expected(call, seed=1)
            )

        recorder = Recorder(self.book)
        trial = Trial(recorder.calls)
        with _settings(Setting(recorder, student), seed), quiet():
            try:
                needed = self.book.needed(*sorted(facts(source).uses), exercise=exercise, code=code)
                exec(compile(source, f"<test {test}>", "exec"), _names(needed))
            # Any error: a failed comparison is a result of a trial like every other.
            except Exception as error:
                trial.error = error
        return trial

    def wrong(self, test: str) -> list[Answer]:
        """Return the wrong answers to a test's exercise."""
        return self.book.answers.get(self.book.tasks[test][0], [])


@contextlib.contextmanager
def _settings(chosen: Setting, seed: int) -> Iterator[None]:
    # Oracle and seed are global to the process: they are put back for whatever runs next.
    before, before_seed = Setting(setting.oracle, setting.run), os.environ.get("TINYTORCH_SEED")
    use(chosen)
    os.environ["TINYTORCH_SEED"] = str(seed)
    try:
        yield
    finally:
        use(before)
        if before_seed is None:
            del os.environ["TINYTORCH_SEED"]
        else:
            os.environ["TINYTORCH_SEED"] = before_seed


def _names(cells: list[Cell]) -> dict[str, Any]:
    """Return the names that these cells define; a failing cell keeps what it has defined so far."""
    # As in a notebook's kernel.
    names: dict[str, Any] = {"__name__": "__main__"}
    for cell in cells:
        with contextlib.suppress(Exception):
            exec(compiled(cell.source), names)
    return names
