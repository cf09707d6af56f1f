"""A class is graded: honest work earns its points, and no submission affects another."""

import pytest
from kit import kernels_left, marks, outcome

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.grading.seed import seed_of_tests

Points = dict[str, float]


def lost(course: Course, module: Module, student: str, hidden_tests: Points) -> Points:
    """The hidden tests that a student did not pass, and what each has earned nevertheless."""
    earned = marks(course, module, student)
    return {name: earned[name] for name, points in hidden_tests.items() if earned[name] != points}


def without(hidden_tests: Points, exercise: str) -> Points:
    return {
        name: points
        for name, points in hidden_tests.items()
        if not name.startswith(f"test-{exercise}-")
    }


def test_complete_work_has_full_marks(
    a_class: Course, module: Module, hidden_tests: Points
) -> None:
    assert lost(a_class, module, "complete", hidden_tests) == {}
    assert outcome(a_class, module, "complete").verdict == Verdict.OK
    assert sum(hidden_tests.values()) == module.max_points - module.points["q4-why-relu"]


def test_an_untouched_notebook_has_nothing(
    a_class: Course, module: Module, hidden_tests: Points
) -> None:
    assert lost(a_class, module, "untouched", hidden_tests) == dict.fromkeys(hidden_tests, 0.0)
    found = outcome(a_class, module, "untouched")
    assert found == Outcome(
        student="untouched",
        module=module.id,
        verdict=Verdict.WRONG,
        seed=found.seed,
        fingerprint=found.fingerprint,
        graded_with=found.graded_with,
    )


def test_a_wrong_exercise_costs_its_own_points_only(
    a_class: Course, module: Module, hidden_tests: Points
) -> None:
    missed = lost(a_class, module, "wrong", hidden_tests)
    assert "test-relu-values" in missed
    assert not set(missed) & set(without(hidden_tests, "relu"))
    assert outcome(a_class, module, "wrong").verdict == Verdict.WRONG


@pytest.mark.parametrize("student", ["syntax_error", "error", "sys_exit", "imports_the_reference"])
def test_a_cell_that_fails_costs_its_own_exercise_only(
    a_class: Course, module: Module, hidden_tests: Points, student: str
) -> None:
    missed = lost(a_class, module, student, hidden_tests)
    assert missed == {
        name: 0.0 for name in hidden_tests if name not in without(hidden_tests, "relu")
    }
    assert outcome(a_class, module, student).verdict == Verdict.ERROR


@pytest.mark.parametrize(
    ("student", "note"),
    [
        ("syntax_error", "cell relu: SyntaxError: "),
        ("error", "cell relu: ValueError: "),
        ("sys_exit", "SystemExit"),
    ],
)
def test_a_cell_that_fails_is_named(
    a_class: Course, module: Module, student: str, note: str
) -> None:
    (only,) = outcome(a_class, module, student).notes
    assert note in only
    assert only.isprintable()


@pytest.mark.parametrize(
    "student", ["warns", "prints_a_flood", "asks", "warns_and_prints_in_tests"]
)
def test_a_warning_or_a_print_is_no_error(
    a_class: Course, module: Module, hidden_tests: Points, student: str
) -> None:
    assert lost(a_class, module, student, hidden_tests) == {}
    assert outcome(a_class, module, student).verdict == Verdict.OK


def test_a_flood_of_prints_is_cut_in_what_is_kept(a_class: Course, module: Module) -> None:
    graded = a_class.autograded("prints_a_flood", module) / "activations.ipynb"
    assert graded.stat().st_size < 2_000_000


@pytest.mark.parametrize(
    "student",
    [
        "lost_metadata", "lost_metadata_and_ids", "old_format", "odd_metadata", "other_kernel",
        "pasted_a_test",
        "deleted_tests",
    ],
)  # fmt: skip
def test_an_accident_with_the_file_costs_nothing(
    a_class: Course, module: Module, hidden_tests: Points, student: str
) -> None:
    assert lost(a_class, module, student, hidden_tests) == {}
    assert outcome(a_class, module, student).verdict == Verdict.OK


@pytest.mark.parametrize(
    ("student", "note"),
    [
        (
            "lost_metadata",
            "had lost its grading metadata, restored: given-imports, given-check, relu",
        ),
        ("pasted_a_test", "pasted more than once, the original counts: test-relu-values"),
        ("deleted_tests", "cell missing, put back: given-imports, check-relu, test-relu-values"),
    ],
)
def test_a_repair_is_noted(a_class: Course, module: Module, student: str, note: str) -> None:
    assert outcome(a_class, module, student).notes[0].startswith(note)


UNGRADABLE = {
    "os_exit": (Verdict.KILLED, "ended its own process"),
    "quits": (Verdict.KILLED, "ended its own process"),
    "kills_the_worker": (Verdict.KILLED, "ended without a result"),
    "broken_file": (Verdict.UNREADABLE, "activations.ipynb is not a notebook"),
    "wrong_name": (Verdict.MISSING, "'homework.ipynb'"),
}


@pytest.mark.parametrize(
    ("student", "verdict", "note"), [(who, *what) for who, what in UNGRADABLE.items()]
)
def test_what_cannot_be_graded_is_a_row_with_nothing_and_a_reason(
    a_class: Course, module: Module, student: str, verdict: Verdict, note: str
) -> None:
    assert set(marks(a_class, module, student).values()) == {0.0}
    found = outcome(a_class, module, student)
    assert found.verdict == verdict
    (only,) = found.notes
    assert note in only


def test_everybody_has_a_verdict(a_class: Course, module: Module) -> None:
    for student in a_class.students(module):
        found = outcome(a_class, module, student)
        assert (found.student, found.module) == (student, module.id)
        assert found.fingerprint


def test_files_beside_the_notebook_gain_nothing(a_class: Course, module: Module) -> None:
    assert marks(a_class, module, "shadows") == marks(a_class, module, "wrong")
    beside = sorted(path.name for path in a_class.autograded("shadows", module).rglob("*.py"))
    assert beside == []


def test_a_test_that_looks_like_an_experiment_is_run_nevertheless(
    a_class: Course, module: Module, hidden_tests: Points
) -> None:
    assert lost(a_class, module, "passes_over_tests", hidden_tests) == dict.fromkeys(
        hidden_tests, 0.0
    )


def test_the_seed_of_the_tests_is_recorded(a_class: Course, module: Module) -> None:
    students = "complete", "untouched", "wrong"
    seeds = [outcome(a_class, module, student).seed for student in students]
    assert seeds == [seed_of_tests(a_class.seed, module.id, student) for student in students]
    kept = read(a_class.autograded("complete", module) / "activations.ipynb")
    assert kept.metadata.tinytorch.seed == seeds[0]


def test_experiments_are_not_run(a_class: Course, module: Module) -> None:
    graded = read(a_class.autograded("complete", module) / "activations.ipynb")
    tagged = [cell for cell in graded.cells if "skip-execution" in cell.metadata.get("tags", [])]
    assert len(tagged) > 3
    assert all(not cell.outputs and cell.execution_count is None for cell in tagged)


def test_no_kernel_is_left_behind(a_class: Course) -> None:
    assert kernels_left(a_class) == []


def test_a_notebook_under_another_name_has_its_marks_and_a_note(
    a_class: Course, module: Module
) -> None:
    found = outcome(a_class, module, "renamed")
    assert (found.verdict, found.notes) == (
        Verdict.OK,
        ["'activations (1).ipynb' is used as activations.ipynb"],
    )
    assert marks(a_class, module, "renamed") == marks(a_class, module, "complete")
