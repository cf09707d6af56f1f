"""`exceptions.yml`: good files are read; each mistake is one line with the line and the entry."""

from datetime import datetime
from pathlib import Path

import pytest

from grader.course.errors import CourseError
from grader.course.term import ROOT, Course
from grader.gradebook.exceptions import Exceptions, load

GOOD = """\
zone: Europe/Berlin
late_days:
  each: 3
  students: {0042: 5}
extensions:
  - {student: ada, module: layers, due: 2026-12-04 18:00, reason: ill}
  - {student: "0042", module: 3, due: 2026-07-04}
  - {student: ben, module: 03_layers, due: 2026-12-04 18:00 +0000}
excused:
  - {module: layers, exercise: q1}
  - {student: ada, module: layers, exercise: dropout}
  - {student: ben, module: tensor}
points:
  - {student: ada, module: layers, exercise: linear, points: 12.5, reason: "The text was wrong: a"}
  - student: ada
    module: activations
    points: 0
    reason: Handed in another's work.
"""
STUDENTS = {"ada", "ben", "0042"}


def term_with(folder: Path, text: str | bytes) -> Course:
    data = text.encode() if isinstance(text, str) else text
    (folder / "exceptions.yml").write_bytes(data)
    return Course(ROOT, folder)


@pytest.fixture
def good(tmp_path: Path) -> Exceptions:
    return load(term_with(tmp_path, GOOD), STUDENTS)


def test_without_a_file_or_with_an_empty_one_nobody_has_an_exception(tmp_path: Path) -> None:
    assert load(Course(ROOT, tmp_path)) == Exceptions()
    for text in ("", "# later\n", "extensions:\npoints:\n", "{}\n"):
        assert load(term_with(tmp_path, text), set()) == Exceptions()


def test_an_id_of_digits_stays_as_it_is_written(good: Exceptions) -> None:
    assert [good.budget(each) for each in ("ada", "0042", "34")] == [3, 5, 3]
    assert good.of("0042", "03_layers").extension is not None


def test_a_module_may_have_any_of_its_names(good: Exceptions) -> None:
    assert {each.module for each in good.extensions} == {"03_layers"}


def test_dates_are_in_the_file_s_zone_unless_they_have_one(good: Exceptions) -> None:
    due = [good.in_utc(each.due) for each in good.extensions]
    assert due == [
        datetime(2026, 12, 4, 17, 0), datetime(2026, 7, 4, 21, 59, 59), datetime(2026, 12, 4, 18, 0)
    ]  # fmt: skip
    assert [good.written(each) for each in due] == [
        "2026-12-04 18:00 CET", "2026-07-04 23:59 CEST", "2026-12-04 19:00 CET"
    ]  # fmt: skip


def test_what_applies_to_a_student_is_theirs_and_what_all_have(good: Exceptions) -> None:
    ada = good.of("ada", "03_layers")
    assert ada.excused == {"q1", "dropout"}
    assert {name: each.points for name, each in ada.points.items()} == {"linear": 12.5}
    assert good.of("ben", "03_layers").excused == {"q1"}
    assert good.of("nobody", "03_layers") == good.of_all("03_layers")
    assert good.of("ben", "01_tensor").whole
    total = good.of("ada", "02_activations").total
    assert total is not None and (total.points, total.reason[:6]) == (0.0, "Handed")
    assert not good.of("ada", "01_tensor")


