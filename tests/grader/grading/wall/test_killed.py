"""Whatever is killed, and when: a rerun does the rest, and no score given by hand is lost."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from kit import hand_in, marks
from scored_by_hand import FULL, assert_all_is_well, make_term, run
from sqlalchemy.orm import Session

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Outcome
from grader.course.term import Course
from grader.gradebook import scores, writer
from grader.gradebook.scores import ScoreTables
from grader.grading.batch import grade, to_grade
from grader.grading.wall import engine
from grader.grading.wall.engine import ATTEMPTS, Engine
from grader.grading.wall.tests.forkserver_client import ForkServerClient


@pytest.fixture
def course(fresh_term: Course) -> Course:
    """A term with three submissions of 02_activations; ben has a score given by hand."""
    return make_term(fresh_term)


@pytest.fixture
def module(course: Course) -> Module:
    return course.manifest.module("activations")


def in_child(work: Callable[[], None]) -> "tuple[int, int]":
    """Start `work` in a forked process; its pid, and a pipe of what it writes to descriptor 9."""
    readable, writable = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.dup2(writable, 9)
            os.close(readable)
            work()
            code = 0
        finally:
            os._exit(code)
    os.close(writable)
    return pid, readable


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def dying(
    function: Callable[..., Any], when: Callable[..., bool], *, before: bool
) -> Callable[..., Any]:
    """`function`, which kills its process before or after the call that `when` means."""

    def wrapped(*arguments: Any, **named: Any) -> Any:
        meant = when(*arguments)
        if meant and before:
            die()
        result = function(*arguments, **named)
        if meant:
            die()
        return result

    return wrapped


STEPS = {
    "the old record is about to be taken back": (
        Path,
        "unlink",
        lambda path, **_: path.name == "ben.json",
        True,
    ),
    "the old record is taken back": (
        Path,
        "unlink",
        lambda path, **_: path.name == "ben.json",
        False,
    ),
    "the notebook is written beside": (
        os,
        "replace",
        lambda _, to: "autograded/ben" in str(to),
        True,
    ),
    "the notebook is in place": (os, "replace", lambda _, to: "autograded/ben" in str(to), False),
    "half of the marks are entered": (scores, "_put", lambda *_: True, False),
    "the marks are entered": (Session, "commit", lambda _: _saves, True),
    "the marks are committed": (Session, "commit", lambda _: _saves, False),
    "the record is written beside": (
        os,
        "replace",
        lambda _, to: str(to).endswith("ben.json"),
        True,
    ),
    "the record is in place": (
        os,
        "replace",
        lambda _, to: str(to).endswith("ben.json"),
        False,
    ),
}


_saves = False


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_every_step_of_writing_a_rerun_makes_good(
    step: str, course: Course, module: Module
) -> None:
    def work() -> None:
        where, name, when, before = STEPS[step]
        enter = ScoreTables.enter

        def noting(self: ScoreTables, results: Any) -> None:
            global _saves
            assert [each.outcome.student for each in results] == ["ada", "ben", "cay"]
            _saves = True
            enter(self, results)

        # However slow the machine is, the three are one group.
        writer.OLDEST = engine.PATIENCE = 60.0
        ScoreTables.enter = noting  # type: ignore[method-assign]
        setattr(where, name, dying(getattr(where, name), when, before=before))
        run(course, module, ["ada", "ben", "cay"], jobs=1)

    pid, pipe = in_child(work)
    os.close(pipe)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
    left = to_grade(course, module)
    # Nothing of the group counts before its scores are committed and its records written.
    expected = {"the record is written beside": ["ben", "cay"], "the record is in place": ["cay"]}
    assert left == expected.get(step, ["ada", "ben", "cay"])
    for path in course.folder.glob("autograded/*/*/*.ipynb"):
        nbformat.validate(read(path))
    assert sorted(run(course, module, left)) == left
    assert not to_grade(course, module)
    assert_all_is_well(course, module)


def test_killed_again_and_again_a_class_comes_to_its_end(course: Course, module: Module) -> None:
    text = (course.submitted("ada", module) / f"{module.name}.ipynb").read_text(encoding="utf-8")
    for number in range(16):
        hand_in(course, module, f"more-{number:02d}", text)
    seed = random.randrange(10**6)
    print(f"moments drawn from {seed}")
    draw, finished = random.Random(seed), set[str]()
    for _ in range(40):
        left = to_grade(course, module)
        assert not finished & set(left), "a finished submission would be graded twice"
        if not left:
            break
        pid, pipe = in_child(lambda left=left: _tell(course, module, left))  # type: ignore[misc]
        with os.fdopen(pipe, "rb") as told:
            for _ in range(draw.randint(2, 9)):
                told.readline()
            time.sleep(draw.random() * 0.1)
            os.kill(pid, signal.SIGKILL)
            told.read()
        os.waitpid(pid, 0)
        finished = {
            name for name in course.students(module) if Outcome.load(course.verdict(name, module))
        }
    assert not to_grade(course, module)
    assert_all_is_well(course, module)
    assert sum(marks(course, module, "more-15").values()) == FULL


def _tell(course: Course, module: Module, students: list[str]) -> None:
    grade(course, module, students, jobs=2, engine="wall", report=lambda each: _say(each.student))


def _say(text: str) -> None:
    os.write(9, f"{text}\n".encode())


def test_a_fork_server_that_is_killed_costs_nothing(
    course: Course, module: Module, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, killed = Engine._start, []

    def start_and_kill(self: Engine, student: str) -> None:
        start(self, student)
        if student == "ben" and not killed:
            killed.append(self._fork_server._process.pid)
            os.kill(killed[0], signal.SIGKILL)

    monkeypatch.setattr(Engine, "_start", start_and_kill)
    assert sorted(run(course, module, ["ada", "ben", "cay"])) == ["ada", "ben", "cay"]
    assert killed
    assert_all_is_well(course, module)


def test_a_fork_server_that_always_ends_is_reported_in_one_line(
    course: Course, module: Module, monkeypatch: pytest.MonkeyPatch
) -> None:
    spawn, killed = ForkServerClient.spawn, []

    def kill_and_spawn(self: ForkServerClient, number: int, processors: set[int]) -> Any:
        killed.append(self._process.pid)
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        return spawn(self, number, processors)

    monkeypatch.setattr(ForkServerClient, "spawn", kill_and_spawn)
    with pytest.raises(CourseError, match=f"ended {ATTEMPTS} times.*rerun the command to continue"):
        run(course, module, ["ada"])
    assert len(killed) == ATTEMPTS
    monkeypatch.undo()
    run(course, module, to_grade(course, module))
    assert_all_is_well(course, module)


def test_a_second_run_of_the_same_module_is_refused(course: Course, module: Module) -> None:
    pid, pipe = in_child(lambda: _tell(course, module, ["ada", "ben", "cay"]))
    with os.fdopen(pipe, "rb") as told:
        told.readline()
        os.kill(pid, signal.SIGSTOP)
        with pytest.raises(CourseError, match=r"Another run grades 02_activations"):
            run(course, module, ["ada"])
        os.kill(pid, signal.SIGKILL)  # its workers may still run, and hold nothing
    os.waitpid(pid, 0)
    run(course, module, to_grade(course, module))
    assert_all_is_well(course, module)
