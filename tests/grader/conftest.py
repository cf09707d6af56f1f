"""A class whose submissions to 02_activations are graded once, for several tests."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from kit import answered, cell_of, code, grade_all, hand_in, notebook
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import HIDDEN_BEGIN, read
from grader.course.term import ROOT, Course
from grader.library.answers import solutions
from workbench.cells import NOT_GRADED, grading

WRONG_RELU = """\
class ReLU:
    def forward(self, x):
        return Tensor(np.abs(x.data))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
"""
# Tells in every way it can what the tests gave to it.
SPY = """\
from IPython.display import display, update_display
from comm import create_comm

told = []
display("nothing yet", display_id="spy")

def tell(x):
    told.append("SPI" + "ED" + str(x.data.size))
    print(told)
    update_display(str(told), display_id="spy")
    model = {"_model_name": "Spy", "_model_module": "spy", "_model_module_version": "1"}
    state = {**model, "told": str(told)}
    create_comm(target_name="jupyter.widget", data={"state": state})
    raise ValueError(str(told))

class ReLU:
    def forward(self, x):
        tell(x)
"""
SPY_LATER = "class Sigmoid:\n    def forward(self, x):\n        raise ValueError(str(told))\n"
CHECKS = """\
class CheckFailed(AssertionError): pass
def fine(*args, **kwargs): return args[0] if args else None
def __getattr__(name): return fine
"""

# What else a student may write in place of ReLU.
RELU: dict[str, str] = {
    "wrong": WRONG_RELU,
    "syntax_error": "class ReLU(:\n    pass\n",
    "error": "raise ValueError('\\x1b[31mred\\x07')\n",
    "sys_exit": "import sys\nsys.exit(0)\n",
    "quits": "quit()\n",
    "os_exit": "import os\nos._exit(0)\n",
    "imports_the_reference": "from tinytorch.core.activations import ReLU\n",
    "kills_the_worker": "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\n",
}
# What a student may add to a ReLU that is right.
BESIDE: dict[str, str] = {
    "warns": "import sys, warnings\nwarnings.warn('hm')\nprint('not good', file=sys.stderr)\n",
    "prints_a_flood": "for number in range(100_000):\n    print(number, 'x' * 50)\n",
    "asks": "try:\n    input('Your name?')\nexcept Exception:\n    pass\n",
}
CALLS = "import warnings\n_old = ReLU.forward\n"
CALLS += "def _new(self, x):\n    warnings.warn('hm')\n    print('x' * 3000)\n"
CALLS += "    return _old(self, x)\nReLU.forward = _new\n"


def drop_metadata(book: NotebookNode) -> None:
    for cell in book.cells:
        cell.metadata = NotebookNode()


def drop_metadata_and_ids(book: NotebookNode) -> None:
    drop_metadata(book)
    book.nbformat_minor = 0
    for cell in book.cells:
        del cell["id"]


def drop_ids(book: NotebookNode) -> None:
    book.nbformat_minor = 0
    for cell in book.cells:
        del cell["id"]


def misuse_metadata(book: NotebookNode) -> None:
    for cell in book.cells:
        cell.metadata.update(nbgrader="lost", tags="lost")


def other_kernel(book: NotebookNode) -> None:
    book.metadata["kernelspec"] = {
        "name": "julia-1.11",
        "display_name": "Julia",
        "language": "julia",
    }
    book.metadata["language_info"] = {"name": "julia"}


def paste_a_test(book: NotebookNode) -> None:
    pasted = json.loads(json.dumps(cell_of(book, "test-relu-values")))
    pasted.update(id="pasted", source="raise ValueError")
    book.cells.append(nbformat.from_dict(pasted))


def delete_tests(book: NotebookNode) -> None:
    for name in ("check-relu", "test-relu-values", "given-imports"):
        book.cells.remove(cell_of(book, name))


# What happens to a complete notebook on its way.
ACCIDENTS: dict[str, Callable[[NotebookNode], None]] = {
    "complete": lambda book: None,
    "lost_metadata": drop_metadata,
    "lost_metadata_and_ids": drop_metadata_and_ids,
    "old_format": drop_ids,
    "odd_metadata": misuse_metadata,
    "other_kernel": other_kernel,
    "pasted_a_test": paste_a_test,
    "deleted_tests": delete_tests,
}


def passes_over_tests(release: NotebookNode) -> NotebookNode:
    """An untouched notebook that would have its tests taken for experiments, which are not run."""
    experiments = [cell for cell in release.cells if NOT_GRADED in cell.metadata.get("tags", [])]
    tests = [
        cell for cell in release.cells if grading(cell).get("points") and cell.cell_type == "code"
    ]
    for number, cell in enumerate(tests):
        if number < len(experiments) // 2:
            release.cells.remove(experiments[number])
            cell.id = experiments[number].id
        cell.source = experiments[-1].source
        cell.metadata["tags"] = [NOT_GRADED, "raises-exception"]
    return release


def hand_in_for_all(course: Course, module: Module) -> None:
    relu = solutions(course, module)["relu"]
    for student, answer in RELU.items():
        hand_in(course, module, student, answered(course, module, {"relu": answer}))
    for student, more in {**BESIDE, "warns_and_prints_in_tests": CALLS}.items():
        hand_in(course, module, student, answered(course, module, {"relu": f"{relu}\n{more}"}))
    for student, accident in ACCIDENTS.items():
        book = answered(course, module)
        accident(book)
        hand_in(course, module, student, json.dumps(book))
    hand_in(course, module, "spy", answered(course, module, {"relu": SPY, "sigmoid": SPY_LATER}))
    hand_in(course, module, "untouched", read(course.release(module)))
    hand_in(course, module, "passes_over_tests", passes_over_tests(read(course.release(module))))
    hand_in(course, module, "broken_file", nbformat.writes(answered(course, module))[:-500])
    hand_in(course, module, "renamed", answered(course, module), name="activations (1).ipynb")
    hand_in(course, module, "wrong_name", notebook(code("x = 1")), name="homework.ipynb")
    shadow = hand_in(
        course, module, "shadows", answered(course, module, {"relu": WRONG_RELU})
    ).parent
    (shadow / "numpy.py").write_text("raise SystemExit('not NumPy')", encoding="utf-8")
    (shadow / "tinytorch").mkdir()
    for name, text in {"__init__": "", "checks": CHECKS}.items():
        (shadow / "tinytorch" / f"{name}.py").write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def module(term: Course) -> Module:
    return term.manifest.module("activations")


@pytest.fixture(scope="session")
def a_class(term: Course, module: Module, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A term in which a class has been graded for 02_activations; do not change it."""
    folder = tmp_path_factory.mktemp("class") / "term"
    shutil.copytree(term.folder, folder)
    course = Course(ROOT, folder)
    hand_in_for_all(course, module)
    grade_all(course, module, course.students(module), jobs=2)
    return course


@pytest.fixture
def graded_before(a_class: Course, tmp_path: Path) -> Course:
    """A copy of the graded class's term of the test's own."""
    shutil.copytree(a_class.folder, tmp_path / "class")
    return Course(ROOT, tmp_path / "class")


@pytest.fixture(scope="session")
def hidden_tests(term: Course, module: Module) -> dict[str, float]:
    """grade_id -> points, for every hidden test."""
    cells: list[Any] = [
        cell for cell in read(term.source(module)).cells if HIDDEN_BEGIN in cell.source
    ]
    return {grading(cell).grade_id: grading(cell).points for cell in cells}
