"""The parent's client of the fork server, which spawns the student processes."""

import array
import json
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from grader.course.errors import NoNamespaces
from grader.grading.scratch import Scratch
from grader.grading.wall.sandbox.sandbox import SandboxLimits

ROOT = Path(__file__).resolve().parents[4]
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "MPLBACKEND": "Agg", "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1", "PYTHONNOUSERSITE": "1", "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0", "NBGRADER_EXECUTION": "autograde",
}  # fmt: skip
READY = "ready"
UNSAFE, UNDER_ANOTHER_USER = "unsafe: graded without a sandbox", ", under another user"
EXIT_SECONDS = 5.0  # that the fork server has to end its children
NO_FILTER = (
    "This system cannot filter system calls: only namespaces and limits confine submissions."
)
NO_NAMESPACES = (
    "Cannot create Linux namespaces, so submissions cannot be sandboxed ({reason}). Allow them (as "
    "root: sysctl -w kernel.unprivileged_userns_clone=1 user.max_user_namespaces=10000 "
    "kernel.apparmor_restrict_unprivileged_userns=0; in a container: --security-opt "
    "seccomp=unconfined), grade with --engine nbgrader, or run without a sandbox with --unsafe."
)


class ForkServerClient:
    """Starts the fork server and sends orders to it."""

    def __init__(
        self, package: Path, limits: SandboxLimits, preload: Sequence[str] = (), *,
        release: Path | None = None, unsafe: bool = False,
    ) -> None:  # fmt: skip
        """Start the fork server.

        Args:
            package: the folder with the package that submissions import.
            limits: the limits of each student process.
            preload: packages that are imported before the first fork.
            release: the released notebook, whose cells are compiled before the first fork.
            unsafe: run student processes without a sandbox.
        """
        self._unsafe = unsafe
        self.note = ""
        """What every outcome has to say about how it was run."""
        self._connection, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        settings = {
            "package": str(package), "limits": asdict(limits), "preload": list(preload),
            "release": str(release or ""), "unsafe": unsafe, "connection": other.fileno(),
            "root": str(ROOT),
        }  # fmt: skip
        code = (
            f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
            f"from grader.grading.wall.student.forkserver import main; main({settings!r})"
        )
        self._folder = Scratch()
        environment = {**ENVIRONMENT, "HOME": self._folder.name, "TMPDIR": self._folder.name}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", code], env=environment, cwd="/",
            pass_fds=[other.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        other.close()  # or the end of the fork server would go unnoticed

    def wait(self) -> None:
        """Wait until the fork server is ready.

        Raises:
            NoNamespaces: if the system offers no sandbox and it was started without `unsafe`.
        """
        answer = self._connection.recv(4096).decode() or "the process did not start"
        if not answer.startswith(READY):
            raise NoNamespaces(NO_NAMESPACES.format(reason=answer))
        if self._unsafe:
            self.note = UNSAFE + (UNDER_ANOTHER_USER if answer != READY else "")
        elif answer != READY:
            click.echo(NO_FILTER, err=True)

    @property
    def alive(self) -> bool:
        """Whether the fork server is running."""
        return self._process.poll() is None

    def spawn(self, number: int, processors: set[int]) -> socket.socket:
        """Spawn a student process on `processors`; return the connection to it.

        Raises:
            OSError: if the fork server has ended.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                self._send({"spawn": number, "processors": sorted(processors)}, theirs.fileno())
            except OSError:
                ours.close()
                raise
        return ours

    def end(self, number: int) -> None:
        """End a student process and everything in its sandbox."""
        self._send({"end": number})

    def _send(self, order: dict[str, int | list[int]], *files: int) -> None:
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", files))] if files else []
        self._connection.sendmsg([json.dumps(order).encode()], rights)

    def close_inherited(self) -> None:
        """In a forked worker: close what belongs to the parent."""
        self._connection.close()
        self._folder.close_inherited()

    def close(self) -> None:
        """End the fork server and with it every student process."""
        self._connection.close()
        if self.alive:
            try:
                self._process.wait(EXIT_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._folder.cleanup()
