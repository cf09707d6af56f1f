"""Collecting with a roster: a file is tied by number, login, name; what is not, is listed."""

from pathlib import Path

import pytest
from collecting import note_about, stored, zipped
from platform_files import canvas, moodle_worksheet, own

from grader.course.manifest import Module
from grader.course.term import ROOT, Course
from grader.submissions.arrivals import load_arrivals
from grader.submissions.collect import collect
from grader.submissions.people import People
from grader.submissions.roster.forms import recognise
from grader.submissions.roster.update import update
from grader.submissions.sender import Sender


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(ROOT, tmp_path / "roster")


@pytest.fixture
def module(course: Course) -> Module:
    return course.manifest.module("layers")


def take_in(course: Course, data: bytes, module: Module | None = None) -> None:
    update(course, recognise(Path("class.csv"), data), data, module)


def tied(course: Course, module: Module, *senders: Sender) -> tuple[list[str], list[str]]:
    """The students whom one collection takes these senders for, and its notes."""
    people = People(course)
    found, notes = people.students(module, senders)
    people.save()
    return [found[each.key] for each in senders], notes


def of_canvas(name: str, number: int) -> Sender:
    return Sender(name, "layers.ipynb", "canvas", str(number))


def of_moodle(name: str, number: int) -> Sender:
    return Sender(name, "layers.ipynb", "moodle", str(number))


def in_folder(name: str) -> Sender:
    return Sender(name, "layers.ipynb")


def test_the_platform_s_number_comes_first(course: Course, module: Module) -> None:
    take_in(course, canvas())
    # A name is what its bearer has chosen: this is Ada, who calls herself Ben.
    assert tied(course, module, of_canvas("hopperben", 4711)) == (["ada"], [])


def test_a_grading_worksheet_s_numbers_are_those_of_the_download(
    course: Course, module: Module
) -> None:
    take_in(course, own())
    take_in(course, moodle_worksheet(), module)
    assert tied(course, module, of_moodle("somebody", 815)) == (["ada"], [])
    tensor = course.manifest.module("tensor")
    assert tied(course, tensor, of_moodle("somebody", 815))[0] == ["somebody"]


@pytest.mark.parametrize("name", ["ada", "ADA", "ada@uni.example"])
def test_then_the_login_or_the_e_mail(course: Course, module: Module, name: str) -> None:
    take_in(course, own())
    assert tied(course, module, in_folder(name)) == (["ada"], [])


@pytest.mark.parametrize("name", ["Zoë Müller", "Müller, Zoë", "mullerzoe"])
def test_then_the_name(course: Course, module: Module, name: str) -> None:
    take_in(course, own())
    assert tied(course, module, in_folder(name)) == (["zoe"], [])
    assert tied(course, module, of_moodle(name, 9)) == (["zoe"], [])
    # And the number is kept, whatever the name is later.
    assert tied(course, module, of_moodle("Z. M.", 9)) == (["zoe"], [])


def test_cannot_become_somebody_by_calling_oneself_like_them(
    course: Course, module: Module
) -> None:
    take_in(course, canvas())
    (student,), (note,) = tied(course, module, of_canvas("lovelaceada", 4800))
    assert student == "lovelaceada"
    assert note == ("lovelaceada: 'lovelaceada' is not in the roster; perhaps Ada Lovelace (ada)")
    students, _ = tied(course, module, of_moodle("ben", 7), of_moodle("Ben", 8))
    assert not {"ada", "ben"} & set(students)


def test_of_two_of_one_name_neither_gets_it(course: Course, module: Module) -> None:
    take_in(course, own())
    students, notes = tied(course, module, of_moodle("Ben Hopper", 1), of_moodle("Ben Hopper", 2))
    assert students == ["Ben Hopper-1", "Ben Hopper-2"]
    assert sum("perhaps Ben Hopper (ben)" in note for note in notes) == 2


def test_nobody_gets_two_people_s_files(course: Course, module: Module) -> None:
    take_in(course, own())
    students, notes = tied(
        course, module, in_folder("ada@uni.example"), in_folder("Ada Lovelace"), in_folder("ada")
    )
    assert students[2] == "ada"
    assert len(set(students)) == 3
    assert len(notes) == 2


def test_an_id_of_the_roster_is_not_given_to_a_stranger(course: Course, module: Module) -> None:
    take_in(course, canvas())
    (student,), _ = tied(course, module, of_canvas("ada", 4800))
    assert student == "ada-4800"


def test_anonymous_work_is_counted(course: Course, module: Module) -> None:
    take_in(course, canvas())
    hidden = [
        Sender(f"anon_{each}", "layers.ipynb", "canvas-anonymous", each) for each in ("a1", "b2")
    ]
    students, notes = tied(course, module, *hidden)
    assert students == ["anon_a1", "anon_b2"]
    assert notes == ["2 senders are anonymous, so the roster cannot say who they are"]


def test_without_a_roster_nothing_is_said_of_it(course: Course, module: Module) -> None:
    assert tied(course, module, of_canvas("lovelaceada", 4711)) == (["lovelaceada"], [])


def test_a_download_is_collected_under_the_roster_s_ids_and_nothing_is_dropped(
    fresh_term: Course, work: bytes, tmp_path: Path
) -> None:
    module = fresh_term.manifest.module("layers")
    take_in(fresh_term, canvas())
    files = {
        "lovelaceada_4711_90210_layers.ipynb": work,
        "hopperben_LATE_4712_90211_layers-1.ipynb": work + b"\n",
        "hoperben_4800_90213_layers.ipynb": work + b"\n\n",
    }
    result = collect(fresh_term, module, zipped(tmp_path / "submissions.zip", files))
    assert stored(fresh_term, module) == dict(
        zip(["ada", "ben", "hoperben"], files.values(), strict=True)
    )
    assert note_about(result, "not in the roster").endswith("perhaps Ben Hopper (ben)")


def test_how_the_platform_named_a_file_is_kept_for_its_way_back(
    fresh_term: Course, work: bytes, tmp_path: Path
) -> None:
    module = fresh_term.manifest.module("layers")
    older = zipped(tmp_path / "1.zip", {"ada_1_10_layers.ipynb": work, "ben_2_11_x.txt": b"x"})
    newer = zipped(
        tmp_path / "2.zip",
        {"ada_1_20_layers-1.ipynb": work + b"\n"},
        {"ada_1_20_layers-1.ipynb": (2026, 12, 1, 12, 0, 0)},
    )
    for source in (older, newer, older):
        collect(fresh_term, module, source)
    orders = {who: each.order for who, each in load_arrivals(fresh_term, module).items()}
    assert orders == {"ada": 20, "ben": 11}
    path = fresh_term.folder / "arrivals" / "03_layers.json"
    assert path.stat().st_mode & 0o777 == 0o600
