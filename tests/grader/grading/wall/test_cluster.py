"""Grading on a Dask cluster: a real scheduler and real workers on loopback, some of which do not survive it."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from hostile_answers import HOSTILE
from kit import answered, hand_in, marks, outcome

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Outcome
from grader.course.term import ROOT, Course
from grader.errors import CourseError
from grader.gradebook.grades import write_csv
from grader.grading.batch import grade, to_grade
from grader.grading.wall.cluster import helper as outpost
from grader.grading.wall.cluster.packing import pack_exam, pack_submission
from grader.grading.wall.tests.compiled import Exam
from grader.library.answers import solutions
from grader.submissions.intake import Refusal, read_contents

distributed = pytest.importorskip(
    "distributed", reason="Dask is not installed: pip install '.[cluster]'"
)

FULL = 37.0


@pytest.fixture
def course(fresh_term: Course, module: Module) -> Course:
    """A term in which eight have handed 02_activations in, not all of them something that can be graded."""
    work = {"ada": {}, "bad": {"relu": "raise ValueError('hm')"}, "cay": {}, "dan": {}, "eve": {}}
    for student, answers in work.items():
        hand_in(fresh_term, module, student, answered(fresh_term, module, answers))
    hand_in(fresh_term, module, "untouched", read(fresh_term.release(module)))
    hand_in(fresh_term, module, "broken", "{")
    fresh_term.submitted("nothing", module).mkdir(parents=True)
    return fresh_term


@pytest.fixture(scope="module")
def module(term: Course) -> Module:
    return term.manifest.module("activations")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def started(*command: str) -> Iterator["subprocess.Popen[str]"]:
    """A process that is ended, hard, on leaving."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DASK_DISTRIBUTED__DIAGNOSTICS__NVML": "False",
    }
    with subprocess.Popen(
        command,
        cwd="/",
        env=environment,
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        drain = threading.Thread(target=_watch, args=(process,))
        drain.start()
        try:
            yield process
        finally:
            process.kill()
            drain.join()


def _watch(process: "subprocess.Popen[str]") -> None:
    assert process.stderr is not None
    process.stderr.read()


@contextmanager
def scheduler() -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    port = free_port()
    dask = (
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    )
    with started(*dask, "--no-dashboard", "--no-show") as process:
        yield f"tcp://127.0.0.1:{port}", process


@contextmanager
def worker(address: str, folder: Path, unseen: Path) -> Iterator["subprocess.Popen[str]"]:
    """A worker that dies for good when it is killed, and, where the system lets us, cannot see the folder `unseen`."""
    dask = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        address,
        "--no-nanny",
        "--nthreads",
        "1",
    ]
    dask += ["--no-dashboard", "--local-directory", str(folder)]
    if os.geteuid() == 0:
        dask = [
            "unshare",
            "-m",
            "sh",
            "-c",
            'mount -t tmpfs none "$0" && exec "$@"',
            str(unseen),
            *dask,
        ]
    with started(*dask) as process:
        yield process


@pytest.fixture
def cluster(course: Course, tmp_path: Path) -> Iterator[tuple[str, list["subprocess.Popen[str]"]]]:
    """A scheduler's address, and the processes: itself and two workers, which share no files with the term."""
    with ExitStack() as stack:
        address, first = stack.enter_context(scheduler())
        workers = [
            stack.enter_context(worker(address, tmp_path / "dask", course.folder)) for _ in range(2)
        ]
        with distributed.Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield address, [first, *workers]


def run(
    course: Course, module: Module, students: list[str], cluster: str | None = None
) -> list[Outcome]:
    found: list[Outcome] = []
    grade(course, module, students, engine="wall", cluster=cluster, report=found.append)
    return found


def packed(course: Course, module: Module, student: str) -> bytes:
    contents = read_contents(course, student, module)
    assert isinstance(contents.notebook, bytes)
    return pack_submission(student, contents, contents.notebook)


