"""What a student's process is put into: namespaces of its own, a root of read-only files, a small scratch, limits.

In two steps. The nursery enters the *house* once: namespaces without network, and a root that shows
Python and nothing else. Every submission's process is then locked into a *cell* of its own: one
more set of namespaces, so that it sees no other process, an empty scratch of its own, no
capabilities, a filter for system calls, and limits.
"""

import glob
import os
import resource
import shutil
import signal
import sys
import sysconfig
import tempfile
from dataclasses import dataclass
from pathlib import Path

from grader.grading.wall.sandbox import seccomp as filter
from grader.grading.wall.sandbox import syscalls as kernel
from grader.grading.wall.sandbox.syscalls import (
    CLONE_NEWIPC,
    CLONE_NEWNET,
    CLONE_NEWNS,
    CLONE_NEWPID,
    CLONE_NEWUSER,
    CLONE_NEWUTS,
    MS_BIND,
    MS_NODEV,
    MS_NOEXEC,
    MS_NOSUID,
    MS_PRIVATE,
    MS_REC,
    prctl,
)  # fmt: skip

HOUSE = CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS
CELL = CLONE_NEWUSER | CLONE_NEWPID | HOUSE
SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin")  # libraries, fonts, time zones
SINGLE = (
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/fonts",
    "/dev/null",
    "/dev/zero",
    "/dev/urandom",
    "/dev/random",
)
OURS = (
    "tinytorch",
    "grader",
    "workbench",
    "modules",
    "tests",
    "tinytorch-*.egg",
)  # what an installation may bring
INSTALLED = (
    "lib*/python3*/*-packages",
    "local/lib*/python3*/*-packages",
)  # below a folder that can be seen
SCRATCH, PACKAGES = "/scratch", "/packages"
NOBODY = 65534
INSIDE = 1000  # the user id that a student's process has in its own eyes


@dataclass(frozen=True)
class Cage:
    """The limits of one student's process; sizes in MB."""

    seconds: int
    memory: int = 1024
    scratch: int = 16
    files: int = 64
    threads: int = 16


def enter_house(package: Path) -> int:
    """Leave everything behind but Python and a copy of `package`; return a handle of the /proc outside.

    Raises:
        OSError: where the system offers no namespaces.
    """
    outside = os.open("/proc", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        kernel.unshare(HOUSE)
    else:
        kernel.unshare(HOUSE | CLONE_NEWUSER)
        _map_user(outside, user, group, user, group)
    kernel.mount("none", "/", None, MS_REC | MS_PRIVATE)
    _build_root(package)
    if user == 0:
        _become_nobody()
    prctl(kernel.PR_SET_DUMPABLE, 1)
    return outside


def _map_user(outside: int, user: int, group: int, as_user: int, as_group: int) -> None:
    for name, line in (
        ("setgroups", "deny"), ("gid_map", f"{as_group} {group} 1"), ("uid_map", f"{as_user} {user} 1"),
    ):  # fmt: skip
        file = os.open(f"self/{name}", os.O_WRONLY, dir_fd=outside)
        try:
            os.write(file, line.encode())
        finally:
            os.close(file)


def _become_nobody() -> None:
    """Root's rights end here. A number that nobody else has, where there is one."""
    number = 2_000_000_000 + os.getpid()
    os.setgroups([])
    for chosen in (number, NOBODY):
        try:
            os.setresgid(chosen, chosen, chosen)
            os.setresuid(chosen, chosen, chosen)
            return
        except OSError:
            continue
    raise OSError("root's rights could not be given up")


def visible() -> list[str]:
    """The folders that Python needs; none of them may hold anything of the course's or of a person's."""
    paths = {sys.prefix, sys.base_prefix, *SYSTEM}
    paths.update(
        sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")
    )
    real = sorted({os.path.abspath(path) for path in paths if os.path.isdir(path)})
    return [path for path in real if not any(path.startswith(f"{other}/") for other in real)]


def installed() -> list[str]:
    """The folders in which packages are installed, among those that can be seen."""
    found = [
        path for top in visible() for pattern in INSTALLED for path in glob.glob(f"{top}/{pattern}")
    ]
    known = [path for path in sys.path if any(path.startswith(f"{top}/") for top in visible())]
    return sorted({os.path.realpath(path) for path in (*found, *known) if os.path.isdir(path)})


def _hide(root: str) -> None:
    """Lay an empty folder over each installation of this course: solutions and tests may be in it."""
    for place in installed():
        for path in (path for name in OURS for path in glob.glob(f"{place}/{name}")):
            target = f"{root}{os.path.realpath(path)}"
            if os.path.isdir(target):
                kernel.mount(
                    "tmpfs",
                    target,
                    "tmpfs",
                    MS_NOSUID | MS_NODEV | MS_NOEXEC,
                    "nr_inodes=2,mode=755",
                )


def _build_root(package: Path) -> None:
    root = tempfile.mkdtemp(prefix="tinytorch-root-")
    kernel.mount("tmpfs", root, "tmpfs", MS_NOSUID | MS_NODEV, "size=64m,mode=755")
    for path in visible():
        _show(path, root)
    for path in SINGLE:
        if os.path.exists(path):
            _show(path, root)
    _hide(root)
    shutil.copytree(package, f"{root}{PACKAGES}", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in (SCRATCH, "/tmp", "/old"):
        os.makedirs(f"{root}{folder}", exist_ok=True)
    os.chdir(root)
    kernel.pivot_root(".", "./old")
    os.chdir("/")
    kernel.call("umount2", b"/old", 2)
    os.rmdir("/old")
    kernel.set_read_only("/", MS_NOSUID)


def _show(path: str, root: str) -> None:
    """Bind a file or folder of the system into the new root; a link is made again."""
    target = f"{root}{path}"
    os.makedirs(os.path.dirname(target), exist_ok=True)
    if os.path.islink(path) and path in SYSTEM:
        os.symlink(os.readlink(path), target)
        return
    if os.path.isdir(path):
        os.makedirs(target, exist_ok=True)
    else:
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY))
    kernel.mount(path, target, None, MS_BIND | MS_REC)


def fork_into_cell() -> int:
    """Fork into a set of namespaces of its own; 0 in the child."""
    return kernel.clone(CELL)


def lock_cell(outside: int, cage: Cage, wire: int, user: int, group: int) -> None:
    """In the child: give up everything but `wire`. Nothing of the student's has run yet, nothing else runs after."""
    prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    _map_user(outside, user, group, INSIDE, INSIDE)
    options = f"size={cage.scratch}m,nr_inodes=2k,mode=700"
    kernel.mount("tmpfs", SCRATCH, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, options)
    os.chdir(SCRATCH)
    kernel.call("sethostname", b"cell", 4)
    os.setsid()
    os.umask(0o077)
    prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.drop_capabilities()
    _limit(cage)
    filter.install()
    null = os.open("/dev/null", os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    kernel.close_all_but(0, 1, 2, wire)


def _limit(cage: Cage) -> None:
    mb = 1024 * 1024
    limits = {
        resource.RLIMIT_CPU: cage.seconds,
        resource.RLIMIT_AS: resident_size() + cage.memory * mb,
        resource.RLIMIT_FSIZE: cage.scratch * mb,
        resource.RLIMIT_NOFILE: cage.files,
        resource.RLIMIT_NPROC: cage.threads,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))


_size = 0


def resident_size() -> int:
    """The address space that the warm process had; what a student's process may have comes on top."""
    return _size


def note_size() -> None:
    """Read the size of this process, while its /proc can still be seen."""
    global _size
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    _size = pages * resource.getpagesize()
