"""The engine: failures on the grader's side are tried again, alone, and never scored."""

import csv
import os
import signal
import socket
from collections.abc import Callable
from typing import Any

import pytest
from class_of_three import run, score

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.outcome import Outcome
from grader.course.term import Course
from grader.gradebook.grades import rows, write_csv
from grader.grading.batch import grade, to_grade
from grader.grading.seed import variant_of_tests
from grader.grading.wall import engine
from grader.grading.wall.engine import ATTEMPTS, Engine, processor_sets
from grader.grading.wall.tests.forkserver_client import ForkServerClient

Fault = Callable[[Engine], None]


def kill_the_worker(running: Engine) -> None:
    os.kill(running._running[-1].worker.pid, signal.SIGKILL)


def stop_the_worker(running: Engine) -> None:
    os.kill(running._running[-1].worker.pid, signal.SIGSTOP)
    running._running[-1].stop_at = 0.0


FAULTS = {
    "a worker that is killed": (kill_the_worker, "the process of its tests ended without a result"),
    "a worker that does not end": (stop_the_worker, "did not end in its time"),
}


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> Callable[[Fault, int], list[list[str]]]:
    """Make ada's submission fail with `fault` so many times.

    The list that it returns gets, for each of her attempts, the students being graded then.
    """

    def of(fault: Fault, times: int) -> list[list[str]]:
        start, found = Engine._start, list[list[str]]()

        def start_and_fail(self: Engine, student: str) -> None:
            start(self, student)
            if student == "ada":
                found.append([job.student for job in self._running])
                if len(found) <= times:
                    fault(self)

        monkeypatch.setattr(Engine, "_start", start_and_fail)
        return found

    return of


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failure_on_the_graders_side_is_tried_again_alone(
    fault: str, three: tuple[Course, Module], tries: Callable[[Fault, int], list[list[str]]]
) -> None:
    course, module = three
    attempts = tries(FAULTS[fault][0], ATTEMPTS - 1)
    found = run(course, module)
    verdicts = {name: str(each.verdict) for name, each in found.items()}
    assert verdicts == {"ada": "ok", "ben": "ok", "cay": "wrong"}
    assert score(course, module, "ada") == 37.0
    assert len(attempts) == ATTEMPTS and attempts[1:] == [["ada"]] * (ATTEMPTS - 1)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failure_at_every_attempt_has_no_score_and_the_next_run_grades_it(
    fault: str, three: tuple[Course, Module], tries: Callable[[Fault, int], list[list[str]]]
) -> None:
    course, module = three
    run(course, module, ["ada"])  # what she had before is not what she has now
    tries(FAULTS[fault][0], ATTEMPTS)
    outcome = run(course, module)["ada"]
    assert outcome.verdict == "ungraded" and FAULTS[fault][1] in outcome.notes[0]
    with course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, "ada")
        states = {(each.auto_score, each.needs_manual_grade) for each in book.grades}
        assert states == {(None, True)}
    with write_csv(course).open(encoding="utf-8") as file:
        row = next(row for row in csv.DictReader(file) if row["student_id"] == "ada")
    assert (row["raw_score"], row["score"], row["verdict"]) == ("", "", "ungraded")
    assert all(
        points is None
        for each in rows(course, module)[1]
        if each.student == "ada"
        for points in each.points.values()
    )
    assert to_grade(course, module) == ["ada"]
    assert run(course, module, ["ada"])["ada"].verdict == "ok"
    assert score(course, module, "ada") == 37.0


def test_a_student_process_that_does_not_start_costs_the_student_nothing(
    three: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = three
    spawn, failed = ForkServerClient.spawn, list[int]()

    def spawn_nothing(self: ForkServerClient, number: int, processors: set[int]) -> Any:
        if len(failed) < 2:
            failed.append(number)
            ours, theirs = socket.socketpair()
            theirs.close()
            return ours
        return spawn(self, number, processors)

    monkeypatch.setattr(ForkServerClient, "spawn", spawn_nothing)
    assert run(course, module, ["ada"])["ada"].verdict == "ok"
    assert len(failed) == 2


def test_each_submission_has_a_processor_of_its_own_if_there_are_enough() -> None:
    every = os.sched_getaffinity(0)
    assert processor_sets(len(every)) == [{each} for each in sorted(every)]
    assert processor_sets(len(every) + 1) == [every] * (len(every) + 1)


def test_a_worker_gets_submissions_with_inputs_that_it_has_seen(
    three: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = three
    text = (course.submitted("cay", module) / f"{module.name}.ipynb").read_text(encoding="utf-8")
    for number in range(13):
        path = course.submitted(f"more-{number:02d}", module) / f"{module.name}.ipynb"
        write_text(path, text)
    start, seen = Engine._start, dict[int, list[int]]()

    def note_and_start(self: Engine, student: str) -> None:
        variant = variant_of_tests(course.seed, module.id, student)
        seen.setdefault(id(self._free[-1]), []).append(variant % 2)
        # Whether one was left with inputs of this worker's half, besides the one it got.
        others = {variant_of_tests(course.seed, module.id, each) % 2 for each in self._waiting}
        if seen[id(self._free[-1])][0] in others:
            assert variant % 2 == seen[id(self._free[-1])][0]
        start(self, student)

    monkeypatch.setattr(Engine, "_start", note_and_start)
    outcomes = list[Outcome]()
    grade(course, module, course.students(module), jobs=2, engine="wall", report=outcomes.append)
    assert len(outcomes) == 16 and len(seen) == 2


def test_a_course_that_submissions_could_read_is_not_graded(
    three: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = three
    monkeypatch.setattr(engine, "visible_folders", lambda: [str(course.folder.parent)])
    with pytest.raises(CourseError, match="which submissions can read: move it elsewhere"):
        run(course, module)
