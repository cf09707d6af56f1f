"""A term with eight submissions and a Dask cluster, for the tests in this folder."""

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from dask_cluster import scheduler, worker
from kit import answered, hand_in

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course


@pytest.fixture
def course(fresh_term: Course, module: Module) -> Course:
    """A term with eight submissions of 02_activations, three of which cannot be graded."""
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


@pytest.fixture
def cluster(course: Course, tmp_path: Path) -> Iterator[tuple[str, list["subprocess.Popen[str]"]]]:
    """The address of a scheduler, and its process and those of two workers without the term."""
    with ExitStack() as stack:
        address, first = stack.enter_context(scheduler())
        workers = [
            stack.enter_context(worker(address, tmp_path / "dask", course.folder)) for _ in range(2)
        ]
        from distributed import Client

        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield address, [first, *workers]
