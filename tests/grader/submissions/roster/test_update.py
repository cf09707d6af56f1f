"""Who is new, gone or doubtful, in the tables of every platform, one after the other."""

from pathlib import Path

import pytest
from platform_files import FILES, canvas, moodle_worksheet, own

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.people import People
from grader.submissions.roster.entries import Entry, Roster
from grader.submissions.roster.forms import recognise
from grader.submissions.roster.update import Changes, kept_table, update
from grader.submissions.sender import Sender

PATH = Path("class.csv")


def read(
    course: Course, data: bytes, module: Module | None = None, *, part: bool = False
) -> Changes:
    return update(course, recognise(PATH, data), data, module, part=part)


def without(data: bytes, word: bytes) -> bytes:
    """A table without the rows that have a word in them."""
    return b"".join(line for line in data.splitlines(keepends=True) if word not in line)


def entry(course: Course, student: str) -> Entry:
    return Roster(course).entries[student]


@pytest.mark.parametrize("name", FILES)
def test_everybody_is_new_once(course: Course, module: Module, name: str) -> None:
    changes = read(course, FILES[name](), module)
    assert (len(changes.new), changes.gone, changes.doubtful) == (4, [], [])
    again = read(course, FILES[name](), module)
    assert (again.new, again.gone, again.doubtful) == ([], [], [])
    assert len(Roster(course).entries) == 4


def test_the_login_is_the_id_else_the_name(course: Course, module: Module) -> None:
    read(course, own())
    assert list(Roster(course).entries) == ["ada", "ben", "fox", "zoe"]


def test_who_is_left_out_is_gone_and_stays_in_the_roster(course: Course) -> None:
    read(course, canvas())
    changes = read(course, without(canvas(), b"4712"))
    assert changes.gone == ["Ben Hopper (ben)"]
    assert entry(course, "ben").gone
    assert read(course, without(canvas(), b"4712")).gone == []
    assert read(course, canvas()).new == []
    assert not entry(course, "ben").gone


def test_a_part_of_the_class_makes_nobody_gone(course: Course) -> None:
    read(course, canvas())
    assert read(course, without(canvas(), b"4712"), part=True).gone == []


def test_ids_of_two_platforms_come_together(course: Course, module: Module) -> None:
    read(course, FILES["blackboard"]())
    changes = read(course, FILES["brightspace"]())
    assert (changes.new, changes.doubtful) == ([], [])
    ada = entry(course, "ada")
    assert (ada.login, ada.id, ada.email) == ("ada", "s001", "ada@uni.example")


def test_a_name_alone_is_doubtful(course: Course, module: Module) -> None:
    read(course, canvas())
    changes = read(course, moodle_worksheet(), module)
    assert changes.new == []
    assert "row 2: Ada Lovelace (ada@uni.example): matched to ada by name only" in (
        changes.doubtful
    )
    assert entry(course, "ada").email == "ada@uni.example"
    assert People(course).numbered("moodle", module.id, "815") == "ada"


def test_two_of_one_name_are_two_people(course: Course) -> None:
    read(course, b"login,name\nkim,Kim Lee\n")
    changes = read(course, b"login,name\nkim,Kim Lee\nkim2,Kim Lee\n")
    assert changes.new == ["Kim Lee (kim2)"]
    assert changes.doubtful == ["row 3: Kim Lee (kim2): kim has the same name, but another login"]


def test_two_of_one_name_without_ids_are_two_people(course: Course) -> None:
    changes = read(course, b"name,section\nKim Lee,A\nKim Lee,B\n")
    assert len(changes.new) == len(Roster(course).entries) == 2


def test_ids_that_contradict_each_other_change_nothing(course: Course) -> None:
    read(course, canvas())
    changes = read(course, canvas().replace(b",s001,ada,", b",s009,ben9,").replace(
        b",s002,ben,", b",s001,ada,"
    ))  # fmt: skip
    assert "row 5: Ben Hopper (ada): its number belongs to ben, its id to ada" in (changes.doubtful)
    assert (entry(course, "ben").login, entry(course, "ben").id) == ("ben", "s002")


def test_people_keep_the_id_under_which_their_files_were_collected(
    course: Course, module: Module
) -> None:
    people = People(course)
    people.students(module, [Sender("lovelaceada", "layers.ipynb", "canvas", "4711")])
    people.students(module, [Sender("Zoë Müller", "layers.ipynb", "moodle", "77")])
    people.save()
    course.submitted("ben", module).mkdir(parents=True)
    changes = read(course, canvas())
    assert set(Roster(course).entries) == {"lovelaceada", "Zoë Müller", "ben", "fox"}
    assert changes.doubtful == [
        "row 6: Zoë Müller (zoe): matched to the files of Zoë Müller by name only"
    ]


def test_an_id_that_a_stranger_s_files_have_is_not_given_away(
    course: Course, module: Module
) -> None:
    people = People(course)
    people.students(module, [Sender("ada", "layers.ipynb", "canvas", "9")])
    people.save()
    read(course, b"Student,ID,Section\nada,4711,A\n")
    assert set(Roster(course).entries) == {"ada-4711"}


def test_a_grading_worksheet_needs_its_module(course: Course, module: Module) -> None:
    with pytest.raises(CourseError, match="say which with --module"):
        read(course, moodle_worksheet())
    assert not course.folder.exists()
    read(course, moodle_worksheet(), module)
    assert kept_table(course, "moodle", module.id).read_bytes() == moodle_worksheet()


def test_a_table_with_nobody_in_it_changes_nothing(course: Course) -> None:
    with pytest.raises(CourseError, match="there is nobody in it"):
        read(course, canvas().split(b"\n", 1)[0])
    assert not course.folder.exists()


def test_what_is_written_is_for_the_owner_only(course: Course) -> None:
    read(course, canvas())
    files = [each for each in course.folder.rglob("*.*") if each.suffix in (".json", ".csv")]
    assert {each.name for each in files} == {"roster.json", "people.json", "canvas.csv"}
    assert {each.stat().st_mode & 0o777 for each in files} == {0o600}
