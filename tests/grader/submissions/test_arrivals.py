"""How a platform named what was collected: kept, and damaged."""

from pathlib import Path

import pytest

from grader.course.errors import CourseError
from grader.course.term import ROOT, Course
from grader.submissions.arrivals import Arrival, arrivals_path, load_arrivals, save_arrivals
from grader.submissions.sender import Sender


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(ROOT, tmp_path)


def test_it_is_kept_for_each_module(course: Course) -> None:
    tensor, layers = course.manifest.module("tensor"), course.manifest.module("layers")
    known = {"zoë": Arrival.of(Sender("zoë", "layers.ipynb", "canvas", "4711", order=90210))}
    save_arrivals(course, layers, known)
    assert load_arrivals(course, layers) == known
    assert load_arrivals(course, tensor) == {}


def test_damage_is_told(course: Course) -> None:
    module = course.manifest.module("layers")
    arrivals_path(course, module).parent.mkdir()
    arrivals_path(course, module).write_bytes(b"[1]")
    with pytest.raises(CourseError, match=r"03_layers\.json is damaged .*collect again"):
        load_arrivals(course, module)
