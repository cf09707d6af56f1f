"""Run a submission's cells with nbgrader's Execute, in an environment of their own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from traitlets import Integer, Unicode

from grader.course.notebook import exercise_cells
from grader.grading.given import helpers
from grader.grading.sanitize_outputs import safe_outputs
from grader.grading.scratch import Scratch
from grader.grading.seed import seed_of_tests
from workbench.cells import grade_id, grading, is_answer
from workbench.commands import startup_line
from workbench.execute import TIMEOUT, ExecuteWithin, timeout_output


class ExecuteSubmission(ExecuteWithin):
    """Runs a submission with the package of the modules before it, a seed and one BLAS thread."""

    packages = Unicode(help="The folder with one package folder per module.").tag(config=True)
    books = Unicode(help="The folder with one book of answers per module.").tag(config=True)
    submission_seconds = Integer(120, help="The time for all cells of a submission.").tag(
        config=True
    )
    course_seed = Integer(0, help="The term's seed, of which each submission's is derived.").tag(
        config=True
    )

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run the notebook of one submission."""
        names = resources["nbgrader"]
        self._module = names["assignment"]
        self._seed = seed_of_tests(self.course_seed, names["assignment"], names["student"])
        self._exercise_of = {id(cell): name for name, cell in exercise_cells(nb)}
        self._timed_out: set[str] = set()
        self.whole = self.submission_seconds
        self._helpers = helpers(nb)
        self._restored: set[str] = set()  # helpers; no student cell has run since
        nb.metadata.setdefault("tinytorch", {})["seed"] = self._seed
        return super().preprocess(nb, resources, km)

    @contextmanager
    def setup_kernel(self, **kwargs: Any) -> Iterator[None]:
        """Start a kernel with the environment and the seed of the submission."""
        with Scratch() as home:
            seed = f"__import__('numpy').random.seed({self._seed})"
            self.extra_arguments = [
                f"--IPKernelApp.exec_lines=[{seed!r}, {startup_line()!r}]",
                "--IPKernelApp.log_level=ERROR",
                "--HistoryManager.hist_file=:memory:",
            ]
            if os.name == "posix":
                # Kernels that start at the same time could pick the same TCP port.
                self.km = self.create_kernel_manager()
                self.km.transport, self.km.ip = "ipc", f"{home}/kernel"
            with super().setup_kernel(env=self._environment(home), **kwargs):
                yield

    def _environment(self, home: str) -> dict[str, str]:
        # No other variable, such as a token of the instructor's, reaches student code.
        return {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": home,
            "LANG": "C.UTF-8",
            "MPLBACKEND": "Agg",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "PYTHONNOUSERSITE": "1",
            "PYTHONPATH": str(Path(self.packages) / self._module),
            "TINYTORCH_BOOK": str(Path(self.books) / f"{self._module}.json"),
            "TINYTORCH_SEED": str(self._seed),
            # nbgrader sets it in its own process; this kernel does not inherit that environment.
            "NBGRADER_EXECUTION": "autograde",
        }

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run one cell, unless an earlier test of its exercise has timed out."""
        exercise = self._exercise_of.get(id(cell), "")
        graded = cell.cell_type == "code" and grading(cell).get("grade")
        # No cell may change the output of an earlier one: it could show what a test printed.
        self._display_id_map.clear()
        if graded and exercise in self._timed_out:
            cell.outputs = [
                timeout_output(f"not run: an earlier test of {exercise} did not finish")
            ]
            return cell, resources
        if graded and not is_answer(cell) and self.time_is_left():
            self._restore(cell)
        elif cell.cell_type == "code":
            self._restored.clear()
        cell, resources = super().preprocess_cell(cell, resources, index)
        if cell.cell_type == "code":
            cell.outputs = safe_outputs(cell.outputs)
        if graded:
            if any(output.get("ename") == TIMEOUT for output in cell.outputs):
                self._timed_out.add(exercise)
                self._restored.clear()  # the kernel may be a new one
            _keep_warnings(cell)
        return cell, resources

    def _restore(self, test: NotebookNode) -> None:
        """Define the helpers of a test again, if a student cell has run since the last time."""
        assert self.kc is not None
        for helper in self._helpers.get(grade_id(test) or "", []):
            if helper.name not in self._restored:
                code = f"[globals().pop(_, None) for _ in {helper.defines}]\n{helper.source}"
                # Silent: it adds no output and no execution count.
                self.wait_for_reply(self.kc.execute(code, silent=True, store_history=False))
                self._restored.add(helper.name)


def _keep_warnings(cell: NotebookNode) -> None:
    """Keep text on stderr, such as a warning, as stdout: nbgrader takes it for a failed test."""
    for output in cell.outputs:
        if output.output_type == "stream":
            output.name = "stdout"
