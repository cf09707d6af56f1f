"""Run a restored notebook in its order: student cells in the student process, the tests here."""

import contextlib
import hashlib
import io
import random
import signal
import socket
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping
from types import FrameType
from typing import Any

import numpy as np
from nbformat.notebooknode import NotebookNode

from grader.course.notebook import exercise_cells
from grader.grading.wall.protocol.exceptions import describe
from grader.grading.wall.protocol.probes import Probes, encode_probes
from grader.grading.wall.tests.client import Client, StudentEnded, TimeLimitExceeded
from grader.grading.wall.tests.compiled import CompiledCell, CompiledTests
from grader.grading.wall.tests.error_source import failure_note
from grader.grading.wall.tests.namespace import Namespace
from grader.grading.wall.tests.outputs import clean, length, output
from grader.grading.wall.tests.proxies import Handle
from grader.library.comparisons import Plan, plan, use
from tinytorch.compare import Setting
from workbench.cells import grade_id, is_run, is_test
from workbench.execute import TIMEOUT

CELL_OUTPUT = 1_000_000  # characters that one cell may put out
TOTAL_OUTPUT = 10_000_000  # and all of them together
MAX_CAPTURED = 10_000  # characters that are kept of what student code prints during a test
CHUNK = 4 * 1024 * 1024  # bytes of a file in one request
GRACE = 1.5  # seconds that the student process has, beyond its time, to stop what it runs


class NotStarted(Exception):
    """The student process did not start; no student code has run, so it is not its fault."""


