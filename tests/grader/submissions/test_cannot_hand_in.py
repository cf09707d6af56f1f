"""Attacks by handing in anything but a notebook: both engines give a verdict soon."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest
from hostile_files import REFUSED, STRANGE, TAKEN
from kit import answered, hand_in, marks, notebook, outcome, small_course, solution, with_limits

from grader.course.manifest import Module
from grader.course.outcome import Verdict
from grader.course.term import Course
from grader.grading.batch import grade
from grader.grading.engines import ENGINES
from grader.submissions.intake import Refusal, read_submission

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="made for a system with devices and links"
)
NEIGHBOUR = "zz-neighbour"


@pytest.fixture(scope="module")
def made(term: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A term with every hostile file and an honest neighbour."""
    course = with_limits(
        tmp_path_factory.mktemp("hostile") / "root",
        term.folder,
        cell_seconds=5,
        submission_seconds=30,
    )
    module = course.manifest.module("activations")
    hand_in(course, module, NEIGHBOUR, answered(course, module))
    files = {**{name: build for name, (build, _) in REFUSED.items()}, **TAKEN}
    for name in (*files, *STRANGE):
        path = course.submitted(name, module) / f"{module.name}.ipynb"
        path.parent.mkdir(parents=True)
        if name in files:
            path.write_bytes(files[name]())
        else:
            STRANGE[name](path, course.folder)
    return course


@pytest.fixture(scope="module", params=ENGINES)
def graded(
    request: pytest.FixtureRequest, made: Course, tmp_path_factory: pytest.TempPathFactory
) -> Course:
    module = made.manifest.module("activations")
    grade(
        made, module, made.students(module), engine=request.param, jobs=2, report=lambda each: None
    )
    return made


@pytest.mark.parametrize("attack", REFUSED)
def test_cannot_be_graded_for(attack: str, graded: Course, module: Module) -> None:
    found = outcome(graded, module, attack)
    assert found.verdict == Verdict.UNREADABLE
    assert found.notes[0].startswith("activations.ipynb ")
    assert REFUSED[attack][1] in found.notes[0]
    assert sum(marks(graded, module, attack).values()) == 0


@pytest.mark.parametrize("attack", STRANGE)
def test_cannot_be_read_through(attack: str, graded: Course, module: Module) -> None:
    found = outcome(graded, module, attack)
    assert found.verdict == Verdict.UNREADABLE
    assert sum(marks(graded, module, attack).values()) == 0
    assert not (graded.autograded(attack, module) / "activations.ipynb").exists()


@pytest.mark.parametrize("attack", TAKEN)
def test_cannot_gain_with(attack: str, graded: Course, module: Module) -> None:
    found = outcome(graded, module, attack)
    # A busy machine may not come to the end of a deep one in time.
    assert found.verdict in (Verdict.ERROR, Verdict.WRONG, Verdict.TIMEOUT), found
    assert sum(marks(graded, module, attack).values()) == 0


def test_the_neighbour_has_full_marks(graded: Course, module: Module) -> None:
    assert outcome(graded, module, NEIGHBOUR).verdict == Verdict.OK
    assert sum(marks(graded, module, NEIGHBOUR).values()) == 37


@pytest.mark.parametrize("attack", [*REFUSED, *STRANGE, *TAKEN])
def test_cannot_keep_intake_busy(attack: str, made: Course, module: Module) -> None:
    begin = time.monotonic()
    found = read_submission(made, attack, module)
    assert time.monotonic() - begin < 5
    assert isinstance(found, Refusal) != (attack in TAKEN)


@pytest.fixture
def growing(tmp_path: Path) -> tuple[Course, Module, Path]:
    from kit import code, graded

    course, module = small_course(
        tmp_path, notebook(solution("answer"), graded("t", 2), code("1")), points={"answer": 2}
    )
    return (
        course,
        module,
        hand_in(course, module, "ada", notebook(solution("answer"), graded("t", 2))),
    )


def test_cannot_grow_while_it_is_read(
    growing: tuple[Course, Module, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module, path = growing
    real = os.read

    def read(file: int, most: int) -> bytes:
        with path.open("ab") as more:
            more.write(b" " * 5_000_000)
        return real(file, most)

    monkeypatch.setattr("grader.submissions.regular.os.read", read)
    found = read_submission(course, "ada", module)
    assert isinstance(found, Refusal)
    assert "was changed while it was read" in found.note


def test_cannot_be_swapped_for_a_link_while_it_is_looked_at(
    growing: tuple[Course, Module, Path],
) -> None:
    """Whatever the moment: what is read is the notebook, or nothing."""
    course, module, path = growing
    secret = path.with_name("secret")
    secret.write_text('{"nbformat": 4, "metadata": {}, "cells": []}', encoding="utf-8")
    kept = path.read_bytes()
    stop = threading.Event()

    def swap() -> None:
        spare = path.with_name("spare")
        while not stop.is_set():
            spare.symlink_to(secret)
            os.replace(spare, path)
            spare.write_bytes(kept)
            os.replace(spare, path)

    thread = threading.Thread(target=swap)
    thread.start()
    try:
        for _ in range(300):
            found = read_submission(course, "ada", module)
            if not isinstance(found, Refusal):
                assert found.notebook.cells
    finally:
        stop.set()
        thread.join()
