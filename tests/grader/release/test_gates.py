"""Gates: a source notebook that cannot be graded is not released, and the offender is named."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from kit import given, graded, notebook, small_course, solution, written
from nbformat.notebooknode import NotebookNode

from grader.course.errors import CourseError
from grader.course.term import Course
from grader.release.gates import check_source
from grader.release.make import release

POINTS = {"linear": 3, "why": 2}


def cells() -> list[NotebookNode]:
    return [
        given("given-imports"),
        solution("linear"),
        graded("check-linear", 0, hidden=False),
        graded("test-linear", 3),
        written("why", 2),
    ]


def found(root: Path, book: Iterable[NotebookNode], **entry: Any) -> list[str]:
    """What the gates say about a notebook and its entry in the manifest."""
    course, module = small_course(
        root, notebook(*book), **{"points": POINTS, "manual": ["why"], **entry}
    )
    return check_source(course, module)


def test_a_sound_source_passes(tmp_path: Path) -> None:
    assert found(tmp_path, cells()) == []


@pytest.mark.parametrize("number", ["1", "2", "3"])
def test_the_course_s_own_sources_pass(term: Course, number: str) -> None:
    assert check_source(term, term.manifest.module(number)) == []


ENTRIES: dict[str, tuple[dict[str, Any], str]] = {
    "points that do not add up": (
        {"points": {"linear": 5, "why": 2}},
        "exercise linear has 3 points, but nbs_config.yml says 5.",
    ),
    "an exercise that is not listed": (
        {"points": {"why": 2}},
        "exercise linear has no points in nbs_config.yml.",
    ),
    "points for nothing": (
        {"points": {**POINTS, "dropout": 1}},
        "nbs_config.yml gives points to dropout, which is not an exercise.",
    ),
    "a written answer that no person is to read": (
        {"manual": []},
        "exercise why is graded by hand in the notebook or in nbs_config.yml, but not in both.",
    ),
    "a person for what is tested": (
        {"manual": ["why", "linear"]},
        "exercise linear is graded by hand in the notebook or in nbs_config.yml, but not in both.",
    ),
}


@pytest.mark.parametrize(("entry", "problem"), ENTRIES.values(), ids=ENTRIES)
def test_a_manifest_that_says_otherwise_is_named(
    tmp_path: Path, entry: dict[str, Any], problem: str
) -> None:
    assert found(tmp_path, cells(), **entry) == [f"modules/01_small/small.ipynb: {problem}"]


def test_an_exercise_without_hidden_test_is_named(tmp_path: Path) -> None:
    book = [*cells(), solution("dropout")]
    assert found(tmp_path, book, points={**POINTS, "dropout": 1})[-1].endswith(
        "exercise dropout has no hidden test."
    )


def test_points_for_a_visible_test_are_named(tmp_path: Path) -> None:
    book = cells()
    book[2] = graded("check-linear", 1, hidden=False)
    problems = found(tmp_path, book, points={**POINTS, "linear": 4})
    assert problems == [
        "modules/01_small/small.ipynb: cell check-linear has points but no hidden test."
    ]


def test_a_name_that_is_used_twice_is_named(tmp_path: Path) -> None:
    problems = found(tmp_path, [*cells(), given("given-imports")])
    assert problems == [
        "modules/01_small/small.ipynb: grade_id given-imports is used more than once."
    ]


def test_a_test_before_its_exercise_is_noticed(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, [graded("test-early", 1), *cells()])
    assert problem.endswith(
        "small.ipynb: cell test-early: no solution cell stands above this test."
    )


def test_what_does_not_pass_is_not_released(tmp_path: Path) -> None:
    course, module = small_course(
        tmp_path, notebook(*cells()), points={"linear": 5, "why": 2}, manual=["why"]
    )
    with pytest.raises(CourseError, match="exercise linear has 3 points"):
        release(course, module)
    assert not course.release(module).exists()
