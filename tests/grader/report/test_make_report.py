"""A module's report from a term: who is in the class, what counts, and what stands in it."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from kit import answered, cell_of, grade_all, hand_in

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.gradebook.marks import enter_students
from grader.gradebook.settle import settle
from grader.library.answers import load_answer
from grader.release.make import release
from grader.report.anonymous import without_names
from grader.report.make import make_report
from grader.report.model import Report
from grader.report.page import page
from grader.submissions.roster.entries import Entry, Roster

ABSOLUTE = load_answer(ROOT / "tests/answers/02_activations/relu/wrong/absolute_value.py")
DUE = datetime.now(UTC).replace(tzinfo=None, microsecond=0) - timedelta(days=1)
PEOPLE = {
    "ada": "Ada <b>Lovelace</b>", "ben": "Ben Hopper", "cara": "Cara", "dina": "Dina", "zoe": "Zoe",
}  # fmt: skip


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A class in which ada and ben have the same misconception, and dina has begun nothing."""
    course = Course(ROOT, tmp_path_factory.mktemp("report"))
    module = course.manifest.module("activations")
    release(course, module)
    roster = Roster(course)
    roster.put(
        Entry(student=student, name=name, platform="csv", section="A" if student < "c" else "B")
        for student, name in PEOPLE.items()
    )
    roster.save()
    enter_students(course, list(roster.entries.values()))
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(module.id, duedate=DUE)
    wrong = answered(course, module, {"relu": ABSOLUTE.code})
    path = hand_in(course, module, "ada", wrong)
    late = f"{DUE + timedelta(hours=5)} UTC\n"
    (path.parent / "timestamp.txt").write_text(late, encoding="utf-8")
    hand_in(course, module, "ben", wrong)
    repaired = answered(course, module)
    repaired.cells.remove(cell_of(repaired, "test-relu-values"))
    hand_in(course, module, "cara", repaired)
    hand_in(course, module, "dina", read(course.release(module)))
    hand_in(course, module, "eve", "no notebook")
    grade_all(course, module, course.students(module), engine="wall")
    hand_in(course, module, "faro", answered(course, module))
    return course


@pytest.fixture(scope="module")
def module(course: Course) -> Module:
    return course.manifest.module("activations")


@pytest.fixture(scope="module")
def report(course: Course, module: Module) -> Report:
    return make_report(course, module)


def test_everybody_of_the_roster_and_who_handed_in_is_the_class(report: Report) -> None:
    found = report.handed_in
    assert (found.people, found.handed_in.count, found.graded) == (7, 6, 4)
    assert found.missing.students == ["zoe"]
    assert [(each.student, each.hours) for each in found.lateness] == [("ada", 5.0)]
    assert found.due == DUE.replace(tzinfo=UTC)


def test_the_misconception_of_two_comes_first_with_the_section_that_teaches_it(
    report: Report,
) -> None:
    first = report.mistakes[0]
    assert first.sentence == ABSOLUTE.about
    assert first.students.students == ["ada", "ben"]
    assert first.tasks == ["relu"]
    assert "section" in first.read
    assert first.points_lost > 0


def test_tasks_have_their_titles_and_who_never_began_them(report: Report, module: Module) -> None:
    tasks = {task.name: task for task in report.tasks}
    assert list(tasks) == list(module.points)
    relu = tasks["relu"]
    assert "ReLU" in relu.title
    assert relu.not_begun.students == ["dina"]
    assert relu.share is not None and 0.25 <= relu.share < 1
    # Four students have no quarters.
    assert relu.best is None


def test_whom_to_help_and_what_to_look_at(report: Report) -> None:
    reasons = {each.student: each.reasons for each in report.help}
    assert next(iter(reasons)) == "dina"
    assert reasons["zoe"] == ["handed in nothing"]
    assert reasons["eve"] == ["handed in a file that cannot be graded"]
    looked_at = {each.student: each for each in report.by_hand}
    assert {student: each.kind for student, each in looked_at.items()} == {
        "cara": "repaired",
        "eve": "unreadable",
        "faro": "not graded",
    }
    assert looked_at["cara"].notes == ["cell missing, put back: test-relu-values"]
    assert [line for line in report.notes if "1 of 6 submissions have no scores" in line]


