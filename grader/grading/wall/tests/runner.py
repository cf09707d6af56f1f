"""The grader's side: runs a rebuilt notebook in its order, the student's cells over there and the tests here."""

import contextlib
import hashlib
import io
import random
import signal
import socket
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from types import FrameType
from typing import Any

import numpy as np
from nbformat.notebooknode import NotebookNode

from grader.course.notebook import exercise_cells, grade_id, grading, is_answer, is_run
from grader.grading.wall.tests.client import OutOfTime, Remote, StudentGone
from grader.grading.wall.tests.compiled import Exam, Test
from grader.grading.wall.tests.error_source import told
from grader.grading.wall.tests.namespace import Namespace
from grader.grading.wall.tests.outputs import clean, length, output
from grader.grading.wall.tests.proxies import Handle
from grader.library.comparisons import plan, use
from tinytorch.compare import Setting
from workbench.execute import TIMEOUT

CELL_TEXT = 1_000_000  # characters that one cell may put out
ALL_TEXT = 10_000_000  # and all of them together
PART = 4 * 1024 * 1024  # bytes of a file that cross at a time
# seconds that an answer may take beyond its time, for the student's side to stop what it runs
GRACE = 1.5


class NotStarted(Exception):
    """The student's side did not come up; nothing of the student's has run yet, so it is no fault of theirs."""


class Judge:
    """Runs one submission; afterwards the notebook holds the outputs."""

    def __init__(
        self, exam: Exam, notebook: NotebookNode, wire: socket.socket, seed: int, there: int,
        another: Callable[[], socket.socket],
    ) -> None:  # fmt: skip
        """Make a judge.

        Args:
            exam, notebook: the tests, and the submission as it was rebuilt.
            wire: leads to the student's side.
            seed: for the tests.
            there: for the student's side; neither tells the other.
            another: gives the wire to a fresh process, where the one that there is does not end a
                cell.
        """
        self.exam, self.notebook, self.remote = exam, notebook, Remote(wire)
        self._wire, self._another, self._files = wire, another, dict[str, bytes]()
        self._runaway: set[int] = (
            set()
        )  # ids of the cells that could only be ended with their process
        self.seed, self.there, self._left = seed, there, ALL_TEXT
        self.said: dict[str, str] = {}
        self.too_much: list[str] = []
        self._out_of_time: set[str] = set()
        self._restored: set[str] = set()  # helpers that nothing but tests has run after
        self._end = time.monotonic() + exam.limits.submission_seconds
        signal.signal(signal.SIGALRM, self._alarm)

    def _alarm(self, number: int, frame: FrameType | None) -> None:
        raise OutOfTime

    def run(self, files: Mapping[str, bytes] | None = None) -> None:
        """Put `files` into the scratch, run every cell that a kernel would run, and leave its outputs in it.

        Raises:
            NotStarted: if the student's side does not come up.
        """
        exercise_of = {id(cell): name for name, cell in exercise_cells(self.notebook)}
        self._files = dict(files or {})
        self._start()
        cells = [cell for cell in self.notebook.cells if is_run(cell)]
        for number, cell in enumerate(cells):
            cell.execution_count = number + 1
            if self.remote.gone == "timeout":
                self._begin_anew([each for each in cells[:number] if not _is_test(each)])
            if _is_test(cell):
                cell.outputs = self._test(cell, exercise_of[id(cell)])
            else:
                self._restored.clear()
                cell.outputs = self._student(cell)
        self._wire.close()

    def _begin_anew(self, before: list[NotebookNode]) -> None:
        """Run in a fresh process what was run `before`, but for the cells that did not come to an end."""
        self._restored.clear()
        while self.remote.gone == "timeout" and time.monotonic() < self._end:
            self._wire.close()
            self._wire = self._another()
            said, self.remote = self.remote.said, Remote(self._wire)
            self.remote.said = said
            try:
                self._start()
            except NotStarted:
                if time.monotonic() < self._end:
                    raise
            for cell in before:
                if id(cell) not in self._runaway and not self.remote.gone:
                    self._student(cell)

    def _start(self) -> None:
        try:
            with self._limit():
                self.remote.ask("start", self.there, CELL_TEXT, ALL_TEXT)
                for name, content in self._files.items():
                    for begin in range(0, max(1, len(content)), PART):
                        self.remote.ask("file", name, content[begin : begin + PART])
        except (OutOfTime, StudentGone) as error:
            raise NotStarted(
                f"the student's process did not start ({self.remote.why or 'in time'})"
            ) from error

    @contextlib.contextmanager
    def _limit(self) -> Iterator[None]:
        """Give what runs inside a cell's time, or what is left of the submission's."""
        now = time.monotonic()
        self.remote.deadline = min(now + self.exam.limits.cell_seconds, self._end)
        signal.setitimer(signal.ITIMER_REAL, max(0.0, self.remote.deadline - now) + GRACE)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _student(self, cell: NotebookNode) -> list[NotebookNode]:
        try:
            with self._limit():
                kind, outputs = self.remote.run(cell.source)
        except OutOfTime:
            return [_error(TIMEOUT, "there was no time left")]
        except StudentGone as gone:
            if gone.reason == "timeout":
                self._runaway.add(id(cell))
            return [_gone(gone)]
        found = clean(outputs)
        size = sum(map(length, found))
        self._left -= size
        if (
            size > 2 * CELL_TEXT or self._left < 0
        ):  # it should have stopped at half of that, and did not
            return [_gone(self.remote.end("output", "it put out more than it may"))]
        if kind == "late":
            found.append(_error(TIMEOUT, ""))
        elif kind == "much":
            self.too_much.append(grade_id(cell) or f"cell {self.notebook.cells.index(cell) + 1}")
            found.append(
                _error("OutputLimitError", f"more than {CELL_TEXT:,} characters were put out")
            )
        return found

    def _test(self, cell: NotebookNode, exercise: str) -> list[NotebookNode]:
        if exercise in self._out_of_time:
            return [
                _error(TIMEOUT, f"not run: an earlier test of {exercise} did not come to an end")
            ]
        name = grade_id(cell) or ""
        text = io.StringIO()
        try:
            with self._limit(), contextlib.redirect_stdout(text), contextlib.redirect_stderr(text):
                outputs = self._outputs(self.exam.tests[name], name)
        except OutOfTime:
            self._out_of_time.add(exercise)
            outputs = [_error(TIMEOUT, "")]
        except StudentGone as gone:
            if gone.reason == "timeout":
                self._out_of_time.add(exercise)
            outputs = [_gone(gone)]
        except BaseException as error:
            outputs = [_failure(error)]
            cell.metadata["tinytorch"] = NotebookNode(told(error))
        self._keep_what_was_said(name)
        printed = (
            [output("stream", name="stdout", text=text.getvalue()[:CELL_TEXT])]
            if text.getvalue()
            else []
        )
        return printed + outputs

    def _outputs(self, test: Test, name: str) -> list[NotebookNode]:
        """Run a test: one that only compares asks for everything at once, any other works with handles."""
        imports = self.exam.imports
        found = plan(self.exam.book, lambda: _run(test, dict(imports)), restore=False)
        if found is not None:
            self.remote.begin()
            use(found.start(self.remote.probe(found.questions)))
            return _run(test, dict(imports))
        self._seed(name)
        use(Setting(self.exam.book, lambda *question: self.remote.probe([question])[0]))
        self._restore(name)
        names = Namespace(self.remote, imports)
        try:
            return _run(test, names)
        finally:
            # its functions hold it, and it holds them: the judge would keep the arrays of every
            # test
            names.clear()

    def _seed(self, test: str) -> None:
        """Seed what a test draws itself: nobody can foresee it, and a rerun draws the same."""
        digest = hashlib.sha256(f"{self.seed}/{test}".encode()).digest()
        random.seed(digest)
        np.random.seed(int.from_bytes(digest[:4], "big"))

    def _restore(self, test: str) -> None:
        """Make the helpers that a test uses what the source says, if a student's cell has run since they were made."""
        for helper in self.exam.helpers.get(test, []):
            if helper.name not in self._restored:
                self.remote.restore(helper.defines, helper.source)
                self._restored.add(helper.name)

    def _keep_what_was_said(self, name: str) -> None:
        if self.remote.said:
            self.said[name] = "".join(self.remote.said)[:10_000]
            self.remote.said = []