def test_a_cluster_gives_the_same_marks_and_a_killed_worker_loses_nothing(
    course: Course, module: Module, cluster: tuple[str, list["subprocess.Popen[str]"]]
) -> None:
    everybody = course.students(module)
    here = {each.student: each for each in run(course, module, everybody)}
    theirs = {student: marks(course, module, student) for student in everybody}
    books = {
        path: path.read_text(encoding="utf-8")
        for path in course.folder.glob("autograded/*/*/*.ipynb")
    }
    address, (_, killed, _) = cluster
    there: list[Outcome] = []

    def report(each: Outcome) -> None:
        there.append(each)
        if each.verdict != "missing" and killed.poll() is None:
            killed.kill()  # with a submission in its hands

    grade(course, module, everybody, engine="wall", cluster=address, report=report)
    assert killed.poll() is not None
    assert sorted(each.student for each in there) == everybody
    assert {each.student: each for each in there} == here
    assert {student: marks(course, module, student) for student in everybody} == theirs
    for path, text in books.items():
        assert cells(path.read_text(encoding="utf-8")) == cells(text)
    assert not to_grade(course, module)
    assert outcome(course, module, "nothing").verdict == "missing"


def test_hostile_submissions_cost_nobody_else_a_mark_on_a_cluster(
    course: Course, module: Module, cluster: tuple[str, list["subprocess.Popen[str]"]]
) -> None:
    relu = solutions(course, module)["relu"]
    for student, attack in HOSTILE.items():
        hand_in(course, module, student, answered(course, module, {"relu": f"{relu}\n{attack}"}))
    order = [
        name
        for pair in zip(HOSTILE, ["ada", "cay", "dan", "eve"] * 2, strict=False)
        for name in pair
    ]
    there = {
        each.student: str(each.verdict)
        for each in run(course, module, list(dict.fromkeys(order)), cluster[0])
    }
    earned = {student: sum(marks(course, module, student).values()) for student in there}
    assert {student: earned[student] for student in ("ada", "cay", "dan", "eve")} == dict.fromkeys(
        ("ada", "cay", "dan", "eve"), FULL
    )
    here = {each.student: str(each.verdict) for each in run(course, module, list(HOSTILE))}
    assert {student: there[student] for student in HOSTILE} == here
    assert {student: sum(marks(course, module, student).values()) for student in HOSTILE} == {
        student: earned[student] for student in HOSTILE
    }
    assert "ungraded" not in here.values() and not to_grade(course, module, student="ada")
    text = write_csv(course).read_text(encoding="utf-8")
    assert all(f",{student}," in text for student in HOSTILE)


def cells(text: str) -> list[object]:
    """What a graded notebook says, without the moments in tracebacks."""
    return [
        {**cell, "outputs": [each.get("ename") for each in cell.get("outputs", [])]}
        for cell in json.loads(text)["cells"]
    ]


def test_a_scheduler_that_goes_away_is_told_in_a_line_and_nothing_is_lost(
    course: Course, module: Module, cluster: tuple[str, list["subprocess.Popen[str]"]]
) -> None:
    address, (first, *_) = cluster
    done: list[str] = []

    def report(each: Outcome) -> None:
        done.append(each.student)
        if each.verdict != "missing":
            first.kill()

    with pytest.raises(
        CourseError,
        match=r"connection to the Dask scheduler.*was lost.*the same command does the rest",
    ):
        grade(
            course, module, course.students(module), engine="wall", cluster=address, report=report
        )
    left = to_grade(course, module)
    assert done and left and not set(done) & set(left)
    run(course, module, left)
    assert not to_grade(course, module)
    assert sum(marks(course, module, "eve").values()) == FULL


def test_no_scheduler_is_one_line_and_exit_code_2(course: Course, module: Module) -> None:
    command = [
        sys.executable,
        "-m",
        "grader",
        "--course",
        str(course.folder),
        "grade",
        "--module",
        module.id,
    ]
    command += ["--engine", "wall", "--cluster", f"tcp://127.0.0.1:{free_port()}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=course.folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "No Dask scheduler answers at tcp://127.0.0.1:" in line
    assert not (course.folder / "verdicts").exists()


@contextmanager
def cluster_in_threads() -> Iterator[str]:
    """A scheduler and one worker as threads of this process: what is replaced here is replaced there."""
    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        dashboard_address="127.0.0.1:0",
        protocol="tcp",
        host="127.0.0.1",
    ) as made:
        yield made.scheduler_address
    while outpost._idle:
        outpost._idle.pop().close()


NO_NAMESPACES = """#!/bin/sh
exec unshare --user --map-root-user sh -c '
    echo 0 > /proc/sys/user/max_user_namespaces; echo 0 > /proc/sys/user/max_mnt_namespaces; exec "$0" "$@"
' {python} "$@"
"""


