"""The seccomp filter, run by a small interpreter: which system calls it allows."""

import struct

import pytest

from grader.grading.wall.sandbox import seccomp

X86_64, I386 = seccomp.ARCHITECTURE, 0x40000003


def verdict(number: int, *, architecture: int = X86_64, first: int = 0, second: int = 0) -> int:
    """What the filter returns for a system call with these two arguments."""
    data = {0: number, 4: architecture, 16: first, 24: second}
    program = list(struct.iter_unpack("<HBBI", seccomp.PROGRAM))
    at = accumulator = 0
    while True:
        code, if_true, if_false, value = program[at]
        at += 1
        if code == seccomp.RETURN:
            return value
        if code == seccomp.LOAD:
            accumulator = data[value]
        else:
            holds = accumulator == value if code == seccomp.EQUAL else bool(accumulator & value)
            at += if_true if holds else if_false


@pytest.mark.parametrize("number", seccomp.NUMBERS)
def test_a_listed_call_is_allowed(number: int) -> None:
    assert verdict(number) == seccomp.ALLOW


# socket, connect, fork, vfork, execve, ptrace, mount, unshare, setns, keyctl, bpf, io_uring_setup
@pytest.mark.parametrize("number", [41, 42, 57, 58, 59, 101, 165, 272, 308, 250, 321, 425, 100_000])
def test_any_other_call_is_refused(number: int) -> None:
    assert verdict(number) == seccomp.DENY


def test_threads_are_allowed_and_processes_and_namespaces_are_not() -> None:
    assert verdict(seccomp.CLONE, first=seccomp.CLONE_THREAD) == seccomp.ALLOW
    assert verdict(seccomp.CLONE) == seccomp.DENY
    new_user = 0x10000000
    assert verdict(seccomp.CLONE, first=seccomp.CLONE_THREAD | new_user) == seccomp.DENY
    assert verdict(seccomp.CLONE3) == seccomp.NOT_KNOWN


def test_a_terminal_gets_no_input_from_a_process() -> None:
    assert verdict(seccomp.IOCTL, second=seccomp.TIOCSTI) == seccomp.DENY
    assert verdict(seccomp.IOCTL, second=0x5401) == seccomp.ALLOW


def test_a_call_of_another_architecture_ends_the_process() -> None:
    assert verdict(0, architecture=I386) == seccomp.KILL
