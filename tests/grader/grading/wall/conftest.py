"""Grade the attacks of a test module in one batch with an honest neighbour; student processes."""

import shutil
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import nbformat
import pytest
import yaml
from class_of_three import make_class
from graded_class import LIMITS, NEIGHBOUR, Class, Made, hand_in
from nbformat.notebooknode import NotebookNode
from unsandboxed import Unsandboxed, unsandboxed

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Outcome
from grader.course.term import ROOT, Course
from grader.grading.batch import grade
from grader.library.answers import solutions, submission
from grader.release.make import release


@pytest.fixture(scope="module")
def graded(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Class]:
    """The module's ATTACKS and an honest neighbour, graded in one batch of two at a time."""
    root = tmp_path_factory.mktemp("course")
    manifest = yaml.safe_load((ROOT / "nbs_config.yml").read_text(encoding="utf-8"))
    manifest["limits"] = LIMITS
    (root / "nbs_config.yml").write_text(yaml.safe_dump(manifest), encoding="utf-8")
    for part in ("modules", "tinytorch"):
        (root / part).symlink_to(ROOT / part)
    course = Course(root, root / "term")
    module = course.manifest.module("layers")
    release(course, module)
    blank = read(course.release(module))
    hand_in(course, module, NEIGHBOUR, submission(blank, solutions(course, module)))
    attacks: Mapping[str, Made] = request.module.ATTACKS
    for name, made in attacks.items():
        hand_in(course, module, name, _made(blank, made))
    prepare = getattr(request.module, "prepare", None)
    if prepare is not None:
        prepare(course, module)
    outcomes: dict[str, Outcome] = {}
    begin = time.monotonic()
    students = course.students(module)

    def report(outcome: Outcome) -> None:
        outcomes[outcome.student] = outcome

    grade(course, module, students, jobs=2, engine="wall", report=report)
    yield Class(course, module, outcomes, time.monotonic() - begin)
    shutil.rmtree(root / "term", ignore_errors=True)


@pytest.fixture
def three(tmp_path: Path) -> tuple[Course, Module]:
    """A term in which 02_activations is released and three students have handed it in."""
    return make_class(tmp_path / "term")


@pytest.fixture(scope="module")
def student() -> Iterator[Unsandboxed]:
    """A student process without a sandbox, shared by the tests of a module."""
    with unsandboxed() as found:
        yield found


@pytest.fixture
def fresh() -> Iterator[Unsandboxed]:
    """A student process of its own, for a test that changes it."""
    with unsandboxed() as found:
        yield found


def _made(blank: NotebookNode, made: Made) -> str | NotebookNode:
    """An attack is the code of the first answer cell, of several, or a whole file."""
    if isinstance(made, str):
        return submission(blank, {"layer": made})
    if isinstance(made, Mapping) and not isinstance(made, NotebookNode):
        return submission(blank, made)
    if callable(made):
        return made(nbformat.reads(nbformat.writes(blank), as_version=4))
    return made
