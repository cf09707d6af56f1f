"""System calls through ctypes: errors are raised, and descriptors are closed but those kept."""

import os

import pytest

from grader.grading.wall.sandbox import syscalls


def test_a_call_that_fails_raises_its_error() -> None:
    with pytest.raises(OSError, match="umount2: No such file") as caught:
        syscalls.call("umount2", b"/no/such/place", 0)
    assert caught.value.errno == 2


def test_close_all_but_keeps_the_descriptors_that_are_named() -> None:
    readable, writable = os.pipe()
    pid = os.fork()
    if pid == 0:
        kept = os.dup(writable)
        syscalls.close_all_but(0, 1, 2, kept)
        try:
            os.fstat(writable)
        except OSError:
            os.write(kept, b"closed")
        os._exit(0)
    os.close(writable)
    with os.fdopen(readable, "rb") as pipe:
        assert pipe.read() == b"closed"
    os.waitpid(pid, 0)


def test_clone_returns_0_in_the_child_and_its_pid_in_the_parent() -> None:
    pid = syscalls.clone(0)
    if pid == 0:
        os._exit(7)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
