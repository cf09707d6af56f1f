"""Complete work gets full marks and empty work none, cell by cell; grading runs no experiment."""

import shutil

import pytest
from cells import code_cells, label
from kit import answered, grade_all, hand_in, marks, outcome
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import exercises, read
from grader.course.outcome import Verdict
from grader.course.term import ROOT, Course
from grader.release.conventions.names import is_passed_over
from workbench.cells import grading, is_answer

EXPERIMENT = "raise RuntimeError('an experiment was run')"


def with_other_experiments(book: NotebookNode) -> NotebookNode:
    """The notebook of a student who rewrote every experiment into something that fails."""
    for cell in code_cells(book):
        if is_passed_over(cell):
            cell.source = EXPERIMENT
    return book


@pytest.fixture(scope="session")
def graded(term: Course, module: Module, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A term graded for three students: complete, untouched, and with other experiments."""
    folder = tmp_path_factory.mktemp(module.id) / "term"
    shutil.copytree(term.folder, folder)
    course = Course(ROOT, folder)
    hand_in(course, module, "complete", answered(course, module))
    hand_in(course, module, "untouched", read(course.release(module)))
    hand_in(course, module, "experimenter", with_other_experiments(answered(course, module)))
    grade_all(course, module, ["complete", "untouched", "experimenter"])
    return course


@pytest.fixture
def automatic(source: NotebookNode) -> dict[str, float]:
    """grade_id -> points, for every cell that tests grade."""
    tests = [
        grading(cell) for cell in source.cells if grading(cell).get("grade") and not is_answer(cell)
    ]
    return {mark.grade_id: mark.points for mark in tests}


def ran(course: Course, module: Module, student: str) -> dict[str, bool]:
    """Cell -> whether it was run, for every code cell of a graded notebook that holds something."""
    book = read(course.autograded(student, module) / f"{module.name}.ipynb")
    return {
        label(cell): bool(cell.execution_count or cell.outputs)
        for cell in code_cells(book)
        if cell.source.strip()
    }


def test_complete_work_earns_every_point(
    graded: Course, module: Module, automatic: dict[str, float]
) -> None:
    earned = marks(graded, module, "complete")
    assert {name: earned[name] for name in automatic} == automatic
    assert outcome(graded, module, "complete").verdict == Verdict.OK
    assert outcome(graded, module, "complete").notes == []


def test_points_of_tests_and_of_people_are_the_points_of_the_module(
    module: Module, source: NotebookNode, automatic: dict[str, float]
) -> None:
    by_hand = sum(exercise.points for exercise in exercises(source) if exercise.manual)
    assert sum(automatic.values()) + by_hand == module.max_points
    assert by_hand == sum(module.points[name] for name in module.manual)


def test_an_untouched_notebook_earns_nothing(
    graded: Course, module: Module, automatic: dict[str, float]
) -> None:
    earned = marks(graded, module, "untouched")
    assert set(automatic) < set(earned)
    assert earned == dict.fromkeys(earned, 0.0)
    assert outcome(graded, module, "untouched").verdict == Verdict.WRONG


def test_an_untouched_notebook_fails_because_its_tasks_are_not_written(
    graded: Course, module: Module, automatic: dict[str, float]
) -> None:
    """And not, for example, because a test has an error of its own."""
    book = read(graded.autograded("untouched", module) / f"{module.name}.ipynb")
    errors = {
        label(cell): output.ename
        for cell in code_cells(book)
        for output in cell.outputs
        if output.output_type == "error" and grading(cell).get("points")
    }
    assert set(errors) == {name for name, points in automatic.items() if points}
    assert set(errors.values()) <= {"NotImplementedError", "CheckFailed"}


def test_no_experiment_is_run_while_work_is_graded(
    graded: Course, module: Module, source: NotebookNode
) -> None:
    experiments = {label(cell) for cell in code_cells(source) if is_passed_over(cell)}
    run = ran(graded, module, "complete")
    assert {name for name, was_run in run.items() if not was_run} == experiments


def test_what_a_student_makes_of_the_experiments_costs_nothing(
    graded: Course, module: Module, automatic: dict[str, float]
) -> None:
    earned = marks(graded, module, "experimenter")
    assert {name: earned[name] for name in automatic} == automatic
    book = read(graded.autograded("experimenter", module) / f"{module.name}.ipynb")
    assert EXPERIMENT in {cell.source for cell in code_cells(book)}
    assert outcome(graded, module, "experimenter").verdict == Verdict.OK
