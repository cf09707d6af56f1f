"""Measure the costs that `cluster.py` simulates with, and write them to a file.

    python benchmarks/measure_cluster.py [--each 12] [--repeat 5] [--out benchmarks/cluster.json]

The submissions are those of `grading.py`. The cost of a submission for a worker is CPU time, which
is nearly the same on a busy machine. So is that of the writer, which besides waits for the disk:
how long is measured too, and depends on the disk and on who else writes. Parent and scheduler are
measured twice: one submission at a time, and as a large class is graded.
"""

import argparse
import json
import os
import platform
import resource
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

import psutil
from distributed import Client, as_completed
from grading import hand_in

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests" / "grader"))
from postgres import programs, server

from grader.course.manifest import Module
from grader.course.outcome import Result
from grader.course.term import ROOT, Course
from grader.gradebook.writer import GROUP, GradebookWriter
from grader.grading.wall.cluster.dask import TOGETHER
from grader.grading.wall.cluster.packing import pack_submission, pack_tests
from grader.grading.wall.cluster.shared import Shared
from grader.grading.wall.engine import Engine
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.submission import pack, unpack
from grader.release.make import release
from grader.submissions.intake import read_contents

SUBMISSIONS = 800  # how many scheduler and parent handle while they are measured


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--each", type=int, default=12, help="submissions of each module")
    parser.add_argument("--repeat", type=int, default=5, help="how often each is graded")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "cluster.json")
    options = parser.parse_args()
    found: dict[str, Any] = {
        "measured": time.strftime("%Y-%m-%d", time.gmtime()),
        "processors": os.cpu_count(),
        "machine": platform.machine(),
        "python": platform.python_version(),
    }
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        course = Course(ROOT, Path(folder) / "sqlite")
        results = _service(course, options.each, options.repeat, found)
        found |= {"group": GROUP, "writer_seconds": {}, "writer_alone_seconds": {}, "disk": {}}
        _writer(course, results, "sqlite", found)
        if programs() is not None:
            with server() as where:
                other = Course(ROOT, Path(folder) / "postgresql")
                other.folder.mkdir()
                address = f"postgresql://postgres@/postgres?host={where}"
                (other.folder / "db_url").write_text(address, encoding="utf-8")
                for module in other.manifest.modules:
                    release(other, module)
                _writer(other, results, "postgresql", found)
        for module in course.manifest.modules[-1:]:
            found |= _dask(course, module, results[module.id])
    found["load_average"] = os.getloadavg()
    options.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    service = found["service_seconds"]
    print(f"{options.out}: {sum(service) / len(service):.3f} s per submission")


def _service(
    course: Course, each: int, repeat: int, found: dict[str, Any]
) -> dict[str, list[Result]]:
    """Measure each submission: the CPU time of tests and student code, and its bytes."""
    seconds: list[float] = []
    sizes: list[int] = []
    results: dict[str, list[Result]] = {}
    for module in course.manifest.modules:
        release(course, module)
        students = hand_in(course, module, each)
        found["exam_bytes"] = max(
            found.get("exam_bytes", 0), len(pack_tests(CompiledTests.prepare(course, module)))
        )
        with Engine(course, module) as engine:
            list(engine.results(students[:1]))  # warm up
            shared = Shared(engine.tests)
            for student in students:
                before = _used(engine)
                graded = list(engine.results([student] * repeat))
                time.sleep(0.1)  # until the fork server has reaped the last process
                seconds.append((_used(engine) - before) / repeat)
                results.setdefault(module.id, []).append(graded[0])
                contents = read_contents(course, student, module)
                assert isinstance(contents.notebook, bytes)
                packed = pack_submission(student, contents, contents.notebook, shared)
                sizes.append(len(packed) + len(shared.pack(pack(graded[0]))))
    found["service_seconds"] = [round(each, 5) for each in seconds]
    found["bytes"] = sizes
    return results


def _used(engine: Engine) -> float:
    """CPU seconds of this process, its workers, the fork server and the ended student processes."""
    own = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    there = [
        engine._fork_server._process.pid,
        *(worker.pid for worker in engine._workers if worker.fileno() >= 0),
    ]
    return sum(each.ru_utime + each.ru_stime for each in own) + sum(
        sum(psutil.Process(pid).cpu_times()[:4]) for pid in there
    )


