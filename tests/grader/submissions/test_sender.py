"""Senders: the file names of platforms, and names that try to pass for another sender."""

import time

import pytest

from grader.submissions.sender import (
    Sender,
    as_student_id,
    base_name,
    is_called,
    leaves_folder,
    sender,
    short_digest,
)


def read(path: str) -> Sender:
    found = sender(path, "layers")
    assert found is not None
    return found


NAMES = {
    "lovelaceada_4711_90210_layers.ipynb": ("canvas", "4711", "lovelaceada", "layers.ipynb", False),
    "hopperben_LATE_4712_90211_layers-1.ipynb": (
        "canvas",
        "4712",
        "hopperben",
        "layers-1.ipynb",
        True,
    ),
    "smith_jonesal_4713_90212_my work.ipynb": (
        "canvas",
        "4713",
        "smith_jonesal",
        "my work.ipynb",
        False,
    ),
    "lovelaceada_4711_text.html": ("canvas", "4711", "lovelaceada", "text.html", False),
    "lovelaceada_LATE_4711_link.html": ("canvas", "4711", "lovelaceada", "link.html", True),
    "anon_x7Pq2_90211_layers.ipynb": (
        "canvas-anonymous",
        "x7Pq2",
        "anon_x7Pq2",
        "layers.ipynb",
        False,
    ),
    "LATE_anon_x7Pq2_90211_layers.ipynb": (
        "canvas-anonymous",
        "x7Pq2",
        "anon_x7Pq2",
        "layers.ipynb",
        True,
    ),
    "anon_12345_90346_layers.ipynb": (
        "canvas-anonymous",
        "12345",
        "anon_12345",
        "layers.ipynb",
        False,
    ),
    "anon_x7Pq2_text.html": ("canvas-anonymous", "x7Pq2", "anon_x7Pq2", "text.html", False),
    "Zoë Müller_815_assignsubmission_file_/layers.ipynb": (
        "moodle",
        "815",
        "Zoë Müller",
        "layers.ipynb",
        False,
    ),
    "Zoë Müller_815_assignsubmission_file/a/layers.ipynb": (
        "moodle",
        "815",
        "Zoë Müller",
        "a/layers.ipynb",
        False,
    ),
    "Pat O'Brien_816_assignsubmission_file_layers.ipynb": (
        "moodle",
        "816",
        "Pat O'Brien",
        "layers.ipynb",
        False,
    ),
    "Ada_1_assignsubmission_onlinetext_/onlinetext.html": (
        "moodle",
        "1",
        "Ada",
        "onlinetext.html",
        False,
    ),
    "Default team_assignsubmission_file_/layers.ipynb": (
        "moodle",
        "",
        "Default team",
        "layers.ipynb",
        False,
    ),
    "zoe/layers.ipynb": ("", "", "zoe", "layers.ipynb", False),
    "submitted/zoe/03_layers/layers.ipynb": ("", "", "zoe", "03_layers/layers.ipynb", False),
    "zoe_layers.ipynb": ("", "", "zoe", "layers.ipynb", False),
    "zoe-layers-2.ipynb": ("", "", "zoe", "layers-2.ipynb", False),
}


@pytest.mark.parametrize("path", NAMES)
def test_a_platform_s_name_says_whose_the_file_is(path: str) -> None:
    found = read(path)
    assert (found.platform, found.number, found.name, found.file, found.late) == NAMES[path]


@pytest.mark.parametrize(
    "path", ["layers.ipynb", "../layers.ipynb", "./layers.ipynb", "", "/", "ada"]
)
def test_a_path_that_says_nothing_of_a_student(path: str) -> None:
    assert sender(path, "layers") is None


# What eve calls her file or folder on each platform, to have it taken for ada's.
FORGED = {
    "eve_9_1_ada_4711_90210_layers.ipynb": ("canvas", "9"),
    "eve_9_1_Ada_815_assignsubmission_file_layers.ipynb": ("canvas", "9"),
    "eve_9_1_LATE_anon_x7Pq2_90211_layers.ipynb": ("canvas", "9"),
    "anon_eve01_1_ada_4711_90210_layers.ipynb": ("canvas-anonymous", "eve01"),
    "Eve_9_assignsubmission_file_/Ada_815_assignsubmission_file_/layers.ipynb": ("moodle", "9"),
    "Eve_9_assignsubmission_file_/ada_4711_90210_layers.ipynb": ("moodle", "9"),
    "Eve_9_assignsubmission_file_Ada_815_assignsubmission_file_layers.ipynb": ("moodle", "9"),
    "Eve_9_assignsubmission_file_ada_4711_90210_layers.ipynb": ("moodle", "9"),
    "eve/submitted/ada/layers.ipynb": ("", "eve"),
    "eve/ada_4711_90210_layers.ipynb": ("", "eve"),
    "eve/Ada_815_assignsubmission_file_/layers.ipynb": ("", "eve"),
    "eve_layers_ada_4711_layers.ipynb": ("", "eve"),
}


