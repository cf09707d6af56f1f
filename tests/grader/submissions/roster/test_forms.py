"""Each platform's table is known by its header, with every id that it has."""

from pathlib import Path

import pytest
from platform_files import ADA, BEN, FILES, FOX, ZOE, canvas

from grader.course.errors import CourseError
from grader.submissions.roster.forms import Listed, Sheet, mark_columns, maximum, recognise

PATH = Path("class.csv")


def sheet(name: str) -> Sheet:
    return recognise(PATH, FILES[name]())


@pytest.mark.parametrize(
    ("name", "platform", "kind"),
    [
        ("canvas", "canvas", "gradebook"),
        ("moodle worksheet", "moodle", "grading worksheet"),
        ("moodle gradebook", "moodle", "gradebook or participants"),
        ("moodle participants", "moodle", "gradebook or participants"),
        ("blackboard", "blackboard", "gradebook"),
        ("brightspace", "brightspace", "grades"),
        ("own", "csv", "table"),
    ],
)
def test_a_table_is_known_by_its_header(name: str, platform: str, kind: str) -> None:
    found = sheet(name)
    assert (found.form.platform, found.form.kind) == (platform, kind)
    assert [each.name for _, each in found.people] == [ADA, BEN, ZOE, FOX]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("canvas", {"number": "4711", "id": "s001", "login": "ada", "section": "A"}),
        ("moodle worksheet", {"number": "815", "email": "ada@uni.example"}),
        ("moodle gradebook", {"id": "s001", "email": "ada@uni.example"}),
        ("moodle participants", {"email": "ada@uni.example", "section": "A, G1"}),
        ("blackboard", {"id": "s001", "login": "ada"}),
        ("brightspace", {"id": "s001", "login": "ada", "email": "ada@uni.example"}),
        ("own", {"login": "ada", "email": "ada@uni.example", "section": "A"}),
    ],
)
def test_every_id_is_kept(name: str, ids: dict[str, str]) -> None:
    _, ada = sheet(name).people[0]
    assert {part: getattr(ada, part) for part in ids} == ids


def test_canvas_s_other_layout_with_two_columns_of_names() -> None:
    data = b"LastName,FirstName,ID,SIS Login ID,Section\nLovelace,Ada,4711,ada,A\n"
    ((_, ada),) = recognise(PATH, data).people
    assert (ada.name, ada.first, ada.last) == (ADA, "Ada", "Lovelace")


def test_rows_of_canvas_that_are_no_student_stand_aside() -> None:
    assert [each.row for each in sheet("canvas").aside] == [2, 3, 8]


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("canvas", {"Warm-up (90209)": 10, "Layers (90210)": 100}),
        ("moodle worksheet", {"Grade": 100}),
        (
            "moodle gradebook",
            {"Assignment: Warm-up (Real)": None, "Assignment: Layers (Real)": None},
        ),
        ("moodle participants", {}),
        ("own", {}),
    ],
)
def test_columns_of_marks_and_their_maxima(name: str, columns: dict[str, float | None]) -> None:
    found = sheet(name)
    assert {
        found.table.header[place]: maximum(found, place) for place in mark_columns(found)
    } == columns


@pytest.mark.parametrize("name", ["blackboard", "brightspace"])
def test_maxima_that_stand_in_the_header(name: str) -> None:
    found = sheet(name)
    assert [maximum(found, place) for place in mark_columns(found)][:2] == [10, 100]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("4712", "4711"), "rows 4 and 5 have the same number '4711'"),
        (("s002", "S001"), "rows 4 and 5 have the same id 'S001'"),
        (("4712", "4.71E+03"), r"row 5: a spreadsheet has rounded ID to 4\.71E\+03"),
        (("4712", ""), "row 5: ID is '', which has no number"),
        (("Layers (90210)", "Section"), "row 1: two columns are called 'Section'"),
        (("Student,ID", "Studierende,ID"), r"row 1: unknown header \(Studierende, ID"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(change: tuple[str, str], what: str) -> None:
    with pytest.raises(CourseError, match=rf"class\.csv: {what}"):
        recognise(PATH, canvas().replace(change[0].encode(), change[1].encode()))


def test_a_row_without_a_person_is_named() -> None:
    with pytest.raises(CourseError, match="row 3: it names nobody"):
        recognise(PATH, b"login,section\nada,A\n,B\n")


def test_a_person_is_shown_with_an_id() -> None:
    assert str(Listed(2, name=ADA, login="ada")) == "Ada Lovelace (ada)"
    assert str(Listed(2, number="815")) == "participant 815 (815)"