class TestRunner:
    """Runs one submission; afterwards the notebook holds the outputs."""

    def __init__(
        self, tests: CompiledTests, notebook: NotebookNode, connection: socket.socket, seed: int,
        student_seed: int, respawn: Callable[[], socket.socket],
    ) -> None:  # fmt: skip
        """Make a runner.

        Args:
            tests: the tests.
            notebook: the submission, restored.
            connection: the connection to the student process.
            seed: the seed of the tests.
            student_seed: the seed of the student process; neither seed reveals the other.
            respawn: replaces a student process that does not end a cell; returns the connection to
                the new one.
        """
        self.tests, self.notebook, self.client = tests, notebook, Client(connection)
        self._connection, self._respawn = connection, respawn
        self._files = dict[str, bytes]()
        self._runaway: set[int] = set()  # ids of cells that ended only with their process
        self.seed, self.student_seed = seed, student_seed
        self._output_left = TOTAL_OUTPUT
        self.captured: dict[str, str] = {}  # test -> what student code printed during it
        self.output_exceeded: list[str] = []  # the cells that exceeded the limit on output
        self._timed_out: set[str] = set()  # exercises
        self._restored: set[str] = set()  # helpers; no student cell has run since
        self._limits = tests.course.manifest.limits
        self._stop_at = time.monotonic() + self._limits.submission_seconds
        signal.signal(signal.SIGALRM, self._alarm)

    def _alarm(self, number: int, frame: FrameType | None) -> None:
        raise TimeLimitExceeded

    def run(self, files: Mapping[str, bytes] | None = None) -> None:
        """Send `files` to the scratch folder, run every cell and write its outputs into it.

        Raises:
            NotStarted: if the student process does not start.
        """
        exercise_of = {id(cell): name for name, cell in exercise_cells(self.notebook)}
        self._files = dict(files or {})
        self._start()
        cells = [cell for cell in self.notebook.cells if is_run(cell)]
        for number, cell in enumerate(cells):
            cell.execution_count = number + 1
            if self.client.ended == "timeout":
                self._restart([each for each in cells[:number] if not is_test(each)])
            if is_test(cell):
                cell.outputs = self._run_test(cell, exercise_of[id(cell)])
            else:
                self._restored.clear()
                cell.outputs = self._run_student_cell(cell)
        self._connection.close()
        # Handler and setting refer to this runner, which the worker would keep.
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        use(Setting())

    def _restart(self, before: list[NotebookNode]) -> None:
        """Run the student cells in `before` in a new process, except those that did not end."""
        self._restored.clear()
        while self.client.ended == "timeout" and time.monotonic() < self._stop_at:
            self._connection.close()
            self._connection = self._respawn()
            captured, self.client = self.client.captured, Client(self._connection)
            self.client.captured = captured
            try:
                self._start()
            except NotStarted:
                if time.monotonic() < self._stop_at:
                    raise
            for cell in before:
                if id(cell) not in self._runaway and not self.client.ended:
                    self._run_student_cell(cell)

    def _start(self) -> None:
        try:
            with self._time_limit():
                self.client.request("start", self.student_seed, CELL_OUTPUT, TOTAL_OUTPUT)
                for name, content in self._files.items():
                    for begin in range(0, max(1, len(content)), CHUNK):
                        self.client.request("file", name, content[begin : begin + CHUNK])
        except (TimeLimitExceeded, StudentEnded) as error:
            detail = self.client.detail or "it did not reply in time"
            raise NotStarted(f"the student's process did not start ({detail})") from error

    @contextlib.contextmanager
    def _time_limit(self) -> Iterator[None]:
        """Limit what runs inside to the time of a cell, or what is left of the submission's."""
        now = time.monotonic()
        self.client.stop_at = min(now + self._limits.cell_seconds, self._stop_at)
        signal.setitimer(signal.ITIMER_REAL, max(0.0, self.client.stop_at - now) + GRACE)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _run_student_cell(self, cell: NotebookNode) -> list[NotebookNode]:
        try:
            with self._time_limit():
                kind, reported = self.client.run(cell.source)
        except TimeLimitExceeded:
            return [_error(TIMEOUT, "there was no time left")]
        except StudentEnded as ended:
            if ended.reason == "timeout":
                self._runaway.add(id(cell))
            return [_ended(ended)]
        found = clean(reported)
        size = sum(map(length, found))
        self._output_left -= size
        # The student process stops at half of this, unless student code has changed that.
        if size > 2 * CELL_OUTPUT or self._output_left < 0:
            return [_ended(self.client.end("output", "it put out more than it may"))]
        if kind == "timeout":
            found.append(_error(TIMEOUT, ""))
        elif kind == "output":
            place = grade_id(cell) or f"cell {self.notebook.cells.index(cell) + 1}"
            self.output_exceeded.append(place)
            message = f"more than {CELL_OUTPUT:,} characters were put out"
            found.append(_error("OutputLimitError", message))
        return found

    def _run_test(self, cell: NotebookNode, exercise: str) -> list[NotebookNode]:
        if exercise in self._timed_out:
            message = f"not run: an earlier test of {exercise} did not finish"
            return [_error(TIMEOUT, message)]
        name = grade_id(cell) or ""
        text = io.StringIO()
        redirected = contextlib.redirect_stdout(text), contextlib.redirect_stderr(text)
        try:
            # Python shows a warning once per place: what an earlier test has shown must not count.
            with self._time_limit(), redirected[0], redirected[1], warnings.catch_warnings():
                outputs = self._execute(self.tests.cells[name], name)
        except TimeLimitExceeded:
            self._timed_out.add(exercise)
            outputs = [_error(TIMEOUT, "")]
        except StudentEnded as ended:
            if ended.reason == "timeout":
                self._timed_out.add(exercise)  # its other tests would time out too
            outputs = [_ended(ended)]
        except BaseException as error:
            outputs = [_failure(error)]
            cell.metadata["tinytorch"] = NotebookNode(failure_note(error))
        self._keep_captured(name)
        if printed := text.getvalue()[:CELL_OUTPUT]:
            outputs.insert(0, output("stream", name="stdout", text=printed))
        return outputs

    def _execute(self, test: CompiledCell, name: str) -> list[NotebookNode]:
        """Run a test. If it only compares, all its probes are one request; others use handles."""
        imports, found = self.tests.imports, self._plan(test, name)
        if found is not None:
            self.client.begin_test()
            comparisons, probes = found
            use(comparisons.start(self.client.probe(probes)))
            return _evaluate(test, dict(imports))
        self._seed(name)
        use(Setting(self.tests.book, self._ask))
        self._restore_helpers(name)
        names = Namespace(self.client, imports)
        try:
            return _evaluate(test, names)
        finally:
            # The functions of the test and its globals refer to each other: without this, the
            # worker would keep the arrays of every test.
            names.clear()

    def _ask(self, *question: Any) -> list[Any]:
        """The outcomes of one probe of a test that does more than compare."""
        return self.client.probe(encode_probes([question]))[0]

    def _plan(self, test: CompiledCell, name: str) -> tuple[Plan, Probes] | None:
        """What a test compares, worked out once for all submissions with the same seed."""
        plans, key = self.tests.plans, (name, self.seed)
        if key not in plans:
            imports = dict(self.tests.imports)
            found = plan(self.tests.book, lambda: test.run(imports), restore=False)
            plans[key] = (found, encode_probes(found.questions)) if found else None
        return plans[key]

    def _seed(self, test: str) -> None:
        """Seed the generators of a test: unpredictable for students, the same at every run."""
        digest = hashlib.sha256(f"{self.seed}/{test}".encode()).digest()
        random.seed(digest)
        np.random.seed(int.from_bytes(digest[:4], "big"))

    def _restore_helpers(self, test: str) -> None:
        """Define the helpers of a test again, if a student cell has run since the last time."""
        for helper in self.tests.helpers.get(test, []):
            if helper.name not in self._restored:
                self.client.restore(helper.defines, helper.source)
                self._restored.add(helper.name)

    def _keep_captured(self, name: str) -> None:
        if self.client.captured:
            self.captured[name] = "".join(self.client.captured)[:MAX_CAPTURED]
            self.client.captured = []


def _evaluate(test: CompiledCell, names: dict[str, Any]) -> list[NotebookNode]:
    """Run a test with `names` as its globals; its last expression is the only output."""
    value = test.run(names)
    if value is None:
        return []
    # nbgrader reads a number at the end of a test as partial credit; a handle is not one.
    text = "an object of the student's" if isinstance(value, Handle) else repr(value)
    return [output("execute_result", data={"text/plain": text})]


def _error(name: str, message: str) -> NotebookNode:
    return output("error", ename=name, evalue=message, traceback=[f"{name}: {message}"])


def _ended(ended: StudentEnded) -> NotebookNode:
    if ended.reason == "timeout":
        return _error(TIMEOUT, "stopped, since it did not finish")
    return _error("StudentProcessEnded", f"the student's process has ended ({ended.reason})")


def _failure(error: BaseException) -> NotebookNode:
    """A failed test as a notebook shows it: the error, and the lines of the test that led to it."""
    name, _, message = describe(error)
    render = getattr(error, "_render_traceback_", None)
    if render is not None:
        lines = render()
    else:
        steps = traceback.walk_tb(error.__traceback__)
        own = [step for step in steps if step[0].f_code.co_filename.startswith("<")]
        frames = traceback.StackSummary.extract(iter(own))
        lines = [*traceback.format_list(frames), f"{name}: {message}"]
    return output("error", ename=name, evalue=message, traceback=lines)
