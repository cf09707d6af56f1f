"""Temporary folders: those of processes that have ended go, those of living ones stay."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from grader.course.term import ROOT
from grader.grading.scratch import Scratch, sweep

MAKES_ONE = """
import sys, time
from grader.grading.scratch import Scratch
scratch = Scratch(sys.argv[1])
print(scratch.name, flush=True)
time.sleep(600)
"""


def other(place: Path) -> "tuple[subprocess.Popen[str], Path]":
    """Another process with a folder of its own in `place`."""
    command = [sys.executable, "-c", MAKES_ONE, str(place)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    folder = Path(process.stdout.readline().strip())
    (folder / "file").write_text("x", encoding="ascii")
    return process, folder


def end(process: "subprocess.Popen[str]") -> None:
    assert process.stdout is not None
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_folder_is_gone_after_use(tmp_path: Path) -> None:
    with Scratch(str(tmp_path)) as name:
        assert Path(name).is_dir() and Path(name).stat().st_mode & 0o777 == 0o700
    assert list(tmp_path.iterdir()) == []


def test_the_next_one_removes_what_a_killed_process_has_left(tmp_path: Path) -> None:
    process, folder = other(tmp_path)
    end(process)
    assert folder.is_dir()
    with Scratch(str(tmp_path)):
        assert not folder.exists()
    assert list(tmp_path.iterdir()) == []


def test_what_a_living_process_uses_stays(tmp_path: Path) -> None:
    process, folder = other(tmp_path)
    os.kill(process.pid, signal.SIGSTOP)
    with Scratch(str(tmp_path)):
        assert (folder / "file").is_file()
    assert (folder / "file").is_file()
    end(process)


def test_a_child_that_lives_on_does_not_keep_it(tmp_path: Path) -> None:
    readable, writable = os.pipe()
    pid = os.fork()
    if pid == 0:
        scratch = Scratch(str(tmp_path))
        child = os.fork()
        if child == 0:
            scratch.close_inherited()
            signal.pause()
        os.write(writable, str(child).encode())
        os._exit(0)
    os.waitpid(pid, 0)
    child = int(os.read(readable, 20))
    while list(tmp_path.iterdir()):
        sweep(tmp_path)
    os.kill(child, signal.SIGKILL)
    os.close(readable)
    os.close(writable)


def test_only_what_has_a_lock_is_removed(tmp_path: Path) -> None:
    (tmp_path / "tinytorch-by-hand").mkdir()
    (tmp_path / "tinytorch-link.lock").symlink_to("/etc/passwd")
    sweep(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(os.geteuid() != 0, reason="a file of another user needs root")
def test_what_is_another_users_stays(tmp_path: Path) -> None:
    (tmp_path / "tinytorch-x.lock").touch()
    (tmp_path / "tinytorch-x").mkdir()
    os.chown(tmp_path / "tinytorch-x.lock", 12345, 12345)
    sweep(tmp_path)
    assert (tmp_path / "tinytorch-x").is_dir()
