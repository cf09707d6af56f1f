"""Which submissions are due: the gradebook decides, and every change since is named."""

import os
import shutil
import subprocess
import sys

import pytest
from kit import answered, csv_rows, grade_all, hand_in, marks, outcome

from grader.course.manifest import Module
from grader.course.outcome import Verdict
from grader.course.term import ROOT, Course
from grader.feedback.pages import write_feedback
from grader.gradebook.grades import write_csv
from grader.grading.batch import to_grade
from grader.grading.due import changes, standing, summary


@pytest.fixture(scope="module")
def two(term: Course, module: Module, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A term in which two students have been graded; do not change it."""
    folder = tmp_path_factory.mktemp("two") / "term"
    shutil.copytree(term.folder, folder)
    course = Course(ROOT, folder)
    for student in ("ada", "ben"):
        hand_in(course, module, student, answered(course, module))
    grade_all(course, module, ["ada", "ben"], engine="wall")
    return course


@pytest.fixture
def course(two: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A copy of it of the test's own."""
    folder = tmp_path_factory.mktemp("copy") / "term"
    shutil.copytree(two.folder, folder)
    return Course(ROOT, folder)


def nbgrader(course: Course, *arguments: str) -> None:
    environment = {**os.environ, "COURSE": str(course.folder)}
    subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments], cwd=ROOT, env=environment, check=True
    )


def test_nothing_is_due_after_grading(two: Course, module: Module) -> None:
    assert standing(two, module, ["ada", "ben"], "wall") == {"ada": [], "ben": []}
    assert standing(two, module, ["ada"]) == {"ada": []}
    assert summary(module, standing(two, module, ["ada"])) == []


def test_another_engine_makes_due_what_it_did_not_run(two: Course, module: Module) -> None:
    assert standing(two, module, ["ada"], "nbgrader") == {"ada": ["engine"]}


def test_a_submission_that_changed_is_due_and_its_marks_are_told_to_be_stale(
    course: Course, module: Module
) -> None:
    hand_in(course, module, "ben", "{}")
    found = standing(course, module, ["ada", "ben"], "wall")
    assert found == {"ada": [], "ben": ["submission"]}
    assert changes(found) == ["submission"]
    assert summary(module, found) == [
        "02_activations: the scores of 1 of 2 submissions are stale (changed: submission): "
        "run `make grade MODULE=activations`."
    ]


def test_new_seed_makes_everybody_due(course: Course, module: Module) -> None:
    (course.folder / "seed").write_text("1\n", encoding="utf-8")
    course = Course(ROOT, course.folder)
    assert standing(course, module, ["ada", "ben"]) == {"ada": ["seed"], "ben": ["seed"]}


def test_marks_whose_notebook_is_gone_are_due(course: Course, module: Module) -> None:
    shutil.rmtree(course.autograded("ada", module))
    assert standing(course, module, ["ada", "ben"]) == {"ada": ["graded notebook"], "ben": []}


def test_a_record_without_marks_in_the_gradebook_counts_for_nothing(
    course: Course, module: Module
) -> None:
    before = marks(course, module, "ada")
    (course.folder / "gradebook.db").unlink()
    found = standing(course, module, ["ada", "ben"])
    assert found == {"ada": None, "ben": None}
    assert summary(module, found) == [
        "02_activations: 2 of 2 submissions have no scores in the gradebook: "
        "run `make grade MODULE=activations`."
    ]
    grade_all(course, module, to_grade(course, module), engine="wall")
    assert marks(course, module, "ada") == before


def test_an_assignment_that_was_removed_is_graded_anew(course: Course, module: Module) -> None:
    before = marks(course, module, "ada")
    nbgrader(course, "db", "assignment", "remove", module.id, "--force")
    assert to_grade(course, module) == ["ada", "ben"]
    grade_all(course, module, ["ada", "ben"], engine="wall")
    assert marks(course, module, "ada") == before
    assert list(csv_rows(write_csv(course).read_text(encoding="utf-8"), module)) == ["ada", "ben"]
    assert write_feedback(course, module, ["ada"])


def test_a_gradebook_from_before_the_last_grading_is_not_taken_for_the_newest(
    course: Course, module: Module
) -> None:
    old = course.folder / "old.db"
    shutil.copyfile(course.folder / "gradebook.db", old)
    hand_in(course, module, "ada", answered(course, module, {"relu": "ReLU = None"}))
    grade_all(course, module, ["ada"], engine="wall")
    newest = marks(course, module, "ada")
    shutil.copyfile(old, course.folder / "gradebook.db")
    assert to_grade(course, module) == ["ada"]
    grade_all(course, module, ["ada"], engine="wall")
    assert marks(course, module, "ada") == newest


def test_what_the_grader_failed_to_grade_has_no_marks(course: Course, module: Module) -> None:
    failed = outcome(course, module, "ada").model_copy(update={"verdict": Verdict.UNGRADED})
    failed.save(course.verdict("ada", module))
    assert standing(course, module, ["ada", "ben"]) == {"ada": None, "ben": []}


def test_a_record_of_an_earlier_version_is_due(course: Course, module: Module) -> None:
    """Such a record does not say what the scores depend on, and has no stamp in the gradebook."""
    old = outcome(course, module, "ada").model_dump(mode="json", exclude={"graded_with"})
    type(outcome(course, module, "ada")).model_validate(old).save(course.verdict("ada", module))
    assert standing(course, module, ["ada", "ben"]) == {"ada": None, "ben": []}
