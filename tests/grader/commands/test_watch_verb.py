"""`grader watch` as a process: misuse, and its end on a signal."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import complaint, run

from grader.course.manifest import Module
from grader.course.term import Course


def test_a_folder_that_cannot_be_watched_is_refused(fresh_term: Course) -> None:
    assert "does not exist" in complaint(run(fresh_term, "watch", "nowhere"))


def test_a_module_that_is_not_released_is_named(
    fresh_term: Course, module: Module, tmp_path: Path
) -> None:
    fresh_term.release(module).unlink()
    (tmp_path / "in").mkdir()
    said = complaint(run(fresh_term, "watch", str(tmp_path / "in"), "--module", "activations"))
    assert said.startswith("02_activations is not released")


@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_a_signal_ends_it_and_all_that_it_started(
    fresh_term: Course, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    (tmp_path / "in").mkdir()
    command = [
        sys.executable, "-m", "grader", "--course", str(fresh_term.folder),
        "watch", str(tmp_path / "in"), "--module", "activations",
    ]  # fmt: skip
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"}, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            if "Watching" in line:
                break
        # To all of them, as a terminal and systemd do.
        os.killpg(process.pid, number)
        # Whoever still ran would hold the pipe open.
        said = process.stdout.read()
    assert process.returncode == code
    assert "Start the watch again to grade the rest." in said
    assert "Traceback" not in said
