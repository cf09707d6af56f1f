"""Who is who: a person is a number, and nobody is given another's folder, whenever they hand in."""

import json
from pathlib import Path

import pytest

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import ROOT, Course
from grader.submissions.people import People
from grader.submissions.sender import Sender


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(ROOT, tmp_path / "term")


@pytest.fixture
def module(course: Course) -> Module:
    return course.manifest.module("layers")


def canvas(name: str, number: int) -> Sender:
    return Sender(name, "layers.ipynb", "canvas", str(number))


def moodle(name: str, number: int) -> Sender:
    return Sender(name, "layers.ipynb", "moodle", str(number))


def folder(name: str) -> Sender:
    return Sender(name, "layers.ipynb")


def known(course: Course, module: Module, *senders: Sender) -> list[str]:
    """The students whom one collection takes these senders for."""
    people = People(course)
    found, _ = people.students(module, senders)
    people.save()
    return [found[each.key] for each in senders]


def test_one_number_is_one_person_in_every_module(course: Course, module: Module) -> None:
    assert known(course, module, canvas("kim", 1)) == ["kim"]
    assert known(course, course.manifest.module("tensor"), canvas("kim lee", 1)) == ["kim"]


@pytest.mark.parametrize("platform", [canvas, moodle])
def test_two_of_one_name_in_one_collection_carry_their_numbers(
    course: Course, module: Module, platform: object
) -> None:
    assert known(course, module, platform("kim", 1), platform("kim", 2)) == ["kim-1", "kim-2"]  # type: ignore[operator]
    assert known(course, module, platform("kim", 2)) == ["kim-2"]  # type: ignore[operator]


@pytest.mark.parametrize("platform", [canvas, moodle])
def test_cannot_take_the_folder_of_a_namesake_who_came_first(
    course: Course, module: Module, platform: object
) -> None:
    assert known(course, module, platform("kim", 1)) == ["kim"]  # type: ignore[operator]
    assert known(course, module, platform("Kim", 2)) == ["Kim-2"]  # type: ignore[operator]
    assert known(course, module, platform("kim", 1), platform("Kim", 2)) == ["kim", "Kim-2"]  # type: ignore[operator]


def test_moodle_s_number_is_another_in_each_assignment(course: Course, module: Module) -> None:
    tensor = course.manifest.module("tensor")
    assert known(course, tensor, moodle("Kim Lee", 815)) == ["Kim Lee"]
    assert known(course, module, moodle("Kim Lee", 932)) == ["Kim Lee"]
    assert known(course, module, moodle("Kim Lee", 815)) == [
        "Kim Lee-815"
    ]  # here 815 is somebody else


def test_a_name_that_two_have_borne_is_nobody_s_in_the_next_module(
    course: Course, module: Module
) -> None:
    tensor = course.manifest.module("tensor")
    assert known(course, tensor, moodle("Kim", 1), moodle("Kim", 2)) == ["Kim-1", "Kim-2"]
    assert known(course, module, moodle("Kim", 9)) == ["Kim-9"]


def test_cannot_take_a_folder_of_which_nobody_knows_whose_it_is(
    course: Course, module: Module
) -> None:
    known(course, module, canvas("zoe", 1))
    course.submitted("kim", module).mkdir(parents=True)
    assert known(course, module, canvas("Kim", 4711)) == ["Kim-4711"]


def test_before_there_was_a_register_a_folder_was_its_name_s(
    course: Course, module: Module
) -> None:
    course.submitted("kim", module).mkdir(parents=True)
    course.submitted("lee", module).mkdir(parents=True)
    assert known(course, module, canvas("kim", 1), canvas("lee", 2), canvas("lee", 3)) == [
        "kim",
        "lee-2",
        "lee-3",
    ]


def test_cannot_take_an_id_by_being_called_like_it(course: Course, module: Module) -> None:
    assert known(course, module, canvas("kim", 1), canvas("kim", 2)) == ["kim-1", "kim-2"]
    assert known(course, module, canvas("kim-2", 3)) == ["kim-2-3"]
    course.submitted("lee-5", module).mkdir(parents=True)
    (first, second) = known(course, module, canvas("lee", 4), canvas("lee", 5))
    assert (first, second.startswith("lee-5-")) == ("lee-4", True)


def test_a_folder_s_name_is_an_id_as_it_stands(course: Course, module: Module) -> None:
    assert known(course, module, canvas("kim", 1), folder("kim")) == ["kim", "kim"]
    assert not [
        each
        for each in json.loads((course.folder / "people.json").read_text())
        if not each["number"]
    ]


def test_cannot_become_another_by_a_name_that_has_to_be_mended(
    course: Course, module: Module
) -> None:
    students = known(course, module, folder("a_b"), folder("a+b"), folder("a:b"), folder("A_B"))
    assert students[0] == "a_b"
    assert len({each.casefold() for each in students}) == 4
    for student in students:
        course.submitted(student, module).mkdir(parents=True)
    assert (
        known(course, module, folder("A_B"), folder("a:b"), folder("a+b"), folder("a_b"))
        == students[::-1]
    )


def test_anonymous_work_has_one_id_a_student(course: Course, module: Module) -> None:
    first = Sender("anon_aB3kQ", "layers.ipynb", "canvas-anonymous", "aB3kQ")
    other = Sender("anon_ab3kq", "layers.ipynb", "canvas-anonymous", "ab3kq")
    assert known(course, module, first) == ["anon_aB3kQ"]
    (second,) = known(course, module, other)
    assert second.casefold() != "anon_ab3kq"
    assert known(course, module, other, first) == [second, "anon_aB3kQ"]


def test_the_platform_s_numbers_are_kept(course: Course, module: Module) -> None:
    known(course, module, canvas("kim", 4711), moodle("Zoë", 815))
    assert json.loads((course.folder / "people.json").read_text(encoding="utf-8")) == [
        {
            "platform": "moodle",
            "module": "03_layers",
            "number": "815",
            "name": "Zoë",
            "student": "Zoë",
        },
        {"platform": "canvas", "module": "", "number": "4711", "name": "kim", "student": "kim"},
    ]


@pytest.mark.parametrize("content", [b"{", b"[1]", b'[{"platform": "canvas"}]', b"\xff"])
def test_a_damaged_register_is_told_and_left_alone(course: Course, content: bytes) -> None:
    course.folder.mkdir()
    (course.folder / "people.json").write_bytes(content)
    with pytest.raises(CourseError, match=r"people\.json is damaged"):
        People(course)
    assert (course.folder / "people.json").read_bytes() == content
