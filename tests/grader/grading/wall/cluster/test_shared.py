"""A text that is compressed with the release arrives as it was, and takes little."""

import pytest
from dask_cluster import run

from grader.course.manifest import Module
from grader.course.term import Course
from grader.grading.wall.cluster.shared import Shared
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
        assert len(packed) * 8 < len(text)


@pytest.mark.parametrize("text", [b"", b"{", b"\xff\x00\n", b"\\n" * 3, "Zo\u00eb".encode()])
def test_any_bytes_arrive_as_they_were(shared: Shared, text: bytes) -> None:
    assert shared.unpack(shared.pack(text)) == text


def test_incomplete_bytes_are_refused(shared: Shared) -> None:
    packed = shared.pack(b"one two three")
    for wrong in (b"", packed[:-1], packed[1:], b"x" + packed):
        with pytest.raises(ValueError):
            shared.unpack(wrong)


def test_bytes_that_another_module_has_packed_are_refused(
    course: Course, module: Module, shared: Shared
) -> None:
    tests = CompiledTests.prepare(course, module)
    text = course.release(module).read_bytes()
    tests.release.cells.pop()
    tests.references.clear()
    with pytest.raises(ValueError):
        Shared(tests).unpack(shared.pack(text + text))