def _writer(
    course: Course, results: dict[str, list[Result]], name: str, found: dict[str, Any]
) -> None:
    """Seconds to save each result and its notebook, alone and in a group: the best of five."""
    alone, together, disk = list[float](), list[float](), list[float]()
    for module in course.manifest.modules:
        with course.gradebook() as gradebook:
            writer = GradebookWriter(course, module, gradebook)
            for result in results[module.id]:
                tries = [_save_seconds(writer, [result]) for _ in range(5)]
                alone.append(min(tries)[0])
            group = _of_others(results[module.id], GROUP)
            tries = [_save_seconds(writer, group) for _ in range(5)]
            together.append(min(tries)[0])
            disk.append(min(waited for _, waited in tries))
    found["writer_alone_seconds"][name] = alone
    found["writer_seconds"][name] = together
    found["disk"][name] = disk


def _of_others(results: list[Result], count: int) -> list[Result]:
    """`count` results like these, each of a different student."""
    return [
        replace(result, outcome=result.outcome.model_copy(update={"student": f"other-{number}"}))
        for number, result in zip(range(count), cycle(results), strict=False)
    ]


def _save_seconds(writer: GradebookWriter, results: list[Result]) -> tuple[float, float]:
    """CPU seconds of this process for each result, and seconds that it waited besides."""
    begin, used = time.perf_counter(), time.process_time()
    writer.save(results)
    took = time.process_time() - used
    waited = time.perf_counter() - begin - took
    return round(took / len(results), 5), round(waited / len(results), 5)


def _dask(course: Course, module: Module, results: list[Result]) -> dict[str, float]:
    """CPU seconds of the scheduler for a submission, and of this process to send and receive it."""
    shared = Shared(CompiledTests.prepare(course, module))
    packed = [shared.pack(pack(result)) for result in results]
    found = {}
    with _processes() as (address, first), Client(address, set_as_default=False) as client:
        scheduler = psutil.Process(first.pid)
        (answers,) = client.scatter([packed])
        for name, size in (("_alone", 1), ("", TOGETHER)):
            echo = partial(_echo, client, course, module, shared, answers, size)
            echo()  # warm up
            own, there, rounds = time.process_time(), sum(scheduler.cpu_times()[:2]), 0
            while rounds * len(course.students(module)) < SUBMISSIONS:
                echo()
                rounds += 1
            count = rounds * len(course.students(module))
            used = time.process_time() - own
            found[f"parent{name}_seconds"] = round(used / count, 5)
            used = sum(scheduler.cpu_times()[:2]) - there
            found[f"scheduler{name}_seconds"] = round(used / count, 5)
    return found


def _echo(
    client: Client, course: Course, module: Module, shared: Shared, answers: Any, size: int
) -> None:
    """Send all submissions, in tasks of `size`, and receive as many results."""
    done = as_completed(loop=client.loop)
    for some in batched(course.students(module), size):
        tasks = []
        for student in some:
            contents = read_contents(course, student, module)
            assert contents.fingerprint and isinstance(contents.notebook, bytes)
            tasks.append(pack_submission(student, contents, contents.notebook, shared))
        done.add(client.submit(_answer, answers, tasks, pure=False))
    for task in done:
        for answer in task.result():
            assert unpack(shared.unpack(answer)) is not None


def _answer(answers: list[bytes], submissions: list[bytes]) -> list[bytes]:
    """In a worker: as many results as it gets submissions."""
    return answers[: len(submissions)]


def batched(students: list[str], size: int) -> list[list[str]]:
    """Split a list into lists of `size`."""
    return [students[start : start + size] for start in range(0, len(students), size)]


@contextmanager
def _processes() -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A scheduler and a worker: the address and the process of the scheduler."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    address = f"tcp://127.0.0.1:{port}"
    commands = [
        ["dask_scheduler", "--no-show", "--host", "127.0.0.1", "--port", port],
        ["dask_worker", address, "--no-nanny", "--nthreads", "1"],
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        started = [
            subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{program}", *options, "--no-dashboard"],
                cwd=folder,
                env=environment,
                stderr=subprocess.DEVNULL,
            )
            for program, *options in commands
        ]
        try:
            with Client(address, timeout=60, set_as_default=False) as client:
                client.wait_for_workers(1, timeout=60)
            yield address, started[0]
        finally:
            for process in started:
                process.kill()
                process.wait()


if __name__ == "__main__":
    main()
