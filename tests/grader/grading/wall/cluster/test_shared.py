"""A text that is compressed with the release arrives as it was, and takes little."""

from pathlib import Path

import pytest
from dask_cluster import run

from grader.course.manifest import Module
from grader.course.term import Course
from grader.grading.wall.cluster.packing import pack_tests, unpack_tests
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


def test_damaged_bytes_are_refused(shared: Shared) -> None:
    packed = shared.pack(b"one two three")
    a_terabyte = packed[:4] + b"\xe0" + (2**40).to_bytes(8, "little") + packed[5:]
    for wrong in (b"", packed[:-1], packed[1:], b"x" + packed, packed + b"x", a_terabyte):
        with pytest.raises(ValueError):
            shared.unpack(wrong)


def test_a_release_with_line_ends_of_windows_is_the_same_dictionary_elsewhere(
    course: Course, module: Module, tmp_path: Path
) -> None:
    path = course.release(module)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    here = CompiledTests.prepare(course, module)
    there = unpack_tests(pack_tests(here), tmp_path)
    text = path.read_bytes()
    assert Shared(there).unpack(Shared(here).pack(text)) == text


def test_bytes_that_another_module_has_packed_are_refused(
    course: Course, module: Module, shared: Shared
) -> None:
    tests = CompiledTests.prepare(course, module)
    text = course.release(module).read_bytes()
    tests.release.cells.pop()
    tests.references.clear()
    with pytest.raises(ValueError):
        Shared(tests).unpack(shared.pack(text + text))
