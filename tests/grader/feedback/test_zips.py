"""Pages go back under the names by which Canvas and Moodle find their students."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from platform_files import moodle_worksheet

from grader.course.manifest import Module
from grader.course.term import ROOT, Course
from grader.feedback.zips import pack
from grader.submissions.arrivals import Arrival, save_arrivals
from grader.submissions.roster.forms import recognise
from grader.submissions.roster.update import update
from grader.submissions.sender import Sender, sender

CANVAS = Sender("lovelaceada", "layers.ipynb", "canvas", "4711", late=True, order=90210)
HIDDEN = Sender("anon_x7Pq2", "layers.ipynb", "canvas-anonymous", "x7Pq2", order=90211)
TYPED = Sender("benhopper", "text.html", "canvas", "4712")
MOODLE = Sender("Zoë Müller", "layers.ipynb", "moodle", "815")
TEAM = Sender("Team A", "layers.ipynb", "moodle")


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(ROOT, tmp_path / "term")


@pytest.fixture
def layers(course: Course) -> Module:
    return course.manifest.module("layers")


def packed(
    course: Course, module: Module, platform: str, **senders: Sender
) -> tuple[dict[str, bytes], list[str]]:
    """The files in the zip for students who all have a page, and what is said."""
    for student in senders:
        course.feedback(student, module).mkdir(parents=True)
        (course.feedback(student, module) / "layers.html").write_text(student, encoding="utf-8")
    save_arrivals(course, module, {name: Arrival.of(who) for name, who in senders.items()})
    result = pack(course, module, platform, senders)
    with zipfile.ZipFile(io.BytesIO(result.data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert len(files) == result.pages
    return files, result.notes


def test_canvas_finds_user_and_file_by_their_numbers(course: Course, layers: Module) -> None:
    files, notes = packed(course, layers, "canvas", ada=CANVAS, hidden=HIDDEN)
    assert files == {
        "lovelaceada_4711_90210_layers.html": b"ada",
        "anon_x7Pq2_90211_layers.html": b"hidden",
    }
    assert notes == []
    # Canvas takes the first two parts between underscores that are numbers.
    first = next(iter(files))
    assert [each for each in first.split("_") if re.fullmatch("[0-9]+", each)][:2] == [
        "4711", "90210",
    ]  # fmt: skip


def test_moodle_finds_the_participant_by_the_folder(course: Course, layers: Module) -> None:
    files, notes = packed(course, layers, "moodle", zoe=MOODLE)
    assert files == {"Zoë Müller_815_assignsubmission_file_/layers.html": b"zoe"}
    assert notes == []


@pytest.mark.parametrize(("platform", "who"), [("canvas", CANVAS), ("moodle", MOODLE)])
def test_what_goes_back_is_read_as_that_student_s(
    course: Course, layers: Module, platform: str, who: Sender
) -> None:
    (name,), _ = packed(course, layers, platform, somebody=who)
    back = sender(name, "layers")
    assert back is not None
    assert (back.key, back.name) == (who.key, who.name)


@pytest.mark.parametrize(
    ("platform", "who"),
    [("canvas", TYPED), ("canvas", MOODLE), ("moodle", CANVAS), ("moodle", TEAM)],
)
def test_whose_number_is_not_known_is_told_and_left_out(
    course: Course, layers: Module, platform: str, who: Sender
) -> None:
    files, notes = packed(course, layers, platform, somebody=who)
    assert files == {}
    assert notes[0].startswith("somebody: not in the zip, since nothing of theirs was collected")


def test_a_grading_worksheet_s_numbers_serve_who_handed_in_otherwise(
    course: Course, layers: Module
) -> None:
    data = moodle_worksheet()
    update(course, recognise(Path("class.csv"), data), data, layers)
    files, _ = packed(course, layers, "moodle", **{"Ben Hopper": Sender("ben", "layers.ipynb")})
    assert list(files) == ["Ben Hopper_816_assignsubmission_file_/layers.html"]


def test_who_has_no_page_is_told(course: Course, layers: Module) -> None:
    assert pack(course, layers, "canvas", ["ada"]).notes == ["ada: there is no page"]
