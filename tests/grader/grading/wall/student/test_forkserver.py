"""The fork server: student processes are separate from each other and end on an order."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.course.term import ROOT
from grader.grading.wall.sandbox.sandbox import SandboxLimits
from grader.grading.wall.tests.client import Client, StudentEnded
from grader.grading.wall.tests.forkserver_client import ForkServerClient


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServerClient]:
    """A fork server whose package is this repository's."""
    made = ForkServerClient(ROOT / "tinytorch", SandboxLimits(60))
    try:
        made.wait()
        yield made
    finally:
        made.close()


def client(server: ForkServerClient, number: int) -> Client:
    made = Client(server.spawn(number, {0}))
    made.stop_at = time.monotonic() + 60
    made.request("start", 1, 10**6, 10**6)
    return made


def test_student_processes_do_not_share_names(server: ForkServerClient) -> None:
    one, other = client(server, 1), client(server, 2)
    assert one.run("mine = 1") == other.run("mine = 2") == ("ok", [])
    assert (one.request("name", "mine"), other.request("name", "mine")) == (1, 2)
    for each in (one, other):
        each.end("killed", "")


def test_end_ends_the_student_process_and_no_other(server: ForkServerClient) -> None:
    one, other = client(server, 3), client(server, 4)
    server.end(3)
    with pytest.raises(StudentEnded):
        while True:  # the order may arrive after a request
            one.request("operator", "add", 1, 2)
    assert one.ended == "killed" and one.detail == "it exited"
    assert other.request("operator", "add", 1, 2) == 3
    other.end("killed", "")


def test_a_student_process_finds_the_preloaded_shell_without_traces_of_the_warm_up(
    server: ForkServerClient,
) -> None:
    found = client(server, 5)
    assert found.run("assert 'Thing' not in globals()") == ("ok", [])
    found.end("killed", "")


def test_cells_of_the_release_run_like_any_other(tmp_path: Path) -> None:
    release = tmp_path / "release.ipynb"
    cells = [{"cell_type": "code", "source": ["x = 20\n", "x + 1"]}, {"cell_type": "markdown"}]
    release.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    server = ForkServerClient(ROOT / "tinytorch", SandboxLimits(60), release=release)
    try:
        server.wait()
        made = client(server, 1)
        for source in ("x = 20\nx + 1", "x = 30\nx + 1"):
            kind, (shown,) = made.run(source)
            assert kind == "ok"
            assert shown["data"]["text/plain"] == str(21 if "20" in source else 31)
        made.end("killed", "")
    finally:
        server.close()
