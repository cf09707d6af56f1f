"""A text that is sent as its difference arrives as it was, and takes little."""

import json

import pytest
from dask_cluster import run

from grader.course.manifest import Module
from grader.course.term import Course
from grader.grading.wall.cluster.delta import BETWEEN, Shared
from grader.grading.wall.tests.compiled import CompiledTests


@pytest.fixture
def shared(course: Course, module: Module) -> Shared:
    return Shared(CompiledTests.prepare(course, module))


def test_a_submission_and_its_graded_notebook_arrive_as_they_were_and_are_small(
    course: Course, module: Module, shared: Shared
) -> None:
    run(course, module, ["ada"])
    name = f"{module.name}.ipynb"
    for path in (course.submitted("ada", module) / name, course.autograded("ada", module) / name):
        text = path.read_bytes()
        packed = shared.pack(text)
        assert shared.unpack(packed) == text
        assert len(packed) * 4 < len(text)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        BETWEEN,
        BETWEEN * 3,
        b"\xff\x00\n" + BETWEEN + b"\n\n",
        json.dumps(["a\n", "b\\n", "Zo\u00eb"]).encode(),
    ],
)
def test_any_bytes_arrive_as_they_were(shared: Shared, text: bytes) -> None:
    assert shared.unpack(shared.pack(text)) == text


def test_incomplete_bytes_are_refused(shared: Shared) -> None:
    packed = shared.pack(b"one" + BETWEEN + b"two")
    for wrong in (b"", packed[:-3], b"7\n" + packed.partition(b"\n")[2], b"x" + packed):
        with pytest.raises(ValueError):
            shared.unpack(wrong)
