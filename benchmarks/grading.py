"""Compare the speed of the isolated engine, of stock nbgrader and of a lower limit.

    python benchmarks/grading.py [--each 40] [--jobs 2] [--json FILE] [--without-stock]

All three grade the same mixed submissions. The limit is what no engine can beat: all cells, run
one after the other in one warm process with the same shell, divided by the number of processors.
Besides the elapsed time there is the CPU time, which other programs on the machine hardly change.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from functools import partial
from itertools import zip_longest
from pathlib import Path

import nbformat
from processes import Measured, measure, start, wait

from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.grading.batch import grade
from grader.grading.imports import imported_packages
from grader.grading.wall.engine import processor_sets
from grader.grading.wall.sandbox.sandbox import SandboxLimits
from grader.grading.wall.student.shell import Shell, Stream
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.forkserver_client import ForkServerClient
from grader.grading.wall.tests.submission import grade_submission
from grader.library.answers import load_answers, solutions, submission
from grader.release.make import release
from grader.submissions.intake import Refusal
from grader.submissions.restore import read_restored
from workbench.cells import is_run


def hand_in(course: Course, module: Module, each: int) -> list[str]:
    """Write `each` submissions of the module, and return the students' names.

    They are complete, untouched, half done, or have answers of the library, wrong and right ones,
    several in one submission.
    """
    blank, complete = read(course.release(module)), solutions(course, module)
    queues: dict[str, list[str]] = {}
    for answer in load_answers(ROOT / "tests" / "answers", module)[::9]:
        # Without answers that run into the time limit: the limit, not the engine, sets their time.
        if "while" not in answer.code and "input(" not in answer.code:
            queues.setdefault(answer.exercise, []).append(answer.code)
    names = list(complete)
    packs = [dict(complete), {}, {name: complete[name] for name in names[: len(names) // 2]}]
    for row in zip_longest(*queues.values()):
        packs.append(
            {**complete, **{name: code for name, code in zip(queues, row, strict=True) if code}}
        )
    students = []
    for number in range(each):
        student = f"student-{number:04d}"
        text = nbformat.writes(submission(blank, packs[number % len(packs)]))
        write_text(course.submitted(student, module) / f"{module.name}.ipynb", text)
        students.append(student)
    return students


def limit(course: Course, module: Module, students: list[str], jobs: int) -> Measured:
    """The lower limit: all cells, tests included, in one process; elapsed time over `jobs`."""
    path = course.folder / "limit.json"
    wait(start(lambda: run_cells(course, module, students, path)))
    seconds, processor = json.loads(path.read_text(encoding="utf-8"))
    return Measured(seconds / jobs, processor)


def run_cells(course: Course, module: Module, students: list[str], result: Path) -> None:
    """Run all cells, and write elapsed and CPU seconds to `result`, as JSON."""
    tests = CompiledTests.prepare(course, module)
    known = tests.release, tests.references
    found = [read_restored(course, module, each, *known) for each in students]
    books = [each.notebook for each in found if not isinstance(each, Refusal)]
    sys.path.insert(0, str(course.package(module)))
    # Import the reference package of this module, not the one that is installed.
    for name in [name for name in sys.modules if name.split(".")[0] == "tinytorch"]:
        del sys.modules[name]
    shell = Shell()
    shell.outputs.cell = shell.outputs.total = 10**9  # no limit on output
    sys.stdout = sys.stderr = Stream("stdout", shell.outputs)
    begin, used = time.perf_counter(), time.process_time()
    for book in books:
        shell.reset(new_session=True)
        for cell in filter(is_run, book.cells):
            shell.outputs.begin()
            shell.run(cell.source)
            shell.outputs.end()
    result.write_text(
        json.dumps([time.perf_counter() - begin, time.process_time() - used]), encoding="utf-8"
    )


def alone(course: Course, module: Module) -> list[float]:
    """Elapsed seconds to grade one complete submission with a warm engine, ten times."""
    tests = CompiledTests.prepare(course, module)
    fork_server = ForkServerClient(
        course.package(module), SandboxLimits(60), imported_packages(tests.release)
    )
    fork_server.wait()
    processors = processor_sets(1)[0]
    took = []
    for number in range(11):
        os.sched_setaffinity(0, processors)
        spawn = partial(fork_server.spawn, number, processors)
        begin = time.perf_counter()
        grade_submission(tests, "student-0000", spawn(), spawn)
        took.append(time.perf_counter() - begin)
        fork_server.end(number)
    fork_server.close()
    return took[1:]


def scores(course: Course, module: Module) -> dict[str, dict[str, float | None]]:
    """Student -> grade_id -> the score that was given automatically."""
    with course.gradebook() as gradebook:
        return {
            each.student.id: {g.name: g.auto_score for book in each.notebooks for g in book.grades}
            for each in gradebook.assignment_submissions(module.id)
        }


def main() -> None:
    """Measure everything, and print a table and JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--each", type=int, default=40, help="submissions of each module")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--json", type=Path)
    parser.add_argument("--without-stock", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        result = compare(Path(folder), options.each, options.jobs, stock=not options.without_stock)
    print(json.dumps(result, indent=1))
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def compare(folder: Path, each: int, jobs: int, *, stock: bool) -> dict[str, object]:
    """Grade all submissions in `folder` in all ways; the results, as written to JSON."""
    terms = {name: Course(ROOT, folder / name) for name in ("wall", "nbgrader")}
    modules = terms["wall"].manifest.modules
    measured: dict[str, list[Measured]] = {"wall": [], "limit": [], "nbgrader": []}
    # Module by module, so that other load on the machine affects all ways alike.
    for module in modules:
        for course in terms.values():
            students = prepare(course, module, each)
        measured["wall"].append(grading(terms["wall"], module, students, jobs))
        measured["limit"].append(limit(terms["wall"], module, students, jobs))
        if stock:
            measured["nbgrader"].append(grading(terms["nbgrader"], module, students, 1))
    found = {name: together(parts) for name, parts in measured.items() if parts}
    latency = sorted(alone(terms["wall"], modules[-1]))
    table(found, each * len(modules))
    more: dict[str, object] = {}
    if stock:
        more["times_stock"] = found["nbgrader"].seconds / found["wall"].seconds
        more["marks_identical"] = all(
            scores(terms["nbgrader"], m) == scores(terms["wall"], m) for m in modules
        )
    more["one_alone_seconds"] = {"median": latency[len(latency) // 2], "worst": latency[-1]}
    return {"jobs": jobs, **figures(found, each * len(modules)), **more}


def figures(found: dict[str, Measured], count: int) -> dict[str, object]:
    """Costs per submission, and the ratio of the isolated engine to the limit."""
    wall, least = found["wall"], found["limit"]
    assert wall.processor is not None and least.processor is not None
    return {
        "submissions": count,
        "processors": os.cpu_count(),
        "load_average": os.getloadavg(),
        "per_submission": {
            name: {
                "seconds": m.seconds / count,
                "processor_seconds": None if m.processor is None else m.processor / count,
                "peak_mb": m.memory,
            }
            for name, m in found.items()
        },
        "times_limit_by_clock": wall.seconds / least.seconds,
        "times_limit_by_processor_time": wall.processor / least.processor,
        "overhead_ms_of_processor_time": 1000 * (wall.processor - least.processor) / count,
    }


def prepare(course: Course, module: Module, each: int) -> list[str]:
    """Release the module and write the submissions."""
    release(course, module)
    write_text(course.folder / "seed", "1\n")  # the same hidden tests in both terms
    return hand_in(course, module, each)


def grading(course: Course, module: Module, students: list[str], jobs: int) -> Measured:
    """Grade a module with the engine that the term's folder is named for."""
    engine = course.folder.name
    found = measure(
        lambda: grade(
            course, module, students, jobs=jobs, engine=engine, report=lambda outcome: None
        )
    )
    if engine == "nbgrader":
        found.processor = None  # its workers are not our children
    return found


def together(parts: list[Measured]) -> Measured:
    """The sum of the modules' times, and the highest memory peak."""
    used = [part.processor for part in parts if part.processor is not None]
    seconds, memory = sum(part.seconds for part in parts), max(part.memory for part in parts)
    return Measured(seconds, sum(used) if used else None, memory)


def table(measured: dict[str, Measured], count: int) -> None:
    """Print one line for each way."""
    print(f"{'':22}{'all':>9}{'each':>10}{'processor':>12}{'peak MB':>9}")
    for name, m in measured.items():
        processor = "-" if m.processor is None else f"{1000 * m.processor / count:.0f}ms"
        times = f"{m.seconds:8.1f}s{1000 * m.seconds / count:8.0f}ms"
        print(f"{name:22}{times}{processor:>12}{m.memory:9.0f}")


if __name__ == "__main__":
    main()
