"""Module 03's digits: the first picture needs no answer, the checkpoint says where to look."""

import contextlib
import io
from typing import Any

import numpy as np
import pytest
from cells import code_cells
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import load
from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.library.answers import load_answers, solutions
from workbench.cells import NOT_GRADED, is_answer

MODULE = load(ROOT).module("layers")
COURSE = Course(ROOT, ROOT / "course")
TASKS = {"layer": "Task 1", "linear": "Task 2", "dropout": "Task 3", "sequential": "Task 4"}
ANSWERS = [answer for answer in load_answers(COURSE.library, MODULE) if answer.exercise in TASKS]


@pytest.fixture(scope="module")
def book() -> NotebookNode:
    return read(COURSE.source(MODULE))


def cell(book: NotebookNode, words: str) -> str:
    (found,) = (each.source for each in code_cells(book) if words in each.source)
    return found


def classes(book: NotebookNode, exercise: str = "", code: str = "") -> dict[str, Any]:
    """The notebook's names after its imports and four classes, one of them replaced by `code`."""
    names: dict[str, Any] = {"__name__": "__main__"}
    answers = {**solutions(COURSE, MODULE), **({exercise: code} if exercise else {})}
    exec("import inspect\nfrom numbers import Integral, Real\nimport numpy as np\n", names)
    exec(
        "from tinytorch.core.tensor import Tensor\nfrom tinytorch.core.activations import ReLU\n",
        names,
    )
    for name in TASKS:
        exec(answers[name], names)
    return names


def checkpoint(book: NotebookNode, names: dict[str, Any]) -> tuple[int | None, str]:
    """How many digits the notebook's network reads rightly (None: an error), and what it says."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), np.errstate(all="ignore"):
        try:
            exec(cell(book, "network = Sequential(Linear(64, 32)"), names)
            right = int(np.sum(names["answers"] == names["labels"]))
        except Exception:
            right = None
        said.truncate(0)
        exec(cell(book, "def trouble():"), names)
    return right, said.getvalue().strip("\0\n")


def test_the_first_picture_is_drawn_before_anything_is_written(book: NotebookNode) -> None:
    first = code_cells(book)[0]
    assert NOT_GRADED in first.metadata.tags and "plt.show()" in first.source
    place = book.cells.index(first)
    assert not any(is_answer(each) for each in book.cells[:place])
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(first.source.replace("plt.show()", "plt.close()"), {})
    assert "390 of 397 unseen digits rightly, 98.2%." in said.getvalue()


def test_complete_work_reads_390_digits_and_hears_that_all_is_well(book: NotebookNode) -> None:
    assert checkpoint(book, classes(book)) == (390, "All four classes do what this network needs.")


@pytest.mark.parametrize("exercise", TASKS)
def test_untouched_work_names_the_task_that_is_not_written(
    book: NotebookNode, exercise: str
) -> None:
    stub = f'raise NotImplementedError("Task {exercise}: it is not written yet.")'
    base = "" if exercise == "layer" else "(Layer)"
    methods = ("__call__", "parameters") if exercise == "layer" else ("__init__",)
    bodies = [f"    def {name}(self, *args, **kwargs):\n        {stub}\n" for name in methods]
    code = f"class {exercise.capitalize()}{base}:\n" + "".join(bodies)
    right, said = checkpoint(book, classes(book, exercise, code))
    assert right is None
    assert said == f"{TASKS[exercise]}: it is not written yet."


@pytest.mark.parametrize("exercise", TASKS)
def test_the_task_is_named_for_every_wrong_answer_that_spoils_the_network(
    book: NotebookNode, exercise: str
) -> None:
    missed, spoiled = {}, 0
    for answer in ANSWERS:
        if answer.exercise != exercise or answer.right:
            continue
        right, said = checkpoint(book, classes(book, exercise, answer.code))
        spoiled += right != 390
        if right != 390 and not said.startswith(
            (f"Look at {TASKS[exercise]} again: ", f"{TASKS[exercise]}: ")
        ):
            missed[answer.name] = (right, said)
    assert missed == {}
    assert spoiled >= 3


@pytest.mark.parametrize(
    "answer", [each for each in ANSWERS if each.right], ids=lambda each: each.name
)
def test_right_answers_in_other_styles_read_390_digits(book: NotebookNode, answer: Any) -> None:
    right, said = checkpoint(book, classes(book, answer.exercise, answer.code))
    assert (right, said) == (390, "All four classes do what this network needs.")
