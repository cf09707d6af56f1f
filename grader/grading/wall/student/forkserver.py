"""The fork server: a process from which each student process is forked.

NumPy, IPython and the package are loaded in it already. It is started afresh and never holds a
test, the gradebook or a submission, so its children cannot find any of these in their memory. It
spawns a student process, ends one, and ends all of them.
"""

import contextlib
import gc
import json
import os
import resource
import signal
import socket
import sys
import tempfile
import traceback
from pathlib import Path

from grader.grading.wall.sandbox import other_user, sandbox, syscalls
from grader.grading.wall.sandbox.sandbox import SandboxLimits
from grader.grading.wall.student.server import serve
from grader.grading.wall.student.shell import Shell
from grader.grading.wall.student.warmup import preload, warm_up


def main(settings: dict[str, object]) -> None:
    """Run the fork server; `ForkServerClient` passes the settings."""
    connection = socket.socket(fileno=int(str(settings["connection"])))
    limits = SandboxLimits(**settings["limits"])  # type: ignore[arg-type]
    try:
        preload(settings["preload"])  # type: ignore[arg-type]
        package, root = Path(str(settings["package"])), str(settings["root"])
        unsafe = bool(settings["unsafe"])
        cells = _code_cells(str(settings["release"]))
        changed = unsafe and other_user.may_change_user()
        shell = Shell.instance()
        shell.compile.know(cells)
        proc = _prepare(shell, package, root, unsafe=unsafe, change_user=changed)
        filtered = proc is None or _check_sandbox(proc)
    except OSError as error:
        connection.send(str(error).encode()[:1000])
        return
    more = b" as another user" if changed else b"" if filtered else b" without a filter"
    connection.send(b"ready" + more)
    ForkServer(connection, shell, limits, proc).run()
    os._exit(0)  # nothing is left to clean up, and Python's own way to exit takes longer


def _code_cells(release: str) -> list[str]:
    """The code cells of a release, most of which every submission has too; none without one."""
    cells = json.loads(Path(release).read_text(encoding="utf-8"))["cells"] if release else []
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def _prepare(
    shell: Shell, package: Path, root: str, *, unsafe: bool, change_user: bool
) -> int | None:
    """Load everything, then enter the base sandbox, or change the user.

    Returns:
        The handle of the outer /proc: None with `unsafe`.
    """
    syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would fill the disk
    shell.outputs.cell = shell.outputs.total = 1_000_000
    warm_up(shell)  # before the namespaces: it needs no files of the course
    sandbox.record_size()
    folders = sandbox.package_folders()
    proc = None if unsafe else sandbox.enter_base_sandbox(package)
    packages = str(package) if unsafe else sandbox.PACKAGES
    if change_user:
        packages = str(other_user.change_user(package, Path(os.environ["TMPDIR"])))
    # Where other packages are installed too, this course is hidden in the folder.
    ours = {"", root} - {str(Path(path)) for path in folders}
    sys.path[:] = [packages, *(path for path in sys.path if path not in ours), ""]
    _import_package(packages)
    if proc is not None:
        home = sandbox.SCRATCH
        os.environ.update(HOME=home, TMPDIR=home, IPYTHONDIR=home)
        tempfile.tempdir = home  # it was set when this process made its first temporary folder
    return proc


def _import_package(folder: str) -> None:
    """Import every module of the `tinytorch` in `folder`, in place of the one that was loaded."""
    for name in [name for name in sys.modules if name.split(".")[0] == "tinytorch"]:
        del sys.modules[name]
    for file in sorted(Path(folder, "tinytorch").rglob("*.py")):
        name = ".".join(file.relative_to(folder).with_suffix("").parts)
        __import__(name.removesuffix(".__init__"))


def _check_sandbox(proc: int) -> bool:
    """Sandbox an empty process; return whether its system calls are filtered.

    Raises:
        OSError: where the system cannot do it, before any submission.
    """
    ids = os.geteuid(), os.getegid()
    ours, theirs = socket.socketpair()
    pid = sandbox.fork_sandboxed()
    if pid == 0:
        try:
            filtered = sandbox.enter_sandbox(proc, SandboxLimits(5), theirs.fileno(), *ids)
            os.write(theirs.fileno(), b"filtered" if filtered else b"ready")
        except BaseException as error:
            os.write(theirs.fileno(), str(error).encode())
        finally:
            os._exit(0)
    theirs.close()
    answer = ours.recv(1000)
    ours.close()
    os.waitpid(pid, 0)
    if answer not in (b"filtered", b"ready"):
        raise OSError(f"no sandbox: {answer.decode(errors='replace')}")
    return answer == b"filtered"


class ForkServer:
    """The loop of the fork server."""

    def __init__(
        self, connection: socket.socket, shell: Shell, limits: SandboxLimits, proc: int | None
    ) -> None:
        self.connection, self.shell, self.limits, self.proc = connection, shell, limits, proc
        self.running: dict[int, int] = {}  # number of a student process -> its pid
        # Read here: in the sandbox of a child these ids have no name yet.
        self.ids = os.geteuid(), os.getegid()

    def run(self) -> None:
        """Follow the client's orders until it closes the connection, then end every child."""
        gc.collect()
        gc.freeze()  # the children share these objects without copying them
        while True:
            message, files, _, _ = socket.recv_fds(self.connection, 4096, 4)
            if not message:  # the client has closed the connection
                break
            order = json.loads(message)
            if "spawn" in order:
                self._spawn(order["spawn"], order["processors"], files[0])
            else:
                self._end(order["end"])
        for number in list(self.running):
            self._end(number)

    def _spawn(self, number: int, processors: list[int], file: int) -> None:
        try:
            pid = os.fork() if self.proc is None else sandbox.fork_sandboxed()
        except OSError:  # no memory or processes left: the worker finds the connection closed
            os.close(file)
            return
        if pid == 0:
            os.sched_setaffinity(0, processors)
            self._child(file)  # never returns
        self.running[number] = pid
        os.close(file)

    def _child(self, file: int) -> None:
        """Run a student process; never returns."""
        try:
            self._enter_sandbox(file)
            serve(socket.socket(fileno=file), self.shell)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)

    def _enter_sandbox(self, file: int) -> None:
        if self.proc is None:
            syscalls.close_all_but(0, 1, 2, file)
            os.chdir(os.environ.get("TMPDIR", "/tmp"))
            return
        sandbox.enter_sandbox(self.proc, self.limits, file, *self.ids)

    def _end(self, number: int) -> None:
        pid = self.running.pop(number, 0)
        if pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)  # or a zombie process would stay
