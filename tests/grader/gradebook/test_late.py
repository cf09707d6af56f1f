"""Late work: both engines take the collector's time, and nbgrader's rule gives the same penalty."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from kit import answered, grade_all, hand_in, marks, with_manifest

from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.grades import write_csv
from grader.grading.batch import grade, to_grade
from grader.grading.engines import ENGINES

DUE = datetime(2026, 3, 1, 12, 0)
# name -> (what the collector wrote, penalty in points of 37)
CLASS = {
    "in_time": ("2026-03-01 12:00:00", None),
    "an_hour_late": ("2026-03-01 13:00:00 UTC", 2.0),
    "late_in_another_zone": ("2026-03-01 14:30:00 +0100", 4.0),
    "very_late": ("2026-03-09 12:00:00", 37.0),
    "without_a_time": (None, None),
    "with_a_time_that_is_none": ("tomorrow", None),
}


def course_with(term: Course, root: Path, penalty: str) -> Course:
    def change(manifest: dict[str, Any]) -> None:
        manifest["late"] = {"penalty": penalty}

    course = with_manifest(root, term.folder, change)
    with course.gradebook() as gradebook:
        gradebook.find_assignment("02_activations").duedate = DUE
        gradebook.db.commit()
    return course


def stamp(course: Course, module: Module, student: str, text: str) -> None:
    (course.submitted(student, module) / "timestamp.txt").write_text(text, encoding="utf-8")


def of(course: Course, module: Module, student: str) -> tuple[float, float | None, str]:
    with course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, student)
        return book.score, book.late_submission_penalty, str(book.assignment.timestamp)


@pytest.fixture(scope="module")
def terms(
    term: Course, module: Module, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Course]:
    """engine -> a term in which it has graded the class, with a rule of the instructor's own."""
    root = tmp_path_factory.mktemp("late")
    found = {}
    for engine in ENGINES:
        course = found[engine] = course_with(term, root / engine, "late_rule.TwoPointsAnHour")
        for student, (text, _) in CLASS.items():
            hand_in(course, module, student, answered(course, module))
            if text is not None:
                stamp(course, module, student, text)
        hand_in(course, module, "unreadable", "no notebook")
        stamp(course, module, "unreadable", "2026-03-01 13:00:00")
        grade(course, module, course.students(module), engine=engine, report=lambda outcome: None)
    return found


@pytest.mark.parametrize("student", CLASS)
def test_marks_and_penalty_are_the_same_under_both_engines(
    terms: dict[str, Course], module: Module, student: str
) -> None:
    found = {engine: of(course, module, student) for engine, course in terms.items()}
    assert found["nbgrader"] == found["wall"]
    assert found["wall"][:2] == (37.0, CLASS[student][1])
    assert marks(terms["nbgrader"], module, student) == marks(terms["wall"], module, student)


def test_what_cannot_be_read_is_late_too_and_loses_nothing(
    terms: dict[str, Course], module: Module
) -> None:
    for course in terms.values():
        assert of(course, module, "unreadable") == (0.0, 0.0, "2026-03-01 13:00:00")


def test_grades_csv_tells_the_penalty_and_the_time(terms: dict[str, Course]) -> None:
    ours, theirs = (
        write_csv(course).read_text(encoding="utf-8").splitlines() for course in terms.values()
    )
    (line,) = (
        line for line in ours if ",an_hour_late," in line and line.startswith("02_activations,")
    )
    assert line.startswith(
        "02_activations,2026-03-01 12:00:00,2026-03-01 13:00:00,an_hour_late,,,,37.0,2.0,35.0,40.0,"
    )
    assert [line.rsplit(",", 1)[0] for line in ours] == [line.rsplit(",", 1)[0] for line in theirs]


@pytest.mark.parametrize("engine", ENGINES)
def test_cannot_be_in_time_by_a_file_in_the_notebook_s_folder(
    term: Course, module: Module, engine: str, tmp_path: Path
) -> None:
    """What a student's code writes while it is graded is no time of handing in, then or later."""
    course = course_with(term, tmp_path / "root", "zero")
    forge = "open('timestamp.txt', 'w').write('2020-01-01 00:00:00')\n"
    hand_in(course, module, "ada", answered(course, module, {"q1-cost": f"{forge}q1 = 0\n"}))
    stamp(course, module, "ada", "2026-03-02 12:00:00")
    for _ in range(2):
        grade(course, module, ["ada"], engine=engine, report=lambda outcome: None)
        score, penalty, moment = of(course, module, "ada")
        assert (penalty, moment) == (score, "2026-03-02 12:00:00")
    assert score > 0


def test_work_that_was_collected_again_with_a_new_time_is_graded_again(
    term: Course, module: Module, tmp_path: Path
) -> None:
    course = course_with(term, tmp_path / "root", "zero")
    hand_in(course, module, "ada", answered(course, module))
    stamp(course, module, "ada", "2026-03-02 12:00:00")
    grade_all(course, module, ["ada"])
    assert of(course, module, "ada")[1] == 37.0
    stamp(course, module, "ada", "2026-03-01 11:00:00")
    assert to_grade(course, module) == ["ada"]
    grade_all(course, module, ["ada"])
    assert of(course, module, "ada")[1] is None
