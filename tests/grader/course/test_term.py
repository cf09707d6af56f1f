"""A term's paths, its students and its secret number."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from grader.course.manifest import Module
from grader.course.term import ROOT, Course


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(ROOT, tmp_path / "term")


@pytest.fixture
def module(course: Course) -> Module:
    return course.manifest.module("layers")


def test_the_term_s_folder_is_what_is_given_then_what_the_environment_says_then_course(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COURSE", raising=False)
    assert Course.here().folder == tmp_path / "course"
    monkeypatch.setenv("COURSE", "autumn")
    assert Course.here().folder == tmp_path / "autumn"
    assert Course.here(tmp_path / "spring").folder == tmp_path / "spring"
    monkeypatch.setenv("COURSE", "")
    assert Course.here().folder == tmp_path / "course"


def test_the_layout_is_nbgrader_s(course: Course, module: Module) -> None:
    assert course.submitted("ada", module) == course.folder / "submitted" / "ada" / "03_layers"
    assert course.autograded("ada", module) == course.folder / "autograded" / "ada" / "03_layers"
    assert course.feedback("ada", module) == course.folder / "feedback" / "ada" / "03_layers"
    assert course.release(module) == course.folder / "release" / "03_layers" / "layers.ipynb"
    assert course.source(module) == ROOT / "modules" / "03_layers" / "layers.ipynb"


def test_students_are_those_with_a_folder_for_the_module(course: Course, module: Module) -> None:
    assert course.students(module) == []
    for name in ("zoë", "ada", "ben"):
        course.submitted(name, module).mkdir(parents=True)
    course.submitted("carl", course.manifest.module("tensor")).mkdir(parents=True)
    (course.folder / "submitted" / "notes.txt").touch()
    assert course.students(module) == ["ada", "ben", "zoë"]


def test_the_seed_is_drawn_once_for_a_term_and_is_another_one_in_the_next(
    course: Course, tmp_path: Path
) -> None:
    assert Course(ROOT, course.folder).seed == course.seed
    assert Course(ROOT, tmp_path / "next").seed != course.seed


@pytest.mark.parametrize(
    "name", ["a%20b", "100%", 'Pat\'s "term" $x ü', "a#b", "a@b:c", "a b;c&d=e"]
)
def test_the_gradebook_lies_in_the_term_s_folder_whatever_that_is_called(
    tmp_path: Path, name: str
) -> None:
    url = make_url(Course(ROOT, tmp_path / name).db_url)
    assert (url.database, dict(url.query)) == (
        str(tmp_path / name / "gradebook.db"),
        {"timeout": "60"},
    )
