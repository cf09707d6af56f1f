"""The release: the exercises without their solutions, and the gradebook told of them."""

import subprocess
import sys
from pathlib import Path

import pytest
from kit import (
    bare_package,
    cell_of,
    code,
    graded,
    notebook,
    small_course,
    solution,
    write_notebook,
)
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell

from grader.course.errors import CourseError, StaleRelease
from grader.course.lock import only_run
from grader.course.manifest import Module
from grader.course.nbgrader import reason
from grader.course.notebook import exercises, read
from grader.course.term import ROOT, Course
from grader.release import make as release_module
from grader.release.cells import entered_cells
from grader.release.make import release, update
from grader.release.record import stale
from workbench.cells import grading, is_answer

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
            assert all(line.startswith("# ") for line in cell.source.strip().split("\n"))


@pytest.mark.parametrize("number", NUMBERS)
def test_the_gradebook_knows_every_point(term: Course, number: str) -> None:
    module = term.manifest.module(number)
    with term.gradebook() as gradebook:
        assert gradebook.find_assignment(module.id).max_score == module.max_points
        cells = gradebook.find_notebook(module.name, module.id).grade_cells
        known = {cell.name: cell.max_score for cell in cells}
    expected = {
        name: points
        for each in exercises(read(term.source(module)))
        for name, points in each.tests.items()
    }
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
    bare_package(folder)
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
    "a solution in an ordinary cell": [
        SOLVED,
        TEST,
        code("### BEGIN SOLUTION\nsecret = 42\n### END SOLUTION"),
    ],
    "an unfinished hidden test": [
        SOLVED,
        TEST,
        graded("test-2", 0, "### BEGIN HIDDEN TESTS\nassert 42", hidden=False),
    ],
    "an unfinished marking scheme": [SOLVED, TEST, new_markdown_cell("### BEGIN MARK SCHEME\n42")],
}


@pytest.mark.parametrize("cells", BROKEN.values(), ids=BROKEN)
def test_a_source_that_nbgrader_refuses_is_told_in_a_line_and_the_earlier_release_stays(
    root: Path, cells: list[NotebookNode]
) -> None:
    course, module = small_course(root, notebook(SOLVED, TEST), points={"linear": 3})
    before = release(course, module).read_bytes(), entered_cells(course, module)
    course, module = small_course(root, notebook(*cells), points={"linear": 3})
    with pytest.raises(CourseError, match="could not release 01_small: RuntimeError") as caught:
        release(course, module)
    assert "\n" not in caught.value.message
    assert (course.release(module).read_bytes(), entered_cells(course, module)) == before
    assert not list(course.folder.glob(".releasing-*"))


def test_the_reason_is_the_last_error_and_not_nbgrader_s_own_farewell() -> None:
    last = "nbgrader.converters.base.NbGraderException: See above"
    log = f"INFO | fine\nRuntimeError: no end\n  File 'x'\n{last}\n"
    assert reason({"log": log}) == "RuntimeError: no end"
    assert reason({"log": "", "error": "Traceback:\nValueError: bad\n"}) == "ValueError: bad"
    assert reason({}) == "nbgrader gave no reason"


def small(root: Path, test: NotebookNode = TEST) -> tuple[Course, Module]:
    """The course in `root`, with its one module released anew from a source with this test."""
    course, module = small_course(root, notebook(SOLVED, test), points={"linear": 3})
    release(course, module)
    return course, module


def test_a_fresh_release_is_current(root: Path) -> None:
    course, module = small(root)
    assert stale(course, module) is None
    lines: list[str] = []
    update(course, module, lines.append)
    assert lines == []


def test_a_source_that_changed_makes_a_release_stale(root: Path) -> None:
    small(root)
    course, module = small_course(
        root, notebook(SOLVED, graded("test-linear", 3, "assert 1")), points={"linear": 3}
    )
    assert stale(course, module) == (
        f"01_small: the release in {course.folder} is stale (its source has changed since): "
        "run `make release MODULE=small`."
    )


def test_a_release_that_was_changed_by_hand_is_left_to_a_person(root: Path) -> None:
    course, module = small(root)
    book = read(course.release(module))
    cell_of(book, "linear").source = "# Think hard."
    write_notebook(course.release(module), book)
    assert "(it was changed by hand)" in str(stale(course, module))
    with pytest.raises(StaleRelease, match=r"\(cell linear\): run `make release MODULE=small`"):
        update(course, module, lambda line: None)
    assert "Think hard" in cell_of(read(course.release(module)), "linear").source


def test_a_release_that_cannot_be_read_is_left_to_a_person(root: Path) -> None:
    course, module = small(root)
    course.release(module).write_text("{", encoding="utf-8")
    with pytest.raises(StaleRelease, match=r"small\.ipynb cannot be read"):
        update(course, module, lambda line: None)


@pytest.mark.parametrize("moment", ["enter_cells", "file_digest"])
def test_a_release_that_was_killed_half_way_is_completed(
    root: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Before the gradebook is told, or when everything but the record is done."""
    course, module = small(root)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    mended = graded("test-linear", 3, f"assert {moment!r}")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(release_module, moment, killed)
        small(root, mended)
    assert "(it has no record of its source)" in str(stale(course, module))
    lines: list[str] = []
    update(course, module, lines.append)
    assert len(lines) == 1
    assert stale(course, module) is None
    (test,) = (cell for cell in entered_cells(course, module) if cell.name == "test-linear")
    assert moment in test.source


def test_no_release_is_made_while_the_module_is_graded(root: Path) -> None:
    course, module = small(root)
    code = (
        "import sys; from pathlib import Path\n"
        "from grader.course.term import Course; from grader.release.make import release\n"
        "course = Course(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "release(course, course.manifest.modules[0])"
    )
    with only_run(course, module):
        command = [sys.executable, "-c", code, str(course.root), str(course.folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert "Another run grades 01_small" in done.stderr
