"""Whatever is killed, and when: a rerun does the rest, nothing is graded twice, no mark of a person's is lost."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from kit import answered, hand_in, marks
from sqlalchemy.orm import Session

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Outcome
from grader.course.term import ROOT, Course
from grader.errors import CourseError
from grader.gradebook.grades import write_csv
from grader.gradebook.writer import GradebookWriter
from grader.grading.batch import grade, to_grade
from grader.grading.wall.engine import ATTEMPTS, Engine
from grader.grading.wall.tests.forkserver_client import Nursery

FULL = 37.0  # of 02_activations without the written answer


@pytest.fixture
def course(fresh_term: Course) -> Course:
    """A term in which ada, ben and cay have handed 02_activations in and ben has a mark of a person's."""
    module = fresh_term.manifest.module("activations")
    for student in ("ada", "ben", "cay"):
        hand_in(fresh_term, module, student, answered(fresh_term, module))
    run(fresh_term, module, ["ben"])
    with fresh_term.gradebook() as gradebook:
        written = gradebook.find_grade("q4-why-relu", module.name, module.id, "ben")
        written.manual_score, written.needs_manual_grade = 2.5, False
        gradebook.db.commit()
    hand_in(
        fresh_term,
        module,
        "ben",
        answered(fresh_term, module, {"q1-cost": "# none\nraise ValueError\n"}),
    )
    return fresh_term


@pytest.fixture
def module(course: Course) -> Module:
    return course.manifest.module("activations")


def run(course: Course, module: Module, students: list[str], jobs: int = 2) -> list[str]:
    """Grade and return who has been graded, in the order of their results."""
    found: list[str] = []
    grade(
        course,
        module,
        students,
        jobs=jobs,
        engine="wall",
        report=lambda each: found.append(each.student),
    )
    return found


def in_child(work: Callable[[], None]) -> "tuple[int, int]":
    """Start `work` in a forked process; its id, and a descriptor from which what it writes to 9 can be read."""
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
    "half of the marks are entered": (GradebookWriter, "_put", lambda *_: _saves_ben, False),
    "the marks are entered": (Session, "commit", lambda _: _saves_ben, True),
    "the marks are committed": (Session, "commit", lambda _: _saves_ben, False),
    "the record is written beside": (
        os,
        "replace",
        lambda _, to: str(to).endswith("ben.json"),
        True,
    ),
    "the record is in place": (os, "replace", lambda _, to: str(to).endswith("ben.json"), False),
}
_saves_ben = False


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_every_step_of_writing_a_rerun_makes_good(
    step: str, course: Course, module: Module
) -> None:
    def work() -> None:
        where, name, when, before = STEPS[step]
        enter = GradebookWriter._enter

        def noting_ben(self: GradebookWriter, result: Any) -> None:
            global _saves_ben
            _saves_ben = result.outcome.student == "ben"
            enter(self, result)

        GradebookWriter._enter = noting_ben  # type: ignore[method-assign]
        setattr(where, name, dying(getattr(where, name), when, before=before))
        run(course, module, ["ada", "ben", "cay"], jobs=1)

    pid, pipe = in_child(work)
    os.close(pipe)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
    left = to_grade(course, module)
    assert left == (["cay"] if step == "the record is in place" else ["ben", "cay"])
    for path in course.folder.glob("autograded/*/*/*.ipynb"):
        nbformat.validate(read(path))
    assert sorted(run(course, module, left)) == left
    assert not to_grade(course, module)
    assert_all_is_well(course, module)


def assert_all_is_well(course: Course, module: Module) -> None:
    """Everybody has the marks of their work, ben the person's mark too, and nothing half-written lies about."""
    everything = marks(course, module, "ada")
    assert sum(everything.values()) == sum(marks(course, module, "cay").values()) == FULL
    own = marks(course, module, "ben")
    assert own.pop("q4-why-relu") == 2.5
    lost = {name for name, points in own.items() if points != everything[name]}
    assert lost and all("q1" in name for name in lost)
    leftovers = [
        path
        for folder in ("autograded", "verdicts")
        for path in (course.folder / folder).rglob(".*")
    ]
    assert leftovers == []
    rows = write_csv(course).read_text(encoding="utf-8").splitlines()
    assert len([row for row in rows if row.startswith(f"{module.id},")]) == len(
        course.students(module)
    )


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


