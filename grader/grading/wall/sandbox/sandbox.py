"""Put a process into a sandbox: Linux namespaces, a read-only root, a scratch folder and limits.

It takes two steps. The fork server enters the *base sandbox* once: namespaces without network, and
a root that shows Python and nothing else. Every submission's process then enters a *sandbox* of its
own: one more set of namespaces, so that it sees no other process, an empty scratch folder, no
capabilities, a seccomp filter and limits.
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

from grader.grading.wall.sandbox import seccomp, syscalls

BASE_NAMESPACES = (
    syscalls.CLONE_NEWNS | syscalls.CLONE_NEWNET | syscalls.CLONE_NEWIPC | syscalls.CLONE_NEWUTS
)
SANDBOX_NAMESPACES = syscalls.CLONE_NEWUSER | syscalls.CLONE_NEWPID | BASE_NAMESPACES
SAFE = syscalls.MS_NOSUID | syscalls.MS_NODEV  # flags of a mount
SAFE_DATA = SAFE | syscalls.MS_NOEXEC
SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin")  # libraries, fonts, time zones
FILES = (
    "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/dev/null", "/dev/zero", "/dev/urandom",
    "/dev/random",
)  # fmt: skip
# What an installation of this course may contain.
COURSE_PARTS = ("tinytorch", "grader", "workbench", "modules", "tests", "tinytorch-*.egg")
# Where packages are installed, below a visible folder.
SITE_PACKAGES = ("lib*/python3*/*-packages", "local/lib*/python3*/*-packages")
SCRATCH, PACKAGES = "/scratch", "/packages"
NOBODY = 65534
SANDBOX_UID = 1000  # the user id that a student's process sees as its own


@dataclass(frozen=True)
class SandboxLimits:
    """The limits of one student's process: CPU seconds, sizes in MB, open files and threads."""

    seconds: int
    memory: int = 1024
    scratch: int = 16
    files: int = 64
    threads: int = 16