@pytest.mark.parametrize("path", FORGED)
def test_cannot_pass_for_another_by_a_file_s_name(path: str) -> None:
    assert read(path).key == FORGED[path]


def test_a_name_that_can_be_read_in_two_ways_is_marked() -> None:
    """Where Canvas lets its users choose their names, one may be called `ada_4711_90210_x`."""
    assert read("ada_4711_90210_x_9_1_layers.ipynb").doubtful
    assert not read("ada_4711_90210_layers_2.ipynb").doubtful


@pytest.mark.parametrize(
    "name",
    ["ada" + "_1" * 30_000, "_1_1" * 20_000 + "/x", "ada_1_2_layers" + "-1" * 30_000 + ".ipynb",
     "layers" + " copy" * 20_000, "layers" + "(1)" * 20_000, "ada_" + "1" * 60_000 + "_2_x",
     "_assignsubmission_file" * 3_000, "layers-" * 9_000],
)  # fmt: skip
def test_cannot_keep_the_reading_of_a_name_busy(name: str) -> None:
    """The longest of these once took a minute; processor time does not depend on the load."""
    begin = time.process_time()
    for _ in range(5):
        sender(name, "layers")
        is_called(name, "layers")
        as_student_id(name)
    assert time.process_time() - begin < 5


def test_cannot_have_an_endless_number() -> None:
    assert sender("ada_" + "1" * 5_000 + "_2_layers.ipynb", "layers") is None
    assert sender("ada_1_" + "2" * 5_000 + "_layers.ipynb", "layers") is None
    assert read("ada_1_2_layers-" + "9" * 5_000 + ".ipynb").order == 2


@pytest.mark.parametrize(
    "name", ["layers (1)", "layers-2", "Layers", "layers - Copy", "layers-1-1", "layers copy 2"]
)
@pytest.mark.parametrize("ending", [".ipynb", ".ipynb.ipynb", ".ipynb.txt", ".json"])
def test_copies_of_the_notebook_go_by_its_name(name: str, ending: str) -> None:
    assert is_called(f"{name}{ending}", "layers")


@pytest.mark.parametrize(
    "name", ["tensor.ipynb", "my layers.ipynb", "layersx.ipynb", "layers.py", "-1.ipynb", ""]
)
def test_other_names_do_not(name: str) -> None:
    assert not is_called(name, "layers")


def test_a_module_s_number_stays_part_of_its_name() -> None:
    assert base_name("a/b/03_layers-Copy1 (2).ipynb") == "03_layers"


@pytest.mark.parametrize(
    "name",
    [
        "*ada?[x]",
        "a/../b",
        "\u202eada",
        "a\x00b",
        "x" * 300,
        "ü" * 300,
        ".hidden",
        "Jr. ",
        "\ud800",
    ],
)
def test_any_name_becomes_one_that_a_folder_may_have(name: str) -> None:
    student = as_student_id(name)
    assert student.isprintable()
    assert not set('*?[]{}<>|:"+\\/').intersection(student)
    assert 0 < len(student.encode()) <= 180
    assert (student.strip(), student.strip(".")) == (student, student)


@pytest.mark.parametrize(
    "name", ["Zoë Müller", "Pat O'Brien", "100% $HOME", "=1-1", "김민준", "-rf"]
)
def test_an_ordinary_name_stays_as_it_is(name: str) -> None:
    assert as_student_id(name) == name


def test_names_that_become_one_have_different_marks() -> None:
    assert as_student_id("a+b") == as_student_id("a:b") == "a_b"
    assert short_digest("a+b") != short_digest("a:b")


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "C:/x"])
def test_a_path_that_leads_away_is_known(path: str) -> None:
    assert leaves_folder(path)
    assert not leaves_folder("a/b:c..d/x")
