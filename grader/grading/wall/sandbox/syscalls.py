"""The system calls that Python 3.11 has no function for, through libc and ctypes.

A sandbox program such as bubblewrap would start a new Python, which costs more than a fork.
"""

import ctypes
import os
import signal
from typing import Any

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x00020000, 0x04000000, 0x08000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT = 1, 2, 4, 8, 32
MS_BIND, MS_REC, MS_PRIVATE = 4096, 16384, 1 << 18
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP = 1, 4, 22
PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 24, 38
CALLS = {"x86_64": {"clone": 56, "pivot_root": 155}, "aarch64": {"clone": 220, "pivot_root": 41}}
MOUNT_SETATTR, CLOSE_RANGE = 442, 436
AT_RECURSIVE, AT_FDCWD = 0x8000, -100
MACHINE = os.uname().machine

_libc = ctypes.CDLL(None, use_errno=True)
# Calls through it keep the interpreter's lock: a forked child has no other threads.
_libc_locked = ctypes.PyDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def call(name: str, *arguments: Any) -> int:
    """Call one of libc's functions by name.

    Raises:
        OSError: if it fails.
    """
    return _checked(getattr(_libc, name)(*arguments), name)


def syscall(number: int, name: str, *arguments: Any) -> int:
    """Make a system call by its number.

    Raises:
        OSError: if it fails.
    """
    return _checked(_libc.syscall(ctypes.c_long(number), *arguments), name)


def unshare(flags: int) -> None:
    """Move this process into new namespaces."""
    call("unshare", flags)


def mount(source: str, target: str, kind: str | None, flags: int, data: str | None = None) -> None:
    """Call mount(2)."""
    kinds = [None if text is None else text.encode() for text in (kind, data)]
    call("mount", source.encode(), target.encode(), kinds[0], ctypes.c_ulong(flags), kinds[1])


def set_read_only(path: str, more: int = 0) -> None:
    """Make everything that is mounted at and below `path` read-only."""
    attributes = (ctypes.c_uint64 * 4)(1 | more, 0, 0, 0)
    where = AT_FDCWD, path.encode(), AT_RECURSIVE
    syscall(MOUNT_SETATTR, "mount_setattr", *where, attributes, ctypes.c_size_t(32))


def pivot_root(new: str, old: str) -> None:
    """Make `new` the root and put the old one at `old`."""
    syscall(CALLS[MACHINE]["pivot_root"], "pivot_root", new.encode(), old.encode())


def prctl(option: int, *arguments: int) -> None:
    """Call prctl(2)."""
    call("prctl", option, *(ctypes.c_ulong(a) for a in (*arguments, 0, 0, 0, 0)[:4]))


def clone(flags: int) -> int:
    """Fork into new namespaces in one call; 0 in the child."""
    ctypes.pythonapi.PyOS_BeforeFork()  # as `os.fork` does
    number = ctypes.c_long(CALLS[MACHINE]["clone"])
    flags |= signal.SIGCHLD
    pid = int(_libc_locked.syscall(number, ctypes.c_ulong(flags), None, None, None, None))
    if pid == 0:
        ctypes.pythonapi.PyOS_AfterFork_Child()
        return 0
    error = ctypes.get_errno()
    ctypes.pythonapi.PyOS_AfterFork_Parent()
    if pid < 0:
        raise OSError(error, f"clone: {os.strerror(error)}")
    return pid


def drop_capabilities() -> None:
    """Give up every capability, now and for whatever is executed later."""
    for number in range(64):
        try:
            prctl(PR_CAPBSET_DROP, number)
        except OSError:
            break  # a number beyond the last capability
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # version 3 of the interface, this process
    call("capset", header, (ctypes.c_uint32 * 6)())


def close_all_but(*kept: int) -> None:
    """Close every descriptor but these."""
    start = 0
    for end in sorted(kept):
        if end > start:  # CPython 3.11 takes an empty range for one without an end
            os.closerange(start, end)
        start = end + 1
    syscall(CLOSE_RANGE, "close_range", start, 0x7FFFFFFF, 0)
