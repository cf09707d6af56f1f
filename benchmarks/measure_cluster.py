"""Measure the costs that `cluster.py` simulates with, and write them to a file.

    python benchmarks/measure_cluster.py [--each 12] [--repeat 5] [--out benchmarks/cluster.json]

The submissions are those of `grading.py`. The cost of a submission for a worker is CPU time, which
is nearly the same on a busy machine. The writer waits for the disk, so its cost is elapsed time.
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
from grader.gradebook.writer import GradebookWriter
from grader.grading.wall.cluster.packing import pack_submission, pack_tests
from grader.grading.wall.engine import Engine
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.submission import pack
from grader.release.make import release
from grader.submissions.intake import read_contents

TASKS = 400  # how many the scheduler and the parent handle while they are measured


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
        found["writer_seconds"] = {"sqlite": _writer(course, results)}
        if programs() is not None:
            with server() as where:
                other = Course(ROOT, Path(folder) / "postgresql")
                other.folder.mkdir()
                address = f"postgresql://postgres@/postgres?host={where}"
                (other.folder / "db_url").write_text(address, encoding="utf-8")
                for module in other.manifest.modules:
                    release(other, module)
                found["writer_seconds"]["postgresql"] = _writer(other, results)
        found |= _dask(course, course.manifest.modules[-1])
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
            for student in students:
                before = _used(engine)
                graded = list(engine.results([student] * repeat))
                time.sleep(0.1)  # until the fork server has reaped the last process
                seconds.append((_used(engine) - before) / repeat)
                results.setdefault(module.id, []).append(graded[0])
                contents = read_contents(course, student, module)
                assert isinstance(contents.notebook, bytes)
                packed = pack_submission(student, contents, contents.notebook)
                sizes.append(len(packed) + len(pack(graded[0])))
    found["service_seconds"] = [round(each, 5) for each in seconds]
    found["bytes"] = sizes
    return results


def _used(engine: Engine) -> float:
    """CPU seconds of this process, its workers, the fork server and the ended student processes."""
    own = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    there = [
        engine._fork_server._process.pid,
        *(worker.pid for worker in engine._workers if worker.alive),
    ]
    return sum(each.ru_utime + each.ru_stime for each in own) + sum(
        sum(psutil.Process(pid).cpu_times()[:4]) for pid in there
    )


def _writer(course: Course, results: dict[str, list[Result]]) -> list[float]:
    """Seconds to save each result in the gradebook, and its notebook: the best of five."""
    seconds = []
    for module in course.manifest.modules:
        with course.gradebook() as gradebook:
            writer = GradebookWriter(course, module, gradebook)
            for result in results[module.id]:
                seconds.append(round(min(_save_seconds(writer, result) for _ in range(5)), 5))
    return seconds


def _save_seconds(writer: GradebookWriter, result: Result) -> float:
    begin = time.perf_counter()
    writer.save(result)
    return time.perf_counter() - begin


def _dask(course: Course, module: Module) -> dict[str, float]:
    """CPU seconds per task of the scheduler, and of this process to send it and take its result.

    The worker returns the submission that it received: a result has about as many bytes.
    """
    students = course.students(module)
    with _processes() as (address, first), Client(address, set_as_default=False) as client:
        scheduler = psutil.Process(first.pid)
        _echo(client, course, module, students)  # warm up
        own, there = time.process_time(), sum(scheduler.cpu_times()[:2])
        for _ in range(TASKS // len(students)):
            _echo(client, course, module, students)
        count = TASKS // len(students) * len(students)
        return {
            "scheduler_seconds": round((sum(scheduler.cpu_times()[:2]) - there) / count, 5),
            "parent_seconds": round((time.process_time() - own) / count, 5),
        }


def _echo(client: Client, course: Course, module: Module, students: list[str]) -> None:
    done = as_completed(loop=client.loop)
    for student in students:
        _ = read_contents(course, student, module).fingerprint
        done.add(client.submit(bytes, pack_submission(course, module, student), pure=False))
    for task in done:
        task.result()


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
