"""Limits: what does not end is stopped and named, and does not affect other submissions."""

import multiprocessing

import pytest
from kit import answered, grade_all, hand_in, kernels_left, marks, outcome, with_limits

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.grading.batch import to_grade
from grader.library.answers import solutions

ENDLESS = "class ReLU:\n    def forward(self, x):\n        while True:\n            pass\n"
# Does not even end when it is asked to.
STUBBORN = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n    pass\n"


@pytest.fixture(scope="module")
def short_cells(term: Course, module: Module, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A class that is graded with three seconds for a cell."""
    course = with_limits(tmp_path_factory.mktemp("short") / "root", term.folder, cell_seconds=3)
    hand_in(course, module, "endless", answered(course, module, {"relu": ENDLESS}))
    own = solutions(course, module)["relu"] + "\nwhile True:\n    pass\n"
    hand_in(course, module, "endless_cell", answered(course, module, {"relu": own}))
    grade_all(course, module, course.students(module))
    return course


@pytest.fixture(scope="module")
def short_submissions(
    term: Course, module: Module, tmp_path_factory: pytest.TempPathFactory
) -> Course:
    """A class graded with fifteen seconds for each submission; one would never end."""
    course = with_limits(
        tmp_path_factory.mktemp("short") / "root", term.folder, submission_seconds=15
    )
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setattr("grader.grading.batch.SPARE", 0)
    hand_in(course, module, "stubborn", answered(course, module, {"relu": STUBBORN}))
    hand_in(course, module, "honest", read(course.release(module)))
    grade_all(course, module, course.students(module))
    monkeypatch.undo()
    return course


def passed(
    course: Course, module: Module, student: str, hidden_tests: dict[str, float]
) -> set[str]:
    earned = marks(course, module, student)
    return {name for name, points in hidden_tests.items() if earned[name] == points}


def test_an_endless_exercise_costs_its_own_points_only(
    short_cells: Course, module: Module, hidden_tests: dict[str, float]
) -> None:
    others = {name for name in hidden_tests if not name.startswith("test-relu-")}
    assert passed(short_cells, module, "endless", hidden_tests) == others
    found = outcome(short_cells, module, "endless")
    assert (found.verdict, found.notes) == (Verdict.TIMEOUT, ["did not finish: relu"])


def test_after_the_first_endless_test_its_exercise_is_not_waited_for_again(
    short_cells: Course, module: Module
) -> None:
    graded = read(short_cells.autograded("endless", module) / "activations.ipynb")
    said = [
        output.evalue
        for cell in graded.cells
        for output in cell.get("outputs", [])
        if "evalue" in output
    ]
    not_run = [text for text in said if text == "not run: an earlier test of relu did not finish"]
    assert len(not_run) == 4


def test_an_endless_cell_is_stopped_and_what_it_defined_counts(
    short_cells: Course, module: Module, hidden_tests: dict[str, float]
) -> None:
    assert passed(short_cells, module, "endless_cell", hidden_tests) == set(hidden_tests)
    assert outcome(short_cells, module, "endless_cell").verdict == Verdict.TIMEOUT


def test_a_submission_that_cannot_be_stopped_otherwise_is_stopped_as_a_whole(
    short_submissions: Course, module: Module
) -> None:
    assert set(marks(short_submissions, module, "stubborn").values()) == {0.0}
    found = outcome(short_submissions, module, "stubborn")
    assert (found.verdict, found.notes) == (Verdict.TIMEOUT, ["stopped after 15 s in all"])
    assert not (short_submissions.autograded("stubborn", module) / "activations.ipynb").exists()


def test_its_neighbour_is_graded_as_ever(short_submissions: Course, module: Module) -> None:
    assert outcome(short_submissions, module, "honest").verdict == Verdict.WRONG


def test_no_kernel_runs_on(short_cells: Course, short_submissions: Course) -> None:
    assert kernels_left(short_submissions) == []
    assert kernels_left(short_cells) == []


def test_a_run_that_is_stopped_keeps_what_is_finished_and_ends_what_is_not(
    fresh_term: Course, module: Module
) -> None:
    for student in ("ada", "cleo"):
        hand_in(fresh_term, module, student, read(fresh_term.release(module)))
    hand_in(fresh_term, module, "ben", answered(fresh_term, module, {"relu": STUBBORN}))

    def stop(done: Outcome) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade_all(fresh_term, module, ["ada", "ben", "cleo"], jobs=2, report=stop)
    assert multiprocessing.active_children() == []
    assert kernels_left(fresh_term) == []
    assert to_grade(fresh_term, module) == ["ben", "cleo"]
