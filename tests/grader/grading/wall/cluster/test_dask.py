"""Grade on a Dask cluster: a real scheduler and real workers, some of which are killed."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import msgpack
import pytest
from command_line import run as command
from dask_cluster import FULL, cluster_in_threads, free_port, run
from hostile_answers import HOSTILE
from kit import answered, hand_in, marks, outcome

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.outcome import Outcome
from grader.course.term import ROOT, Course
from grader.gradebook.grades import write_csv
from grader.grading.batch import grade, to_grade
from grader.library.answers import solutions

pytestmark = pytest.mark.slow

pytest.importorskip("distributed", reason="Dask is not installed: pip install '.[cluster]'")

from distributed.scheduler import KilledWorker  # noqa: E402

from grader.grading.wall.cluster import dask, helper  # noqa: E402
from grader.grading.wall.cluster.dask import TOGETHER  # noqa: E402


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


def sizes_of_tasks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many submissions each task has that is sent from now on."""
    sizes: list[int] = []
    send = dask.Cluster._send

    def counting(self: dask.Cluster, packed: dict[str, tuple[str, bytes]]) -> Any:
        sizes.append(len(packed))
        return send(self, packed)

    monkeypatch.setattr(dask.Cluster, "_send", counting)
    return sizes


def test_students_share_tasks_and_the_last_ones_are_small(
    course: Course, module: Module, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (course.submitted("ada", module) / f"{module.name}.ipynb").read_text(encoding="utf-8")
    for number in range(24):
        hand_in(course, module, f"more-{number:02d}", text)
    sizes = sizes_of_tasks(monkeypatch)
    with cluster_in_threads() as address:
        there = run(course, module, course.students(module), address)
    assert len({each.student for each in there}) == len(there) == 32
    assert max(sizes) == TOGETHER and sizes[-1] == 1 and sum(sizes) == 31  # one has no notebook
    assert not to_grade(course, module)
    assert sum(marks(course, module, "more-23").values()) == FULL


def test_a_class_is_graded_again_on_a_cluster(course: Course, module: Module) -> None:
    run(course, module, ["ada", "cay"])
    before = marks(course, module, "cay")
    with course.gradebook() as gradebook:
        entry = gradebook.find_grade("test-relu-values", module.name, module.id, "cay")
        entry.auto_score = 0.5
        gradebook.db.commit()
    again = ["regrade", "--module", module.id]
    with cluster_in_threads() as address:
        preview = command(course, *again, "--preview", "--cluster", address)
        assert "points would change for 1 of 2 students" in preview.stdout, preview.output
        assert marks(course, module, "cay") != before
        done = command(course, *again, "--because", "A slip.", "--cluster", address)
    assert "2 graded again" in done.stdout, done.output
    assert marks(course, module, "cay") == before


def test_a_task_that_ends_its_workers_is_sent_again_one_by_one(
    course: Course, module: Module, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = sizes_of_tasks(monkeypatch)
    grade_one = helper.grade

    def ending(name: str, tests: bytes, submission: bytes, *more: Any) -> helper.Answer:
        if msgpack.unpackb(submission)[0] == "bad":
            raise KilledWorker(
                "task", SimpleNamespace(address="tcp://worker"), 3
            )  # as the scheduler says it
        return grade_one(name, tests, submission, *more)

    monkeypatch.setattr(helper, "grade", ending)
    monkeypatch.setattr(dask, "TURNS", 1)
    with cluster_in_threads() as address:
        there = {each.student: each for each in run(course, module, ["ada", "bad", "cay"], address)}
    assert sizes[0] == 3 and sizes[1:] == [1, 1, 1]
    assert there["ada"].verdict == there["cay"].verdict == "ok"
    assert there["bad"].verdict == "ungraded"
    assert "every worker that graded it was lost" in there["bad"].notes[0]
    assert to_grade(course, module, student="bad") and not to_grade(course, module, student="ada")


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
        match=r"connection to the Dask scheduler.*was lost.*rerun the command to continue",
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
