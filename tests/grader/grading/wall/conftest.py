"""A term for attacks: each test module hands its own in, beside an honest neighbour, and has them graded at once."""

import shutil
import time
from collections.abc import Iterator, Mapping

import nbformat
import pytest
import yaml
from graded_class import LIMITS, NEIGHBOUR, Class, Made, hand_in
from nbformat.notebooknode import NotebookNode
from unjailed import Unjailed, unjailed

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
    grade(
        course,
        module,
        students,
        jobs=2,
        engine="wall",
        report=lambda each: outcomes.update({each.student: each}),
    )
    yield Class(course, module, outcomes, time.monotonic() - begin)
    shutil.rmtree(root / "term", ignore_errors=True)


@pytest.fixture(scope="module")
def there() -> Iterator[Unjailed]:
    """A student's side without a jail, and what its names stand for."""
    with unjailed() as found:
        yield found


@pytest.fixture
def fresh() -> Iterator[Unjailed]:
    """A student's side of its own, for what other tests would trip over."""
    with unjailed() as found:
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