EXCEPTIONS = """
excused:
  - {student: zoe, module: activations, reason: ill}
  - {student: dina, module: activations, exercise: relu}
points:
  - {student: cara, module: activations, exercise: tanh, points: 2, reason: oral exam}
extensions:
  - {student: gil, module: activations, due: 2099-12-01}
"""


def test_exceptions_are_shown_and_nobody_is_missing_who_need_not_hand_in(
    course: Course, module: Module, tmp_path: Path
) -> None:
    shutil.copytree(course.folder, tmp_path / "term")
    excepted = Course(ROOT, tmp_path / "term")
    roster = Roster(excepted)
    roster.put([Entry(student="gil", name="Gil", platform="csv")])
    roster.save()
    (excepted.folder / "exceptions.yml").write_text(EXCEPTIONS, encoding="utf-8")
    settle(excepted)
    found = make_report(excepted, module)
    assert found.handed_in.excused.students == ["zoe"]
    assert found.handed_in.missing.students == ["gil"]
    assert not {"zoe", "gil"} & {each.student for each in found.help}
    told = {each.student: " ".join(each.notes) for each in found.exceptions}
    assert sorted(told) == ["cara", "dina", "gil", "zoe"]
    assert "Due date with the extension: 2099-12-01" in told["gil"]
    assert "excused" in told["zoe"] and "relu is excused" in told["dina"]
    assert "2 points, set by the instructor: oral exam" in told["cara"]
    tasks = {task.name: task for task in found.tasks}
    assert tasks["relu"].not_begun.students == [] and tasks["tanh"].not_begun.students == ["dina"]
    assert tasks["tanh"].share is not None and tasks["tanh"].share < 1
    text = page(found)
    assert "oral exam" in text and "<strong>1</strong> excused" in text
    bare = page(without_names(found))
    assert "4 students with an extension" in bare and "oral exam" not in bare


def test_a_section_is_a_class_of_its_own(course: Course, module: Module) -> None:
    found = make_report(course, module, section="A")
    assert (found.handed_in.people, found.handed_in.missing.count) == (2, 0)
    assert found.mistakes[0].students.count == 2
    with pytest.raises(CourseError, match=r"Nobody is in the section 'C'. There are: A, B\."):
        make_report(course, module, section="C")


def test_the_report_is_read_back_from_its_json(report: Report) -> None:
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_without_names_nobody_is_left_and_the_figures_stay(report: Report) -> None:
    bare = without_names(report)
    for text in (bare.model_dump_json(), page(bare)):
        for name in [*PEOPLE, *PEOPLE.values(), "eve", "faro"]:
            assert f'"{name}"' not in text
            assert f">{name}<" not in text
            assert f"({name})" not in text
        assert "Lovelace" not in text and "Hopper" not in text
    assert bare.mistakes[0].students.count == 2
    assert bare.handed_in.missing.count == 1
    assert bare.help_count == report.help_count > 0
    assert bare.by_hand_counts == report.by_hand_counts


def test_the_page_has_everything_without_a_script_and_escapes_names(report: Report) -> None:
    text = page(report)
    assert "<script" not in text and "http" not in text.replace("http-equiv", "")
    assert "Ada &lt;b&gt;Lovelace&lt;/b&gt;" in text and "<b>Lovelace" not in text
    assert ABSOLUTE.about in text
    for anchor in ("handed-in", "points", "misconceptions", "tasks", "not-begun", "help", "alike"):
        assert f'<section id="{anchor}">' in text


def test_a_module_that_is_not_released_has_no_report(course: Course) -> None:
    with pytest.raises(CourseError, match="run `make release MODULE=layers`"):
        make_report(course, course.manifest.module("layers"))