def enter_base_sandbox(package: Path) -> int:
    """Give up everything but Python and a copy of `package`; return a handle of the outer /proc.

    Raises:
        OSError: where the system offers no namespaces.
    """
    proc = os.open("/proc", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        syscalls.unshare(BASE_NAMESPACES)
    else:
        syscalls.unshare(BASE_NAMESPACES | syscalls.CLONE_NEWUSER)
        _map_user(proc, user, group, user, group)
    # What is mounted here stays here.
    syscalls.mount("none", "/", None, syscalls.MS_REC | syscalls.MS_PRIVATE)
    _build_root(package)
    if user == 0:
        drop_root()
    syscalls.prctl(syscalls.PR_SET_DUMPABLE, 1)  # or its files in /proc would belong to root
    return proc


def _map_user(proc: int, user: int, group: int, as_user: int, as_group: int) -> None:
    """Map the ids of this process to those that it has in its user namespace."""
    maps = {
        "setgroups": "deny", "gid_map": f"{as_group} {group} 1", "uid_map": f"{as_user} {user} 1",
    }  # fmt: skip
    for name, line in maps.items():
        file = os.open(f"self/{name}", os.O_WRONLY, dir_fd=proc)
        try:
            os.write(file, line.encode())
        finally:
            os.close(file)


def drop_root() -> None:
    """Give up root's rights, for a user id that nobody else has if the system allows one."""
    number = 2_000_000_000 + os.getpid()
    os.setgroups([])  # first: later there is no right to do it
    for chosen in (number, NOBODY):
        try:
            os.setresgid(chosen, chosen, chosen)
            os.setresuid(chosen, chosen, chosen)
            return
        except OSError:
            continue
    raise OSError("root's rights could not be given up")


def visible_folders() -> list[str]:
    """The folders that Python needs. None of them may hold data of the course or of a person."""
    paths = {sys.prefix, sys.base_prefix, *SYSTEM}
    paths.update(map(sysconfig.get_path, ("stdlib", "platstdlib", "purelib", "platlib")))
    real = sorted({os.path.abspath(path) for path in paths if os.path.isdir(path)})
    return [path for path in real if not any(path.startswith(f"{other}/") for other in real)]


def package_folders() -> list[str]:
    """The folders in which packages are installed, among those that are visible."""
    tops = visible_folders()
    found = [path for top in tops for part in SITE_PACKAGES for path in glob.glob(f"{top}/{part}")]
    known = [path for path in sys.path if any(path.startswith(f"{top}/") for top in tops)]
    return sorted({os.path.realpath(path) for path in (*found, *known) if os.path.isdir(path)})


def _hide_installations(root: str) -> None:
    """Mount an empty folder over each installation of this course: it may hold the solutions."""
    for folder in package_folders():
        for path in (path for name in COURSE_PARTS for path in glob.glob(f"{folder}/{name}")):
            target = f"{root}{os.path.realpath(path)}"
            if os.path.isdir(target):
                syscalls.mount("tmpfs", target, "tmpfs", SAFE_DATA, "nr_inodes=2,mode=755")


def _build_root(package: Path) -> None:
    """Make the root file system and change to it."""
    root = tempfile.mkdtemp(prefix="tinytorch-root-")
    syscalls.mount("tmpfs", root, "tmpfs", SAFE, "size=64m,mode=755")
    for path in (*visible_folders(), *filter(os.path.exists, FILES)):
        _bind(path, root)
    _hide_installations(root)
    shutil.copytree(package, f"{root}{PACKAGES}", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in (SCRATCH, "/tmp", "/old"):  # mount points, before the root is read-only
        os.makedirs(f"{root}{folder}", exist_ok=True)
    os.chdir(root)
    syscalls.pivot_root(".", "./old")  # unlike chroot, it can be made final
    os.chdir("/")
    syscalls.call("umount2", b"/old", 2)
    os.rmdir("/old")  # the old root cannot be reached any more
    syscalls.set_read_only("/", syscalls.MS_NOSUID)


def _bind(path: str, root: str) -> None:
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
    syscalls.mount(path, target, None, syscalls.MS_BIND | syscalls.MS_REC)


def fork_sandboxed() -> int:
    """Fork into a new set of namespaces; 0 in the child."""
    return syscalls.clone(SANDBOX_NAMESPACES)


def enter_sandbox(proc: int, limits: SandboxLimits, connection: int, user: int, group: int) -> bool:
    """In the child: give up everything but `connection`, before any student code runs.

    Returns whether system calls are filtered, which not every system can do.

    Args:
        proc: the handle that `enter_base_sandbox` returned.
        limits: what the process may use.
        connection: the descriptor that stays open.
        user, group: the ids of the fork server.
    """
    syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
    _map_user(proc, user, group, SANDBOX_UID, SANDBOX_UID)
    options = f"size={limits.scratch}m,nr_inodes=2k,mode=700"
    syscalls.mount("tmpfs", SCRATCH, "tmpfs", SAFE_DATA, options)
    os.chdir(SCRATCH)
    syscalls.call("sethostname", b"sandbox", 7)
    os.setsid()  # no controlling terminal
    os.umask(0o077)
    syscalls.prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)  # needed for a seccomp filter without root
    syscalls.drop_capabilities()
    set_limits(limits)
    filtered = seccomp.install()  # it refuses most of the calls above
    null = os.open("/dev/null", os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)  # nothing reaches the instructor's terminal
    syscalls.close_all_but(0, 1, 2, connection)
    return filtered


def set_limits(limits: SandboxLimits) -> None:
    """Limit what this process may use, for good."""
    mb = 1024 * 1024
    values = {
        resource.RLIMIT_CPU: limits.seconds,
        resource.RLIMIT_AS: _base_size + limits.memory * mb,
        resource.RLIMIT_FSIZE: limits.scratch * mb,
        resource.RLIMIT_NOFILE: limits.files,
        resource.RLIMIT_NPROC: limits.threads,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    for kind, value in values.items():
        resource.setrlimit(kind, (value, value))


_base_size = 0  # bytes of the fork server's address space; a student's process has it as well


def record_size() -> None:
    """Record the size of this process, while its /proc is visible."""
    global _base_size
    _base_size = address_space()


def address_space() -> int:
    """The bytes of this process's address space."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()
