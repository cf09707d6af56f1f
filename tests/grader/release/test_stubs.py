"""Stubs: whoever runs an unwritten task is told which one it is."""

import pytest

from grader.course.notebook import read
from grader.course.term import Course
from grader.release.stubs import CODE_STUB, DOTS, STUB, name_stubs
from workbench.cells import grade_id, is_answer

CLASS = """\
class Linear:
    def __init__(
        self, inputs,
        outputs,
    ):
        raise NotImplementedError()

    def forward(self, x):
        def helper(y):
            # YOUR CODE HERE
            raise NotImplementedError()
        return helper(x)
"""


def message(call: object) -> str:
    with pytest.raises(NotImplementedError) as caught:
        call()  # type: ignore[operator]
    return str(caught.value)


def test_a_stub_names_its_task_and_its_function_when_it_is_hit() -> None:
    names: dict[str, type] = {}
    exec(name_stubs(CLASS, task="linear"), names)
    linear = names["Linear"]
    said = message(lambda: linear(1, 2))
    assert said.startswith("Task linear: Linear.__init__ is not written yet")
    assert message(lambda: linear.forward(None, 1)).startswith(
        "Task linear: Linear.forward.helper is not"
    )


def test_a_stub_outside_functions_says_that_the_answer_is_missing() -> None:
    said = message(lambda: exec(name_stubs(CODE_STUB, task="q1")))
    assert said == "Task q1: No answer yet."


def test_a_question_has_its_dots_and_no_stub() -> None:
    assert (
        name_stubs(f"first = ...\nsecond = ...\n{CODE_STUB}", task="q1")
        == "first = ...\nsecond = ..."
    )


def test_dots_in_a_function_are_no_question() -> None:
    source = "def f():\n    value = ...\n    # YOUR CODE HERE\n    raise NotImplementedError()"
    assert "f is not written yet" in name_stubs(source, task="f")


def test_a_function_before_the_stub_is_not_blamed() -> None:
    source = "def given():\n    return 1\n\nraise NotImplementedError()"
    assert "given" not in name_stubs(source, task="q1").split("raise")[1]


def test_everything_else_stays() -> None:
    before, after = CLASS.split("\n"), name_stubs(CLASS, task="linear").split("\n")
    changed = [old for old, new in zip(before, after, strict=True) if old != new]
    assert [line.strip() for line in changed] == [STUB, STUB]
    own = 'raise NotImplementedError("a base class has no forward")'
    assert name_stubs(own, task="layer") == own


def test_every_task_of_every_release_names_itself_and_every_question_has_dots(term: Course) -> None:
    for module in term.manifest.modules:
        cells = [
            cell
            for cell in read(term.release(module)).cells
            if cell.cell_type == "code" and is_answer(cell)
        ]
        assert cells
        for cell in cells:
            named = f'raise NotImplementedError("Task {grade_id(cell)}: ' in cell.source
            assert named is not bool(DOTS.search(cell.source)), grade_id(cell)
            assert STUB not in cell.source
