"""Workers: which of them go on after a submission, and what they keep of it."""

import os
import signal
import socket
import struct
import subprocess
import sys
from multiprocessing.connection import Connection
from typing import Any

import msgpack
import nbformat
import pytest
from class_of_three import run

from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Result
from grader.course.term import ROOT, Course
from grader.grading.wall.engine import Engine
from grader.grading.wall.tests import worker
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.worker import Worker
from grader.library.answers import solutions, submission


def test_an_error_in_a_worker_is_named_and_costs_nobody_a_score(
    three: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = three
    grade_one = worker.grade_submission

    def fail_for_ada(tests: CompiledTests, student: str, *more: Any) -> Result:
        if student == "ada":
            raise MemoryError("no room")
        return grade_one(tests, student, *more)

    monkeypatch.setattr(worker, "grade_submission", fail_for_ada)
    found = run(course, module)
    assert found["ada"].verdict == "ungraded" and "MemoryError: no room" in found["ada"].notes[0]
    assert found["ben"].verdict == "ok"


def recorded_pids(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Student -> the pid of the worker that graded the submission, from now on."""
    send, pids = Worker._send, dict[str, int]()

    def send_and_record(self: Worker, student: str, connection: socket.socket) -> None:
        pids[student] = self.pid
        send(self, student, connection)

    monkeypatch.setattr(Worker, "_send", send_and_record)
    return pids


def test_a_worker_goes_on_after_an_orderly_submission_and_ends_after_another(
    three: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = three
    code = {**solutions(course, module), "relu": "import os\nos._exit(0)"}
    text = nbformat.writes(submission(read(course.release(module)), code))
    write_text(course.submitted("ben", module) / f"{module.name}.ipynb", text)
    pids = recorded_pids(monkeypatch)
    with Engine(course, module, jobs=1) as engine:
        found = {
            r.outcome.student: r.outcome.verdict
            for r in engine.results(["cay", "ada", "ben", "dan"])
        }
    assert found == {"cay": "wrong", "ada": "ok", "ben": "killed", "dan": "missing"}
    assert pids["cay"] == pids["ada"] == pids["ben"] != pids["dan"]


def test_a_worker_that_stops_in_the_middle_of_a_result_stops_nobody_else(
    three: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = three
    monkeypatch.setattr(worker, "STALLED", 1)
    send = Connection.send_bytes

    def send_a_part(self: Connection, data: bytes, *more: Any) -> None:
        if msgpack.packb("ada") in data and len(data) > 10_000:  # a result of ada
            os.write(self.fileno(), struct.pack("!i", len(data)) + data[:100])
            os.kill(os.getpid(), signal.SIGSTOP)
        send(self, data, *more)

    monkeypatch.setattr(Connection, "send_bytes", send_a_part)
    found = run(course, module)
    assert found["ada"].verdict == "ungraded" and "without a result" in found["ada"].notes[0]
    assert found["ben"].verdict == "ok" and found["cay"].verdict == "wrong"


SIZES = """
import sys
from pathlib import Path
import psutil
from grader.course.term import ROOT, Course
from grader.grading.wall.engine import Engine
course = Course(ROOT, Path(sys.argv[1]))
with Engine(course, course.manifest.module("activations"), jobs=1) as engine:
    for _ in engine.results(["ada", "cay"] * 20):
        print(psutil.Process(engine._workers[0].pid).memory_full_info().uss / 1024**2)
"""


def test_a_worker_keeps_no_memory_of_a_submission(three: tuple[Course, Module]) -> None:
    course, module = three
    run(course, module, [])  # writes the package
    # In a process without the objects of other tests.
    command = [sys.executable, "-c", SIZES, str(course.folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    sizes = [float(line) for line in done.stdout.split()]
    assert len(sizes) == 40 and sizes[39] < sizes[7] + 1


def test_a_result_is_the_same_whatever_the_worker_graded_before(
    three: tuple[Course, Module],
) -> None:
    course, module = three
    code = {**solutions(course, module), "relu": "class ReLU:\n    forward = lambda self, x: x"}
    code["softmax"] = code["softmax"].replace("axis", "0 * axis")
    text = nbformat.writes(submission(read(course.release(module)), code))
    write_text(course.submitted("ada", module) / f"{module.name}.ipynb", text)
    with Engine(course, module, jobs=1) as engine:
        found = [each.notebook for each in engine.results(["ada", "cay", "ada", "ben", "ada"])]
    assert found[0] is not None and found[0] == found[2] == found[4]


ANSWERS_WITH_MUCH = """
class ReLU:
    def forward(self, x):
        much = Tensor(np.zeros(15_000_000))
        much.more = [list(range(100_000)) for _ in range(8)]
        return much
    __call__ = forward
    def parameters(self): return [self.forward(None)]
"""


def test_a_submission_cannot_use_up_the_workers_memory_for_those_after_it(
    three: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = three
    monkeypatch.setattr(worker, "MAX_MEMORY", 768)
    code = solutions(course, module)
    code["relu"] = ANSWERS_WITH_MUCH
    book = nbformat.writes(submission(read(course.release(module)), code))
    for number in range(3):
        write_text(course.submitted(f"hoards-{number}", module) / f"{module.name}.ipynb", book)
    order = ["hoards-0", "ada", "hoards-1", "ben", "hoards-2", "cay"]
    with Engine(course, module, jobs=1) as engine:
        found = {
            result.outcome.student: str(result.outcome.verdict) for result in engine.results(order)
        }
    honest = {name: found[name] for name in ("ada", "ben", "cay")}
    assert honest == {"ada": "ok", "ben": "ok", "cay": "wrong"}


def test_a_worker_that_has_kept_much_of_a_submission_is_replaced(
    three: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = three
    grade_one, kept = worker.grade_submission, list[bytearray]()

    def keep(tests: CompiledTests, student: str, *more: Any) -> Result:
        if student == "ada":
            kept.append(bytearray((worker.MAX_KEPT + 10) * 1024**2))
        return grade_one(tests, student, *more)

    monkeypatch.setattr(worker, "grade_submission", keep)
    pids = recorded_pids(monkeypatch)
    with Engine(course, module, jobs=1) as engine:
        assert len(list(engine.results(["cay", "ada", "ben"]))) == 3
    assert pids["cay"] == pids["ada"] != pids["ben"]
