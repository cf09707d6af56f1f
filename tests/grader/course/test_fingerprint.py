"""What marks depend on: each change is seen, under its name, and nothing else is."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from kit import bare_package, code, given, graded, notebook, small_course, solution, written
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell

from grader.course.files import write_text
from grader.course.fingerprint import graded_digest, grading_inputs, source_digest
from grader.course.manifest import Module
from grader.course.term import Course


def cells() -> list[NotebookNode]:
    return [
        new_markdown_cell("# Prose"),
        code("import math"),
        given("given", "factor = 2"),
        solution("linear", "### BEGIN SOLUTION\nanswer = 42\n### END SOLUTION"),
        graded("test-linear", 3),
        written("why", 2),
    ]


def made(
    root: Path, book: list[NotebookNode] | None = None, **points: int
) -> tuple[Course, Module]:
    return small_course(
        root, notebook(*(book or cells())), points={"linear": 3, "why": 2, **points}, manual=["why"]
    )


def change_limits(course: Course) -> None:
    path = course.root / "nbs_config.yml"
    manifest = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump({**manifest, "limits": {"cell_seconds": 3}}), encoding="utf-8")


def change_penalty(course: Course) -> None:
    path = course.root / "nbs_config.yml"
    manifest = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump({**manifest, "late": {"penalty": "zero"}}), encoding="utf-8")


CHANGES: dict[str, Callable[[Course], object]] = {
    "answer library": lambda course: write_text(
        course.root / "tests/answers/01_small/linear/wrong/x.py", "# x\n"
    ),
    "package": lambda course: write_text(course.root / "tinytorch/checks.py", "SLACK = 2\n"),
    "limits": change_limits,
    "late policy": change_penalty,
    "seed": lambda course: write_text(course.folder / "seed", "1\n"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_seen_under_its_name_alone(tmp_path: Path, name: str) -> None:
    bare_package(tmp_path)
    course, module = made(tmp_path)
    before = grading_inputs(course, module, "wall")
    CHANGES[name](course)
    course = Course(course.root, course.folder)
    after = grading_inputs(course, course.manifest.modules[0], "wall")
    assert [key for key in before if before[key] != after[key]] == [name]


def test_the_engine_is_part_of_it(tmp_path: Path) -> None:
    bare_package(tmp_path)
    course, module = made(tmp_path)
    one, other = grading_inputs(course, module, "wall"), grading_inputs(course, module, "nbgrader")
    assert [key for key in one if one[key] != other[key]] == ["engine"]


def test_the_same_course_elsewhere_has_the_same(tmp_path: Path) -> None:
    found = []
    for name in ("here", "there"):
        bare_package(tmp_path / name)
        course, module = made(tmp_path / name)
        write_text(course.folder / "seed", "1\n")
        found.append(grading_inputs(course, module, "wall"))
    assert found[0] == found[1]


def changed(place: int, cell: NotebookNode) -> list[NotebookNode]:
    return [*cells()[:place], cell, *cells()[place + 1 :]]


TESTS_CHANGE = {
    "a code cell": changed(1, code("import cmath")),
    "a tag": changed(1, code("import math", "skip-execution")),
    "a given cell": changed(2, given("given", "factor = 3")),
    "a solution": changed(
        3, solution("linear", "### BEGIN SOLUTION\nanswer = 6 * 7\n### END SOLUTION")
    ),
    "a hidden test": changed(4, graded("test-linear", 3, "assert answer == 43")),
    "the points of a test": changed(4, graded("test-linear", 4)),
    "the points of an answer in words": changed(5, written("why", 3)),
    "a name": changed(4, graded("test-linear-values", 3)),
    "a cell more": [*cells(), graded("test-more", 1)],
    "a cell less": cells()[:-1],
}


@pytest.mark.parametrize("book", TESTS_CHANGE.values(), ids=TESTS_CHANGE)
def test_what_is_graded_with_is_seen_to_change(tmp_path: Path, book: list[NotebookNode]) -> None:
    before = graded_digest(*made(tmp_path))
    assert graded_digest(*made(tmp_path, book)) != before


def test_points_in_the_manifest_count(tmp_path: Path) -> None:
    assert graded_digest(*made(tmp_path)) != graded_digest(*made(tmp_path, linear=4))


def test_prose_makes_another_release_and_the_same_marks(tmp_path: Path) -> None:
    course, module = made(tmp_path)
    before = graded_digest(course, module), source_digest(course, module)
    course, module = made(tmp_path, changed(0, new_markdown_cell("# Better prose")))
    assert graded_digest(course, module) == before[0]
    assert source_digest(course, module) != before[1]


def test_when_a_file_was_written_does_not_count(tmp_path: Path) -> None:
    course, module = made(tmp_path)
    before = graded_digest(course, module), source_digest(course, module)
    os.utime(course.source(module), (0, 0))
    assert (graded_digest(course, module), source_digest(course, module)) == before
