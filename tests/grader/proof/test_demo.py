"""The made-up class of `make demo`."""

from pathlib import Path

import pytest
from kit import cell_of

from grader.course.errors import CourseError
from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.library.answers import solutions
from grader.proof.crowd import DUE, disguised
from grader.proof.demo import make_class, who_is_who
from grader.submissions.intake import Refusal, read_submission
from grader.submissions.roster.entries import Roster


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = Course(ROOT, tmp_path_factory.mktemp("demo"))
    make_class(course, course.manifest.module("layers"))
    return course


def test_eleven_students_hand_in_and_two_of_them_something_unusable(course: Course) -> None:
    module = course.manifest.module("layers")
    assert len(course.students(module)) == 11
    refused = [
        student
        for student in course.students(module)
        if isinstance(read_submission(course, student, module), Refusal)
    ]
    assert refused == ["jon", "kim"]


def test_everybody_is_introduced(course: Course) -> None:
    introduced = [part.split(": ")[0] for part in who_is_who().split("; ")]
    assert sorted(introduced) == course.students(course.manifest.module("layers"))


def test_the_first_student_has_the_source_s_solutions(course: Course) -> None:
    module = course.manifest.module("layers")
    book = read(course.submitted("ada", module) / "layers.ipynb")
    for name, code in solutions(course, module).items():
        assert cell_of(book, name).source == code


def test_the_next_demo_empties_what_the_last_one_made(course: Course) -> None:
    (course.folder / "grades.csv").write_text("old", encoding="utf-8")
    make_class(Course(ROOT, course.folder), course.manifest.module("layers"))
    assert not (course.folder / "grades.csv").exists()


def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(CourseError, match=r"did not make.*COURSE=dir"):
        make_class(Course(ROOT, tmp_path), Course.here().manifest.module("layers"))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_larger_class_has_a_roster_and_a_due_date_and_two_hand_in_the_same(
    tmp_path: Path,
) -> None:
    course = Course(ROOT, tmp_path / "large")
    module = course.manifest.module("layers")
    make_class(course, module, 60)
    people = Roster(course).entries
    assert len(people) == 60
    handed_in = course.students(module)
    assert 11 < len(handed_in) < 60 and set(handed_in) < set(people)
    with course.gradebook() as gradebook:
        assert gradebook.find_assignment(module.id).duedate == DUE
    copied = {
        source: disguised(source)
        for student in handed_in
        for path in course.submitted(student, module).glob("layers.ipynb")
        if student != "jon"  # whose file is cut
        for source in [cell_of(read(path), "linear").source]
    }
    # The last but one hands in a style that nobody else takes.
    (original,) = [one for one, other in copied.items() if other != one and other in copied]
    assert original != solutions(course, module)["linear"]