MISTAKES = {
    "unknown key": ("extentions: []\n", "line 1: extentions: unknown key"),
    "unknown key of an entry": (
        "extensions:\n  - {student: ada, module: layers, due: 2026-12-04, why: ill}\n",
        "line 2: extensions[0].why: unknown key",
    ),
    "no list": ("points: 5\n", "line 1: points: input should be a valid list (got '5')"),
    "no mapping": ("- ada\n", "line 1: input should be a valid dictionary"),
    "unknown student": (
        "excused:\n- module: layers\n  exercise: q1\n- student: zoe\n  module: layers\n",
        "line 4: excused[1].student: no such student in the gradebook",
    ),
    "unknown student's days": (
        "late_days:\n  students:\n    zoe: 3\n",
        "line 3: late_days.students.zoe: no such student",
    ),
    "unknown module": (
        "excused:\n- module: layer\n",
        "line 2: excused[0].module: no such module. Known: 01_tensor, ",
    ),
    "unknown exercise": (
        "excused:\n- module: layers\n  exercise: lin\n",
        "line 2: excused[0]: 03_layers has no exercise 'lin'. Known: layer, linear",
    ),
    "bad date": (
        "extensions:\n- student: ada\n  module: layers\n  due: 4.12.2026\n",
        "line 4: extensions[0].due: write a date as 2026-12-04, 2026-12-04 18:00 or",
    ),
    "no such day": (
        "extensions:\n- {student: ada, module: layers, due: 2026-02-30}\n",
        "line 2: extensions[0].due: day ",
    ),
    "no date": (
        "extensions:\n- {student: ada, module: layers}\n",
        "line 2: extensions[0].due: this key is required",
    ),
    "bad zone": ("zone: Berlin\n", "line 1: zone: no such time zone: write one such as Europe/"),
    "path for a zone": ("zone: ../../etc/passwd\n", "line 1: zone: no such time zone"),
    "bad days": (
        "late_days: {each: 2.5}\n",
        "line 1: late_days.each: input should be a valid integer",
    ),
    "negative days": (
        "late_days: {each: -1}\n",
        "line 1: late_days.each: input should be greater than or equal to 0 (got '-1')",
    ),
    "bad points": (
        "points:\n- {student: ada, module: 3, exercise: q1, points: many, reason: x}\n",
        "line 2: points[0].points: input should be a valid number",
    ),
    "points that are no number": (
        "points:\n- {student: ada, module: 3, exercise: q1, points: nan, reason: x}\n",
        "line 2: points[0].points: input should be ",
    ),
    "too many points": (
        "points:\n- {student: ada, module: 3, exercise: q1, points: 2.5, reason: x}\n",
        "line 2: points[0]: q1 has 2 points: give at most 2.",
    ),
    "too many points for all": (
        "points:\n- {student: ada, module: 3, points: 101, reason: x}\n",
        "line 2: points[0]: 03_layers has 100 points: give at most 100.",
    ),
    "no reason": (
        "points:\n- {student: ada, module: 3, points: 1}\n",
        "line 2: points[0].reason: this key is required.",
    ),
    "an empty reason": (
        "points:\n- {student: ada, module: 3, points: 1, reason: '  '}\n",
        "line 2: points[0].reason: string should have at least 1 character",
    ),
    "two extensions": (
        "extensions:\n- {student: ada, module: 3, due: 2026-12-04}\n"
        "- {student: ada, module: layers, due: 2026-12-05}\n",
        "line 3: extensions[1]: extensions[0] is about the same: remove one of the two.",
    ),
    "excused and with points": (
        "excused:\n- {module: 3, exercise: q1}\n"
        "points:\n- {student: ada, module: 3, exercise: q1, points: 1, reason: x}\n",
        "line 4: points[0]: excused[0] is about the same",
    ),
    "excused from all, and with points": (
        "excused:\n- {module: 3, student: ada}\n"
        "points:\n- {student: ada, module: 3, exercise: q1, points: 1, reason: x}\n",
        "line 4: points[0]: excused[0] is about the same",
    ),
    "a key twice": ("zone: UTC\nzone: UTC\n", "duplicate key 'zone' (line 2): remove one."),
    "no YAML": ("extensions: [\n", "not valid YAML: "),
    "no text": (b"\xff\xfe\x00", "not valid YAML: "),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_line_with_the_place(tmp_path: Path, name: str) -> None:
    text, said = MISTAKES[name]
    with pytest.raises(CourseError) as caught:
        load(term_with(tmp_path, text), STUDENTS)
    assert caught.value.message.startswith(f"exceptions.yml: {said}")
    assert "\n" not in caught.value.message
    assert caught.value.exit_code == 2


def test_students_are_not_checked_where_they_are_not_known(tmp_path: Path) -> None:
    course = term_with(tmp_path, "excused: [{student: zoe, module: layers}]\n")
    assert load(course).of("zoe", "03_layers").whole
