"""The helper process of a Dask worker: refused, killed, replaced, ended with its worker."""

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest
from dask_cluster import cluster_in_threads, packed, run

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.outcome import Outcome
from grader.course.term import Course
from grader.grading.batch import grade, to_grade
from grader.grading.wall.cluster import helper
from grader.grading.wall.cluster.packing import pack_tests
from grader.grading.wall.cluster.shared import Shared
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.submission import unpack

NO_NAMESPACES = """#!/bin/sh
exec unshare --user --map-root-user sh -c '
    echo 0 > /proc/sys/user/max_user_namespaces
    echo 0 > /proc/sys/user/max_mnt_namespaces
    exec "$0" "$@"
' {python} "$@"
"""


def test_a_worker_without_namespaces_refuses_and_the_instructor_reads_why(
    course: Course, module: Module, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    poor = tmp_path / "python"
    poor.write_text(NO_NAMESPACES.format(python=sys.executable), encoding="utf-8")
    poor.chmod(0o755)
    monkeypatch.setattr("grader.grading.wall.cluster.helper.sys.executable", str(poor))
    with cluster_in_threads() as address:
        with pytest.raises(
            CourseError, match=r"A worker of .* refuses: Cannot create Linux namespaces.*No space"
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
    tests = pack_tests(CompiledTests.prepare(course, module))
    submission = packed(course, module, "ada")
    kind, data = helper.grade("tests", tests, submission, 60, False)
    result = unpack(Shared(CompiledTests.prepare(course, module)).unpack(data))
    assert kind == "result" and result is not None and result.outcome.verdict == "ok"
    (first,) = helper._idle
    # It is running when it gets the request, and has ended before it replies.
    os.kill(first._process.pid, signal.SIGSTOP)
    threading.Timer(0.3, os.kill, (first._process.pid, signal.SIGKILL)).start()
    assert helper.grade("tests", tests, submission, 60, False) == (kind, data)
    (fresh,) = helper._idle
    assert fresh is not first
    fresh.close()
    helper._idle.clear()


def test_a_worker_of_another_version_refuses(course: Course, module: Module) -> None:
    run(course, module, ["ada"])
    parts = json.loads(pack_tests(CompiledTests.prepare(course, module)))
    parts["versions"]["grader"] = "0123456789ab"
    submission = packed(course, module, "ada")
    kind, line = helper.grade("other", json.dumps(parts).encode(), submission, 60, False)
    assert kind == "refused"
    assert b"not 0123456789ab" in line and b"Install the same commit" in line
    assert not helper._idle


def test_a_helper_ends_with_its_worker(course: Course, module: Module) -> None:
    run(course, module, ["ada"])
    tests = pack_tests(CompiledTests.prepare(course, module))
    pid = os.fork()
    if pid == 0:
        started = helper.Helper("tests", tests, unsafe=False)
        (course.folder / "helper").write_text(str(started._process.pid), encoding="ascii")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(pid, 0)
    number = int((course.folder / "helper").read_text(encoding="ascii"))
    until = time.monotonic() + 10
    while Path(f"/proc/{number}/exe").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{number}/exe").exists()