def _is_test(cell: NotebookNode) -> bool:
    return bool(grading(cell).get("grade")) and not is_answer(cell)


def _run(test: Test, names: dict[str, Any]) -> list[NotebookNode]:
    if test.error is not None:
        raise test.error
    if test.body is not None:
        exec(test.body, names)
    if test.last is None:
        return []
    value = eval(test.last, names)
    if value is None:
        return []
    # nbgrader reads a number that a test ends with as partial credit; a student's object is none.
    text = "an object of the student's" if isinstance(value, Handle) else repr(value)
    return [output("execute_result", data={"text/plain": text})]


def _error(name: str, message: str) -> NotebookNode:
    return output("error", ename=name, evalue=message, traceback=[f"{name}: {message}"])


def _gone(gone: StudentGone) -> NotebookNode:
    if gone.reason == "timeout":
        return _error(TIMEOUT, "stopped, since it did not come to an end")
    return _error("StudentProcessEnded", f"the student's process has ended ({gone.reason})")


def _failure(error: BaseException) -> NotebookNode:
    """A failed test as a notebook shows it: the error, and the lines of the test that led there."""
    name, message = type(error).__name__, _text(error)
    render = getattr(error, "_render_traceback_", None)
    if render is not None:
        lines = render()
    else:
        steps = traceback.walk_tb(error.__traceback__)
        own = [step for step in steps if step[0].f_code.co_filename.startswith("<")]
        lines = [
            *traceback.format_list(traceback.StackSummary.extract(iter(own))),
            f"{name}: {message}",
        ]
    return output("error", ename=name, evalue=message, traceback=lines)


def _text(error: Any) -> str:
    try:
        return str(error)[:20_000]
    except Exception:
        return ""
