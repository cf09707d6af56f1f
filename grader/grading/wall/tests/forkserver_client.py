"""The parent's end of the warm process from which the student sides are forked; what runs there is `ward`."""

import array
import json
import os
import select
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from grader.errors import NoNamespaces
from grader.grading.scratch import Scratch
from grader.grading.wall.sandbox.sandbox import Cage

ROOT = Path(__file__).resolve().parents[4]
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "MPLBACKEND": "Agg", "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONNOUSERSITE": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0", "NBGRADER_EXECUTION": "autograde",
}  # fmt: skip
GRACE = 5.0  # seconds that the warm process has to end everything
NO_NAMESPACES = (
    "This system gives no namespaces to lock submissions in ({reason}). Allow them (as root: sysctl -w "
    "kernel.unprivileged_userns_clone=1 user.max_user_namespaces=10000 kernel.apparmor_restrict_unprivileged_userns=0; "
    "in a container: --security-opt seccomp=unconfined), grade with --engine nbgrader, or trust every submission with "
    "--unsafe."
)


class Nursery:
    """Starts the warm process and asks it for student sides."""

    def __init__(
        self, package: Path, cage: Cage, loaded: Sequence[str] = (), *, unsafe: bool = False
    ) -> None:
        """Start the warm process, with the package and the packages in `loaded`."""
        self._wire, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        settings = {
            "package": str(package), "cage": asdict(cage), "loaded": list(loaded), "unsafe": unsafe,
            "wire": other.fileno(), "root": str(ROOT),
        }  # fmt: skip
        code = (
            f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
            f"from grader.grading.wall.student.forkserver import main; main({settings!r})"
        )
        self._folder = Scratch()
        environment = {**ENVIRONMENT, "HOME": self._folder.name, "TMPDIR": self._folder.name}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", code], env=environment, cwd="/", pass_fds=[other.fileno()],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        other.close()

    def wait(self) -> None:
        """Wait until the warm process is ready.

        Raises:
            NoNamespaces: if the system cannot lock submissions in and it was not started with
                `unsafe`.
        """
        answer = self._wire.recv(4096).decode() or "the process did not start"
        if answer != "ready":
            raise NoNamespaces(NO_NAMESPACES.format(reason=answer))

    @property
    def alive(self) -> bool:
        """Whether the warm process is still there."""
        return self._process.poll() is None

    def bring_up(self, number: int, place: set[int]) -> socket.socket:
        """A fresh student side on the processors in `place`; the socket is the wire to it."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                self._tell({"up": number, "place": sorted(place)}, theirs.fileno())
            except OSError:  # the warm process has ended
                ours.close()
                raise
        return ours

    def end(self, number: int) -> None:
        """End a student side and everything in its cell."""
        self._tell({"end": number})

    def _tell(self, order: dict[str, int | list[int]], *files: int) -> None:
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", files))] if files else []
        self._wire.sendmsg([json.dumps(order).encode()], rights)

    def forget(self) -> None:
        """In a judge: give up what only the parent may hold."""
        self._wire.close()
        self._folder.let_go()

    def close(self) -> None:
        """End the warm process; whatever it has brought up ends with it."""
        self._wire.close()
        if self.alive:
            end = os.pidfd_open(
                self._process.pid
            )  # subprocess would look for its end now and then only
            if not select.select([end], [], [], GRACE)[0]:
                self._process.kill()
            os.close(end)
            self._process.wait()
        self._folder.cleanup()
