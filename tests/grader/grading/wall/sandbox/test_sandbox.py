"""What a process finds in a sandbox, and that its limits are those that were asked for."""

import json
import os
import resource
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.grading.wall.sandbox import sandbox
from grader.grading.wall.sandbox.sandbox import SandboxLimits

LIMITS = SandboxLimits(seconds=7, memory=300, scratch=2, files=1000, threads=5)


def in_child(work: Callable[[], Any]) -> Any:
    """The result of `work` in a forked process, or the text of its exception."""
    readable, writable = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            result = work()
        except BaseException as error:
            result = f"{type(error).__name__}: {error}"
        os.write(writable, json.dumps(result).encode())
        os._exit(0)
    os.close(writable)
    with os.fdopen(readable, "rb") as pipe:
        result = json.loads(pipe.read() or b'"nothing was written"')
    os.waitpid(pid, 0)
    return result


def sandboxed(package: Path, look: Callable[[], Any]) -> Any:
    """The result of `look` in a sandbox with `package`."""

    def enter_and_look() -> Any:
        sandbox.record_size()
        proc = sandbox.enter_base_sandbox(package)
        ids = os.geteuid(), os.getegid()
        ours, theirs = socket.socketpair()
        if sandbox.fork_sandboxed() == 0:
            sandbox.enter_sandbox(proc, LIMITS, theirs.fileno(), *ids)
            try:
                theirs.sendall(json.dumps(look()).encode())
            except BaseException as error:
                theirs.sendall(json.dumps(str(error)).encode())
            os._exit(0)
        theirs.close()
        os.wait()
        return json.loads(ours.recv(1 << 16))

    return in_child(enter_and_look)


def refused(function: Callable[[], object]) -> bool:
    try:
        function()
    except OSError:
        return True
    return False


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    folder.chmod(0o755)  # a sandboxed process is another user
    (folder / "module.py").write_text("x = 1\n", encoding="utf-8")
    return folder


def test_a_sandboxed_process_is_an_ordinary_user_on_a_host_of_its_own(package: Path) -> None:
    found = sandboxed(package, lambda: [os.getuid(), os.getpid(), socket.gethostname()])
    assert found == [sandbox.SANDBOX_UID, 1, "sandbox"]


def test_a_sandboxed_process_sees_the_package_and_not_where_it_came_from(package: Path) -> None:
    def look() -> list[object]:
        text = Path(sandbox.PACKAGES, "module.py").read_text(encoding="utf-8")
        return [text, *(os.path.exists(path) for path in (package, "/etc/passwd", "/proc/self"))]

    assert sandboxed(package, look) == ["x = 1\n", False, False, False]


def test_a_sandboxed_process_can_write_to_its_scratch_folder_alone(package: Path) -> None:
    def look() -> list[object]:
        Path("file").write_text("x", encoding="utf-8")
        places = ["/file", f"{sandbox.PACKAGES}/file", "/usr/file"]
        return [os.getcwd(), os.listdir("."), [refused(lambda p=p: open(p, "w")) for p in places]]

    assert sandboxed(package, look) == [sandbox.SCRATCH, ["file"], [True, True, True]]


def test_a_sandboxed_process_starts_no_process_and_opens_no_socket(package: Path) -> None:
    found = sandboxed(package, lambda: [refused(os.fork), refused(socket.socket)])
    assert found == [True, True]


def test_a_sandboxed_process_has_the_limits_that_were_asked_for(package: Path) -> None:
    names = ("CPU", "FSIZE", "NOFILE", "NPROC", "CORE")

    def look() -> list[object]:
        return [resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))[1] for name in names]

    assert sandboxed(package, look) == [7, 2 * 1024**2, LIMITS.files, 5, 0]


def test_the_memory_limit_comes_on_top_of_the_fork_servers_own_size() -> None:
    def look() -> list[bool]:
        sandbox.record_size()
        sandbox.set_limits(SandboxLimits(60, memory=100))
        kept = bytearray(30 * 1024**2)
        try:
            return [len(kept) > 0, len(bytearray(150 * 1024**2)) > 0]
        except MemoryError:
            return [True, False]

    assert in_child(look) == [True, False]


def test_visible_folders_hold_neither_each_other_nor_the_course() -> None:
    found = sandbox.visible_folders()
    assert found and all(os.path.isdir(path) for path in found)
    assert not any(a != b and Path(a).is_relative_to(b) for a in found for b in found)


def test_package_folders_are_visible_ones() -> None:
    import numpy

    found = sandbox.package_folders()
    assert str(Path(numpy.__file__).resolve().parents[1]) in found