def test_a_warm_process_that_is_killed_costs_nothing(
    course: Course, module: Module, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, killed = Engine._start, []

    def start_and_kill(self: Engine, student: str) -> None:
        start(self, student)
        if student == "ben" and not killed:
            killed.append(self._nursery._process.pid)
            os.kill(killed[0], signal.SIGKILL)

    monkeypatch.setattr(Engine, "_start", start_and_kill)
    assert sorted(run(course, module, ["ada", "ben", "cay"])) == ["ada", "ben", "cay"]
    assert killed
    assert_all_is_well(course, module)


def test_a_warm_process_that_never_stays_is_told_in_a_line(
    course: Course, module: Module, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_up, killed = Nursery.bring_up, []

    def kill_and_bring_up(self: Nursery, number: int, place: set[int]) -> Any:
        killed.append(self._process.pid)
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        return bring_up(self, number, place)

    monkeypatch.setattr(Nursery, "bring_up", kill_and_bring_up)
    with pytest.raises(
        CourseError, match=f"ended {ATTEMPTS} times.*the same command does the rest"
    ):
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
        os.kill(pid, signal.SIGKILL)  # its judges may still be there, and hold nothing
    os.waitpid(pid, 0)
    run(course, module, to_grade(course, module))
    assert_all_is_well(course, module)


def test_no_room_for_a_notebook_is_one_line_and_nothing_half_written(
    course: Course, module: Module
) -> None:
    command = [sys.executable, "-m", "grader", "--course", str(course.folder), "grade"]
    command += ["--module", module.id, "--engine", "wall", "--jobs", "1"]
    least = min(path.stat().st_size for path in course.folder.glob("autograded/*/*/*.ipynb"))

    def limit() -> None:  # a file may not grow beyond half a notebook
        resource.setrlimit(resource.RLIMIT_FSIZE, (least // 2, resource.RLIM_INFINITY))

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, preexec_fn=limit)
    assert done.returncode == 2, done
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "File too large" in done.stderr
    leftovers = [
        path
        for folder in ("autograded", "verdicts")
        for path in (course.folder / folder).rglob(".*")
    ]
    assert leftovers == []
    run(course, module, to_grade(course, module))
    assert_all_is_well(course, module)


# Mounting a small disk: as root in a mount namespace, as anybody else in a user namespace too.
MOUNTING = ["--mount"] if os.geteuid() == 0 else ["--map-root-user", "--mount"]
FULL_DISK = """
set -e
mount -t tmpfs -o size=$2 none "$1.full"; cp -a "$1/." "$1.full/"
cd "$3"; shift 3
dd if=/dev/zero of="$TERM_FOLDER/filler" bs=1k 2>/dev/null || true
truncate -s -${SPARE}K "$TERM_FOLDER/filler"
"$@" && echo "exit 0" || echo "exit $?"
find "$TERM_FOLDER/autograded" "$TERM_FOLDER/verdicts" -name '.*' -type f | sed 's/^/left over: /'
rm "$TERM_FOLDER/filler"
"$@"
cp -a "$TERM_FOLDER/." "$BACK/"
"""


@pytest.mark.parametrize("spare", [0, 60])
def test_a_full_disk_is_one_line_and_nothing_half_written(
    spare: int, course: Course, module: Module, tmp_path: Path
) -> None:
    full, back = Path(f"{course.folder}.full"), tmp_path / "back"
    full.mkdir()
    back.mkdir()
    command = [sys.executable, "-m", "grader", "--course", str(full), "grade"]
    command += ["--module", module.id, "--engine", "wall", "--jobs", "1"]
    environment = {**os.environ, "TERM_FOLDER": str(full), "SPARE": str(spare), "BACK": str(back)}
    script = [
        "unshare",
        *MOUNTING,
        "sh",
        "-c",
        FULL_DISK,
        "sh",
        str(course.folder),
        "16m",
        str(ROOT),
        *command,
    ]
    done = subprocess.run(script, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done
    assert "exit 2" in done.stdout, done
    assert "left over" not in done.stdout
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "Error: " in done.stderr and ("No space" in done.stderr or "full" in done.stderr)
    assert_all_is_well(Course(ROOT, back), module)
