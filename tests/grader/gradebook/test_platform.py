"""The file that a platform takes back: its own, with one column filled and no formulas."""

import csv
import io
from pathlib import Path

import pytest
from platform_files import FILES, WITH_MARKS, canvas, moodle_worksheet

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import ROOT, Course
from grader.gradebook.marks import Mark
from grader.gradebook.platform import (
    Filled,
    Order,
    as_number,
    choose_column,
    factor,
    fill,
    plain_table,
)
from grader.submissions.people import People
from grader.submissions.roster.forms import Sheet, mark_columns, recognise
from grader.submissions.roster.update import update

NAMES = ("03_layers", "layers", "Layers")
PATH = Path("class.csv")
SIGNS = ("=", "+", "-", "@")


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(ROOT, tmp_path / "term")


@pytest.fixture
def layers(course: Course) -> Module:
    return course.manifest.module("layers")


def take_in(course: Course, module: Module, data: bytes) -> tuple[Sheet, People]:
    sheet = recognise(PATH, data)
    update(course, sheet, data, module)
    return sheet, People(course)


def filled(
    course: Course, module: Module, data: bytes, marks: dict[str, Mark], section: str = ""
) -> Filled:
    """A table with marks: name -> mark."""
    sheet, people = take_in(course, module, data)
    students = {entry.name: entry.student for entry in people.roster.entries.values()}
    given = {students.get(name, name): mark for name, mark in marks.items()}
    column = choose_column(sheet, NAMES, None)
    return fill(sheet, people, given, Order(module.id, column, section))


def column_of(data: bytes, module: Module) -> dict[str, str]:
    """Who -> what stands in the column of marks, in a file that was written."""
    sheet = recognise(PATH, data)
    place = choose_column(sheet, NAMES, None)
    return {
        each.number or each.id or each.login: record.cells[place] for record, each in sheet.people
    }


@pytest.mark.parametrize("name", WITH_MARKS)
def test_a_round_trip_has_the_marks_and_the_same_people_in_the_same_style(
    course: Course, layers: Module, name: str
) -> None:
    data = WITH_MARKS[name]()
    marks = {"Ada Lovelace": Mark(87.5), "Ben Hopper": Mark(0.0)}
    result = filled(course, layers, data, marks)
    before, after = recognise(PATH, data), recognise(PATH, result.data)
    assert after.form == before.form
    assert after.table.style == before.table.style
    assert [each.row for _, each in after.people] == [each.row for _, each in before.people]
    (column,) = mark_columns(after)
    assert after.table.header[column] == before.table.header[choose_column(before, NAMES, None)]
    assert [record.cells[column] for record, _ in after.people][:2] == ["87.5", "0"]
    assert (result.written, result.changed) == (2, 1)


@pytest.mark.parametrize("name", WITH_MARKS)
def test_the_order_of_the_columns_is_the_platform_s(
    course: Course, layers: Module, name: str
) -> None:
    before = recognise(PATH, WITH_MARKS[name]()).table.header
    after = recognise(PATH, filled(course, layers, WITH_MARKS[name](), {}).data).table.header
    assert after == [each for each in before if each in after]
    # Another assignment's marks may have changed on the platform since.
    assert not any("Warm-up" in each for each in after)


@pytest.mark.parametrize("name", WITH_MARKS)
def test_no_name_can_become_a_formula(course: Course, layers: Module, name: str) -> None:
    data = filled(course, layers, WITH_MARKS[name](), {"Ada Lovelace": Mark(1.0)}).data
    table = recognise(PATH, data).table
    cells = [cell for record in table.records for cell in record.cells]
    assert [cell for cell in cells if cell.lstrip().startswith(SIGNS) and cell != "-"] == []


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t="])
def test_a_key_that_is_a_formula_leaves_the_row_out_and_is_told(
    course: Course, layers: Module, sign: str
) -> None:
    data = FILES["blackboard"]().replace(
        '"ada"'.encode("utf-16-le"), f'"{sign}cmd()"'.encode("utf-16-le")
    )
    result = filled(course, layers, data, {"Ada Lovelace": Mark(1.0), "Ben Hopper": Mark(2.0)})
    assert result.notes[0].startswith("row 2: left out, since its Username would be a formula")
    assert "Ada Lovelace" not in {each.name for _, each in recognise(PATH, result.data).people}


def test_canvas_s_own_rows_stay(course: Course, layers: Module) -> None:
    text = filled(course, layers, canvas(), {}).data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Layers (90210)"]
    assert rows[1] == ["", "", "", "", "", "Manual Posting"]
    assert rows[2] == ["    Points Possible", "", "", "", "", "100"]


def test_who_is_excused_has_ex_in_canvas_and_no_mark_elsewhere(
    course: Course, layers: Module
) -> None:
    marks = {"Ada Lovelace": Mark(None, "excused", excused=True)}
    result = filled(course, layers, canvas(), marks)
    assert column_of(result.data, layers)["4711"] == "EX" and result.written == 1
    other = filled(course, layers, moodle_worksheet(), marks)
    assert other.written == 0 and any("no mark: excused" in note for note in other.notes)


