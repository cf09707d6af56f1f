"""A call for one student that exceeds its limits is ended, and no other."""

import os
import time
from functools import partial
from pathlib import Path

import psutil
import pytest

from grader.grading.pool import Bounds, for_each

ROOM = Bounds(seconds=120)


def shout(student: str) -> str:
    return student.upper()


def misbehave(student: str) -> str:
    """Do what the student's name says."""
    if student == "sleeps":
        time.sleep(600)
    if student == "loops":
        while True:
            pass
    if student == "fills":
        return str(len(bytearray(4 * 1024**3)))
    if student == "ends":
        os._exit(3)
    if student == "raises":
        raise ValueError(student)
    return "done"


def tell_and_sleep(folder: Path, student: str) -> str:
    """Tell the process's number; one waits for the other's and ends, the other does not."""
    if student == "ada":
        while not (folder / "bob").is_file():
            time.sleep(0.01)
        return "done"
    (folder / "new").write_text(str(os.getpid()), encoding="utf-8")
    (folder / "new").rename(folder / "bob")
    time.sleep(600)
    return ""


def work(students: list[str], bounds: Bounds) -> dict[str, tuple[str | None, bool]]:
    replies = for_each(misbehave, students, jobs=2, bounds=bounds, preload="grader.grading.pool")
    return {reply.student: (reply.text, reply.timed_out) for reply in replies}


def test_everybody_gets_a_reply() -> None:
    replies = for_each(
        shout, ["ada", "bob", "cay"], jobs=2, bounds=ROOM, preload="grader.grading.pool"
    )
    assert sorted((reply.student, reply.text) for reply in replies) == [
        ("ada", "ADA"),
        ("bob", "BOB"),
        ("cay", "CAY"),
    ]
    assert list(for_each(shout, [], jobs=2, bounds=ROOM, preload="grader.grading.pool")) == []


@pytest.mark.parametrize(
    ("student", "bounds", "timed_out"),
    [
        ("sleeps", Bounds(seconds=2), True),
        ("loops", Bounds(seconds=120, processor_seconds=1), True),
        ("fills", Bounds(seconds=120, megabytes=512), False),
        ("ends", ROOM, False),
        ("raises", ROOM, False),
    ],
)
def test_what_takes_too_much_or_breaks_costs_nobody_else(
    student: str, bounds: Bounds, timed_out: bool
) -> None:
    assert work([student], bounds) == {student: (None, timed_out)}
    roomy = Bounds(
        seconds=120, processor_seconds=bounds.processor_seconds, megabytes=bounds.megabytes
    )
    if student != "sleeps":
        assert work([student, "honest"], roomy)["honest"] == ("done", False)


def test_a_run_that_is_given_up_leaves_no_process(tmp_path: Path) -> None:
    replies = for_each(
        partial(tell_and_sleep, tmp_path),
        ["ada", "bob"],
        jobs=2,
        bounds=ROOM,
        preload="grader.grading.pool",
    )
    assert next(replies).student == "ada"  # it ends when bob's process is there
    replies.close()
    assert not psutil.pid_exists(int((tmp_path / "bob").read_text(encoding="utf-8")))


def number(student: str) -> str:
    """Return the process's number, or misbehave."""
    misbehave(student)
    return str(os.getpid())


def test_a_lasting_process_answers_one_call_after_the_other() -> None:
    students = [f"student-{index}" for index in range(6)]
    replies = list(
        for_each(number, students, jobs=2, bounds=ROOM, preload="grader.grading.pool", lasting=True)
    )
    assert sorted(reply.student for reply in replies) == students
    assert len({reply.text for reply in replies}) <= 2
    assert not any(psutil.pid_exists(int(reply.text or 0)) for reply in replies)


@pytest.mark.parametrize(
    ("student", "bounds", "timed_out"),
    [
        ("loops", Bounds(seconds=120, processor_seconds=1), True),
        ("fills", Bounds(seconds=120, megabytes=512), False),
        ("ends", ROOM, False),
        ("raises", ROOM, False),
    ],
)
def test_a_lasting_process_that_fails_is_replaced(
    student: str, bounds: Bounds, timed_out: bool
) -> None:
    replies = for_each(
        misbehave, ["ada", student, "bob", "cay"], jobs=1, bounds=bounds,
        preload="grader.grading.pool", lasting=True,
    )  # fmt: skip
    assert {reply.student: (reply.text, reply.timed_out) for reply in replies} == {
        "ada": ("done", False), student: (None, timed_out),
        "bob": ("done", False), "cay": ("done", False),
    }  # fmt: skip


def spend(student: str) -> str:
    """Use two thirds of a second of processor time."""
    end = time.process_time() + 0.67
    while time.process_time() < end:
        pass
    return "done"


def test_each_call_of_a_lasting_process_has_the_whole_processor_time() -> None:
    replies = for_each(
        spend, ["ada", "bob", "cay", "dot"], jobs=1, lasting=True,
        bounds=Bounds(seconds=120, processor_seconds=1), preload="grader.grading.pool",
    )  # fmt: skip
    assert [reply.text for reply in replies] == ["done"] * 4
