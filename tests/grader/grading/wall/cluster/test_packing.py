"""What is sent to another machine, and what is not."""

import json
import os

import msgpack
from dask_cluster import packed, run

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.grading.wall.cluster.packing import pack_tests
from grader.grading.wall.tests.compiled import CompiledTests
from grader.submissions.intake import Refusal, read_contents


def test_what_is_packed_holds_no_grade_and_no_other_submission(
    course: Course, module: Module
) -> None:
    run(course, module, ["ada", "cay"])
    tests = pack_tests(CompiledTests.prepare(course, module))
    packed_submission = packed(course, module, "ada")
    assert str(course.folder).encode() not in tests + packed_submission
    assert b"gradebook" not in tests + packed_submission
    assert b"cay" not in packed_submission
    source = read(course.source(module))
    answers = [cell.source for cell in source.cells if "### BEGIN SOLUTION" in cell.source]
    assert answers and not any(json.dumps(text)[1:-1].encode() in tests for text in answers)


def test_links_and_large_files_are_not_packed(course: Course, module: Module) -> None:
    folder = course.submitted("ada", module)
    (folder / "other.ipynb").symlink_to(course.folder / "gradebook.db")
    (folder / "large.ipynb").write_bytes(b" " * (11 * 1024 * 1024))
    (folder / "numpy.py").write_text("raise SystemExit", encoding="utf-8")
    os.mkfifo(folder / "pipe.ipynb")
    student, notebook, files = msgpack.unpackb(packed(course, module, "ada"))
    assert student == "ada" and [notebook] == list(files) == [f"{module.name}.ipynb"]
    (folder / f"{module.name}.ipynb").unlink()
    (folder / f"{module.name}.ipynb").symlink_to("/etc/passwd")
    refusal = read_contents(course, module=module, student="ada").notebook
    assert isinstance(refusal, Refusal) and refusal.verdict == "unreadable"