def test_what_the_platform_has_locked_stays_as_it_is(course: Course, layers: Module) -> None:
    marks = {"Zoë Müller": Mark(5.0)}
    result = filled(course, layers, canvas(), marks)
    assert column_of(result.data, layers)["4713"] == "EX"
    assert "zoe: no mark: the platform says excused (EX)" in result.notes
    other = filled(course, layers, moodle_worksheet(), marks)
    assert column_of(other.data, layers)["817"] == ""
    assert any("cannot be changed" in note for note in other.notes)


def test_a_waiting_word_of_blackboard_gives_way_to_the_mark(course: Course, layers: Module) -> None:
    result = filled(course, layers, FILES["blackboard"](), {"Zoë Müller": Mark(5.0)})
    assert column_of(result.data, layers)["s003"] == "5"


def test_a_mark_that_is_held_back_leaves_the_cell_as_it_is(course: Course, layers: Module) -> None:
    result = filled(course, layers, canvas(), {"Ben Hopper": Mark(None, "not graded yet")})
    assert column_of(result.data, layers)["4712"] == "12"
    assert "ben: no mark: not graded yet" in result.notes
    assert "ada: no mark: nothing was handed in" in result.notes


def test_who_has_a_mark_but_no_row_is_told_and_who_has_a_row_but_is_unknown(
    course: Course, layers: Module
) -> None:
    result = filled(course, layers, canvas(), {"stranger": Mark(3.0)})
    assert "stranger: has a mark, but no row in class.csv" in result.notes
    people = People(Course(ROOT, course.folder.parent / "another"))
    sheet = recognise(PATH, canvas())
    lost = fill(sheet, people, {}, Order(layers.id, choose_column(sheet, NAMES, None)))
    assert lost.notes[0] == "row 4: Ada Lovelace (ada) is not in the roster: no mark"


def test_one_section_has_its_rows_alone(course: Course, layers: Module) -> None:
    marks = {"Ada Lovelace": Mark(1.0), "Ben Hopper": Mark(2.0), "Zoë Müller": Mark(3.0)}
    data = filled(course, layers, canvas(), marks, section="b").data
    assert list(column_of(data, layers)) == ["4712", "4713", "4714"]
    with pytest.raises(CourseError, match=r"nobody is in section 'C'\. Sections: A, A and B, B"):
        filled(course, layers, canvas(), marks, section="C")


def test_the_column_is_that_of_the_module_or_the_one_that_is_asked_for(course: Course) -> None:
    sheet = recognise(PATH, canvas())
    assert sheet.table.header[choose_column(sheet, NAMES, None)] == "Layers (90210)"
    assert sheet.table.header[choose_column(sheet, NAMES, "90209")] == "Warm-up (90209)"
    with pytest.raises(CourseError, match=r"no column .*one of: Warm-up \(90209\); Layers"):
        choose_column(sheet, ("tensor",), None)
    with pytest.raises(CourseError, match="several columns match 9020"):
        choose_column(recognise(PATH, canvas().replace(b"90210", b"90208")), NAMES, "9020")
    with pytest.raises(CourseError, match="without a column of marks: create the assignment"):
        choose_column(recognise(PATH, FILES["moodle participants"]()), NAMES, None)


def test_other_maxima_are_an_error_unless_points_are_to_be_scaled() -> None:
    sheet = recognise(PATH, canvas())
    column = choose_column(sheet, NAMES, None)
    assert factor(sheet, column, 100, scale=False) == 1.0
    assert factor(sheet, column, 40, scale=True) == 2.5
    with pytest.raises(CourseError, match=r"'Layers \(90210\)' has 100 points, the module 40"):
        factor(sheet, column, 40, scale=False)
    grades = recognise(PATH, FILES["moodle gradebook"]())
    assert factor(grades, choose_column(grades, NAMES, None), 40, scale=False) == 1.0


@pytest.mark.parametrize(
    ("points", "text"), [(0.0, "0"), (87.5, "87.5"), (100 / 3, "33.33"), (123456.789, "123456.79")]
)
def test_points_are_plain_numbers(points: float, text: str) -> None:
    assert as_number(points) == text


def test_a_table_of_ours_has_everybody_and_every_id(course: Course, layers: Module) -> None:
    _, people = take_in(course, layers, FILES["own"]())
    marks = {"ada": Mark(87.5), "stranger": Mark(None, "not graded yet")}
    table = plain_table(people, marks, 100.0, "")
    rows = list(csv.DictReader(io.StringIO(table.data.decode())))
    assert [(each["student_id"], each["score"]) for each in rows] == [
        ("ada", "87.5"), ("ben", ""), ("fox", ""), ("stranger", ""), ("zoe", ""),
    ]  # fmt: skip
    assert rows[0]["email"] == "ada@uni.example"
    assert rows[2]["name"] == "'=SUM(A1) Fox"
    assert table.written == 1
    only = plain_table(people, marks, 100.0, "A").data.decode()
    assert only.count("\n") == 3
    with pytest.raises(CourseError, match=r"Nobody is in section 'C'\. Sections: A, B"):
        plain_table(people, marks, 100.0, "C")
