"""The stored roster: found by ids and names, private, and damaged."""

import pytest

from grader.course.errors import CourseError
from grader.course.term import Course
from grader.submissions.roster.entries import Entry, Roster

PEOPLE = [
    Entry(student="ada", name="Ada Lovelace", login="ada", email="ada@uni.example", platform="csv"),
    Entry(student="ad2", name="Ada Lovelace", login="ad2", email="x@uni.example", platform="csv"),
    Entry(student="ben", name="Ben Hopper", id="s002", email="x@uni.example", platform="csv"),
]


@pytest.fixture
def roster(course: Course) -> Roster:
    found = Roster(course)
    found.put(PEOPLE)
    return found


def test_it_is_kept_and_only_its_owner_can_read_it(course: Course, roster: Roster) -> None:
    roster.save()
    assert Roster(course).entries == roster.entries
    assert roster.path.stat().st_mode & 0o777 == 0o600


def test_people_are_found_by_each_id_and_not_by_one_that_two_have(roster: Roster) -> None:
    assert roster.by_id("login", "ADA") == "ada"
    assert roster.by_id("id", "s002") == "ben"
    assert roster.by_id("email", "ada@uni.example") == "ada"
    assert roster.by_id("email", "x@uni.example") is None
    assert roster.by_id("login", "") is None
    assert [roster.called(each) for each in ("ben", "s002", "Ada@uni.example", "cara")] == [
        "ben", "ben", "ada", None,
    ]  # fmt: skip


def test_a_name_gives_all_who_have_it(roster: Roster) -> None:
    assert roster.by_name("Lovelace, Ada") == {"ada", "ad2"}
    assert roster.by_name("hopperben", "Ben", "Hopper") == {"ben"}


def test_what_resembles_a_name_is_suggested(roster: Roster) -> None:
    assert [each.student for each in roster.like("Ben Hoper")] == ["ben"]
    assert roster.like("Xi") == []


def test_several_sections_are_each_a_section() -> None:
    entry = PEOPLE[0].model_copy(update={"section": "A, B and C"})
    assert entry.sections == ["A, B and C", "A", "B", "C"]


@pytest.mark.parametrize("content", [b"{", b"[1]", b'[{"platform": "canvas"}]', b"\xff"])
def test_a_damaged_roster_is_told_and_left_alone(course: Course, content: bytes) -> None:
    course.folder.mkdir()
    (course.folder / "roster.json").write_bytes(content)
    with pytest.raises(CourseError, match=r"roster\.json is damaged"):
        Roster(course)
    assert (course.folder / "roster.json").read_bytes() == content
