"""The release: the exercises without their solutions, and the gradebook told of them."""

from pathlib import Path

import pytest
from kit import cell_of, code, graded, notebook, small_course, solution
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell

from grader.course import Course
from grader.errors import CourseError
from grader.exercises import exercises, grading, is_answer, read
from grader.release import reason, release

NUMBERS = ["1", "2", "3"]


@pytest.mark.parametrize("number", NUMBERS)
def test_only_markers_and_what_stands_between_them_is_gone(term: Course, number: str) -> None:
    module = term.manifest.module(number)
    source, made = read(term.source(module)), read(term.release(module))
    assert [cell.id for cell in made.cells] == [cell.id for cell in source.cells]
    for before, after in zip(source.cells, made.cells, strict=True):
        if "###" not in before.source and not is_answer(before):
            assert after.source == before.source


@pytest.mark.parametrize("number", NUMBERS)
def test_every_hidden_test_leaves_what_the_student_may_know(term: Course, number: str) -> None:
    module = term.manifest.module(number)
    for cell in read(term.release(module)).cells:
        if grading(cell).get("points") and not is_answer(cell):
            assert cell.source.startswith("# Graded (")
            assert "\n" not in cell.source.strip()


@pytest.mark.parametrize("number", NUMBERS)
def test_the_gradebook_knows_every_point(term: Course, number: str) -> None:
    module = term.manifest.module(number)
    with term.gradebook() as gradebook:
        assert gradebook.find_assignment(module.id).max_score == module.max_points
        cells = gradebook.find_notebook(module.name, module.id).grade_cells
        known = {cell.name: cell.max_score for cell in cells}
    expected = {name: points for each in exercises(read(term.source(module))) for name, points in each.tests.items()}
    assert known == expected


def test_a_marking_scheme_is_not_handed_out(term: Course) -> None:
    for module in term.manifest.modules:
        for exercise in module.manual:
            cell = cell_of(read(term.release(module)), exercise)
            assert cell.source == "*Your answer here.*"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for small courses, which share a gradebook: making a new one takes seconds."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "tinytorch" / "core").mkdir(parents=True)
    for name in ("__init__.py", "checks.py", "core/__init__.py"):
        (folder / "tinytorch" / name).touch()
    return folder


SOLVED = solution("linear", "### BEGIN SOLUTION\nanswer = 42\n### END SOLUTION")
TEST = graded("test-linear", 3)


def test_a_small_course_is_released(root: Path) -> None:
    course, module = small_course(root, notebook(SOLVED, TEST), points={"linear": 3})
    made = read(release(course, module))
    assert 'NotImplementedError("Task linear: No answer yet.")' in cell_of(made, "linear").source
    assert "42" not in str(made.cells)


BROKEN = {
    "an unfinished solution": [solution("linear", "### BEGIN SOLUTION\nanswer = 42"), TEST],
    "a solution in an ordinary cell": [SOLVED, TEST, code("### BEGIN SOLUTION\nsecret = 42\n### END SOLUTION")],
    "an unfinished hidden test": [SOLVED, TEST, graded("test-2", 0, "### BEGIN HIDDEN TESTS\nassert 42", hidden=False)],
    "an unfinished marking scheme": [SOLVED, TEST, new_markdown_cell("### BEGIN MARK SCHEME\n42")],
}


@pytest.mark.parametrize("cells", BROKEN.values(), ids=BROKEN)
def test_a_source_that_nbgrader_refuses_is_told_in_a_line(root: Path, cells: list[NotebookNode]) -> None:
    course, module = small_course(root, notebook(*cells), points={"linear": 3})
    with pytest.raises(CourseError, match="could not release 01_small: RuntimeError") as caught:
        release(course, module)
    assert "\n" not in caught.value.message
    assert not course.release(module).exists()


def test_the_reason_is_the_last_error_and_not_nbgrader_s_own_farewell() -> None:
    log = "INFO | fine\nRuntimeError: no end\n  File 'x'\nnbgrader.converters.base.NbGraderException: See above\n"
    assert reason({"log": log}) == "RuntimeError: no end"
    assert reason({"log": "", "error": "Traceback:\nValueError: bad\n"}) == "ValueError: bad"
    assert reason({}) == "nbgrader gave no reason"