def test_a_worker_that_cannot_lock_in_refuses_and_the_instructor_reads_why(
    course: Course, module: Module, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    poor = tmp_path / "python"
    poor.write_text(NO_NAMESPACES.format(python=sys.executable), encoding="utf-8")
    poor.chmod(0o755)
    monkeypatch.setattr("grader.grading.wall.cluster.helper.sys.executable", str(poor))
    with cluster_in_threads() as address:
        with pytest.raises(
            CourseError, match=r"A worker of .* refuses: This system gives no namespaces.*No space"
        ):
            run(course, module, ["ada"], cluster=address)
        assert to_grade(course, module)
        (found,) = run_unsafe(course, module, address)
    assert found.notes[0].startswith("unsafe")


def run_unsafe(course: Course, module: Module, address: str) -> list[Outcome]:
    found: list[Outcome] = []
    grade(course, module, ["ada"], engine="wall", cluster=address, unsafe=True, report=found.append)
    return found


def test_a_helper_that_is_killed_is_replaced(course: Course, module: Module) -> None:
    run(course, module, ["ada"])
    exam = pack_exam(Exam.prepare(course, module))
    parcel = packed(course, module, "ada")
    kind, data = outpost.grade("exam", exam, parcel, 60, False)
    assert kind == "result" and b'"verdict": "ok"' in data
    (helper,) = outpost._idle
    os.kill(
        helper._process.pid, signal.SIGSTOP
    )  # still there when it is asked, gone before it answers
    threading.Timer(0.3, os.kill, (helper._process.pid, signal.SIGKILL)).start()
    assert outpost.grade("exam", exam, parcel, 60, False) == (kind, data)
    (fresh,) = outpost._idle
    assert fresh is not helper
    fresh.close()
    outpost._idle.clear()


def test_a_worker_of_another_version_refuses(course: Course, module: Module) -> None:
    run(course, module, ["ada"])
    parts = json.loads(pack_exam(Exam.prepare(course, module)))
    parts["versions"]["grader"] = "0123456789ab"
    parcel = packed(course, module, "ada")
    kind, line = outpost.grade("other", json.dumps(parts).encode(), parcel, 60, False)
    assert kind == "refused"
    assert b"not 0123456789ab" in line and b"Install the same commit" in line
    assert not outpost._idle


def test_a_helper_ends_with_its_worker(course: Course, module: Module) -> None:
    run(course, module, ["ada"])
    exam = pack_exam(Exam.prepare(course, module))
    pid = os.fork()
    if pid == 0:
        helper = outpost.Helper("exam", exam, unsafe=False)
        (course.folder / "helper").write_text(str(helper._process.pid), encoding="ascii")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(pid, 0)
    number = int((course.folder / "helper").read_text(encoding="ascii"))
    until = time.monotonic() + 10
    while Path(f"/proc/{number}/exe").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{number}/exe").exists()


def test_what_travels_holds_no_grade_and_no_other_submission(
    course: Course, module: Module
) -> None:
    run(course, module, ["ada", "cay"])
    exam = pack_exam(Exam.prepare(course, module))
    parcel = packed(course, module, "ada")
    assert str(course.folder).encode() not in exam + parcel
    assert b"gradebook" not in exam + parcel
    assert b"cay" not in parcel
    source = read(course.source(module))
    answers = [cell.source for cell in source.cells if "### BEGIN SOLUTION" in cell.source]
    assert answers and not any(json.dumps(text)[1:-1].encode() in exam for text in answers)


def test_links_and_large_files_do_not_travel(course: Course, module: Module) -> None:
    folder = course.submitted("ada", module)
    (folder / "other.ipynb").symlink_to(course.folder / "gradebook.db")
    (folder / "large.ipynb").write_bytes(b" " * (11 * 1024 * 1024))
    (folder / "numpy.py").write_text("raise SystemExit", encoding="utf-8")
    os.mkfifo(folder / "pipe.ipynb")
    parcel = packed(course, module, "ada")
    assert list(json.loads(parcel)["files"]) == [f"{module.name}.ipynb"]
    (folder / f"{module.name}.ipynb").unlink()
    (folder / f"{module.name}.ipynb").symlink_to("/etc/passwd")
    refusal = read_contents(course, module=module, student="ada").notebook
    assert isinstance(refusal, Refusal) and refusal.verdict == "unreadable"
