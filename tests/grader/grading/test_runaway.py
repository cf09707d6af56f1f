"""A cell that does not come to an end costs its own results and nothing else, in both engines."""

import shutil

import pytest
from kit import answered, code, grade_all, hand_in, marks, outcome, with_limits
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.term import Course
from workbench.cells import grade_id

pytestmark = pytest.mark.slow

# A student's own cell in front of the task `tanh`.
CELLS = {
    "an_endless_loop": "while True:\n    pass\n",
    "a_loop_that_catches_everything": "import time\nwhile True:\n"
    "    try:\n        time.sleep(1)\n    except:\n        pass\n",
    "a_sum_in_c": "sum(range(10 ** 13))\n",
    "programs_that_sleep": "!sleep 60\n!sleep 60\n",
    "signals_that_are_ignored": "import signal\nfor each in (signal.SIGINT, signal.SIGALRM):\n"
    "    signal.signal(each, signal.SIG_IGN)\nwhile True:\n    pass\n",
}
STUBBORN = """
class Tanh:
    def forward(self, x):
        while True:
            try:
                while True: pass
            except BaseException: pass
    __call__ = forward
    def parameters(self): return []
"""


@pytest.fixture(scope="module")
def module(term: Course) -> Module:
    return term.manifest.module("activations")


@pytest.fixture(scope="module", params=["wall", "nbgrader"])
def course(
    request: pytest.FixtureRequest,
    term: Course,
    module: Module,
    tmp_path_factory: pytest.TempPathFactory,
) -> Course:
    base = tmp_path_factory.mktemp("runaway")
    course = with_limits(base / "root", term.folder, cell_seconds=4, submission_seconds=60)
    for name, source in CELLS.items():
        hand_in(course, module, name, _with(answered(course, module), "tanh", [code(source)]))
    hand_in(course, module, "two_of_them", _with(
        _with(answered(course, module), "tanh", [code(CELLS["a_sum_in_c"])]), "softmax",
        [code(CELLS["a_loop_that_catches_everything"])],
    ))  # fmt: skip
    hand_in(
        course, module, "a_task", answered(course, module, {"tanh": STUBBORN + CELLS["a_sum_in_c"]})
    )
    hand_in(course, module, "a_method", answered(course, module, {"tanh": STUBBORN}))
    late = answered(course, module)
    late.cells += [code("import time\ntime.sleep(3.5)") for _ in range(20)]
    hand_in(course, module, "slow_cells_at_the_end", late)
    grade_all(course, module, course.students(module), jobs=3, engine=request.param)
    yield course
    shutil.rmtree(base)


def _with(book: NotebookNode, before: str, cells: list[NotebookNode]) -> NotebookNode:
    place = next(number for number, cell in enumerate(book.cells) if grade_id(cell) == before)
    for number, cell in enumerate(cells):
        cell.id = f"own-{before}-{number}"
    book.cells[place:place] = cells
    return book


def lost(course: Course, module: Module, student: str) -> set[str]:
    """The hidden tests that gave no point."""
    return {
        name
        for name, mark in marks(course, module, student).items()
        if name.startswith("test-") and not mark
    }


@pytest.mark.parametrize("student", [*CELLS, "two_of_them", "slow_cells_at_the_end"])
def test_a_cell_of_the_students_own_costs_nothing(
    student: str, course: Course, module: Module
) -> None:
    assert not lost(course, module, student)
    found = outcome(course, module, student)
    if found.verdict == "ok" and student == "programs_that_sleep":
        return  # the jail starts none
    assert found.verdict == "timeout"
    assert found.notes[0] == "did not finish: a cell outside the exercises"


@pytest.mark.parametrize("student", ["a_task", "a_method"])
def test_a_task_costs_its_own_points_only(student: str, course: Course, module: Module) -> None:
    names = lost(course, module, student)
    assert "test-tanh-values" in names and all("tanh" in name for name in names)
    assert outcome(course, module, student).notes[0] == "did not finish: tanh"
