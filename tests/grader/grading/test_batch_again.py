"""Grading again: nothing twice, the same marks, and a person's mark stays."""

from pathlib import Path

import pytest
from kit import answered, cell_of, grade_all, hand_in, marks, outcome, write_notebook

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Verdict
from grader.course.term import Course
from grader.grading.batch import grade, to_grade


def mark_by_hand(course: Course, module: Module, student: str, points: dict[str, float]) -> None:
    with course.gradebook() as gradebook:
        for name, score in points.items():
            grade = gradebook.find_grade(name, module.name, module.id, student)
            grade.manual_score = score
        gradebook.db.commit()


def test_what_is_graded_is_not_graded_again(a_class: Course, module: Module) -> None:
    assert to_grade(a_class, module, engine="nbgrader") == []


def test_again_means_everybody(a_class: Course, module: Module) -> None:
    assert to_grade(a_class, module, again=True) == a_class.students(module)


def test_a_changed_submission_is_graded_again_and_no_other(
    graded_before: Course, module: Module
) -> None:
    hand_in(graded_before, module, "untouched", answered(graded_before, module))
    hand_in(graded_before, module, "latecomer", answered(graded_before, module))
    assert to_grade(graded_before, module) == ["latecomer", "untouched"]


def test_a_submission_whose_verdict_was_lost_is_graded_again(
    graded_before: Course, module: Module
) -> None:
    graded_before.verdict("complete", module).write_text("{", encoding="utf-8")
    assert to_grade(graded_before, module) == ["complete"]


def test_one_student_is_looked_at_alone(a_class: Course, module: Module) -> None:
    assert to_grade(a_class, module, again=True, student="wrong") == ["wrong"]
    assert to_grade(a_class, module, student="wrong") == []


def test_a_student_without_submission_is_named(a_class: Course, module: Module) -> None:
    with pytest.raises(CourseError, match=r"nothing from 'nobody'.*02_activations"):
        to_grade(a_class, module, student="nobody")


def test_nothing_is_graded_before_the_release(module: Module, tmp_path: Path) -> None:
    course = Course(Course.here().root, tmp_path)
    with pytest.raises(CourseError, match=r"02_activations is not released.*make release"):
        grade(course, module, ["ada"], report=lambda outcome: None)


def test_a_rerun_with_one_job_gives_the_marks_that_two_jobs_gave(
    graded_before: Course, a_class: Course, module: Module
) -> None:
    students = ["complete", "wrong", "warns_and_prints_in_tests"]
    grade_all(graded_before, module, students, jobs=1)
    for student in students:
        assert marks(graded_before, module, student) == marks(a_class, module, student)
        assert outcome(graded_before, module, student) == outcome(a_class, module, student)


def test_a_person_s_mark_survives_grading_again(graded_before: Course, module: Module) -> None:
    mark_by_hand(graded_before, module, "wrong", {"test-relu-values": 2.5, "q4-why-relu": 3})
    grade_all(graded_before, module, ["wrong"])
    earned = marks(graded_before, module, "wrong")
    assert (earned["test-relu-values"], earned["q4-why-relu"]) == (2.5, 3)


def test_a_person_s_mark_survives_a_broken_file(graded_before: Course, module: Module) -> None:
    mark_by_hand(graded_before, module, "complete", {"q4-why-relu": 2})
    hand_in(graded_before, module, "complete", "no notebook")
    grade_all(graded_before, module, ["complete"])
    earned = marks(graded_before, module, "complete")
    assert outcome(graded_before, module, "complete").verdict == Verdict.UNREADABLE
    assert earned.pop("q4-why-relu") == 2
    assert set(earned.values()) == {0.0}


def test_a_better_submission_replaces_the_marks(graded_before: Course, module: Module) -> None:
    hand_in(graded_before, module, "broken_file", answered(graded_before, module))
    assert to_grade(graded_before, module, engine="nbgrader") == ["broken_file"]
    grade_all(graded_before, module, ["broken_file"])
    assert marks(graded_before, module, "broken_file") == marks(graded_before, module, "complete")


def test_what_lies_in_the_way_does_not_stop_a_rerun(graded_before: Course, module: Module) -> None:
    """A folder of results that an earlier run, or a person, left in any state is written anew."""
    graded = graded_before.autograded("wrong", module) / "activations.ipynb"
    book = read(graded)
    cell_of(book, "test-relu-values").outputs = []
    graded.unlink()
    write_notebook(graded, book)
    grade_all(graded_before, module, ["wrong"])
    assert cell_of(read(graded), "test-relu-values").outputs
