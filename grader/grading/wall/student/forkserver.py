"""The warm process from which the student sides are forked: NumPy, IPython and the package are loaded in it already.

It is started afresh and never holds a test, the gradebook or a submission: what is forked from it
can find none of that in its memory. It does three things: bring one up on a wire, end one, and end
all.
"""

import contextlib
import gc
import json
import os
import resource
import signal
import socket
import sys
import traceback
from pathlib import Path

from grader.grading.wall.sandbox import sandbox as jail
from grader.grading.wall.sandbox import syscalls as kernel
from grader.grading.wall.sandbox.sandbox import Cage
from grader.grading.wall.student import server as student
from grader.grading.wall.student.shell import Shell
from grader.grading.wall.student.warmup import load, rehearse


def main(settings: dict[str, object]) -> None:
    """The warm process."""
    wire = socket.socket(fileno=int(str(settings["wire"])))
    cage, unsafe = Cage(**settings["cage"]), bool(settings["unsafe"])  # type: ignore[arg-type]
    try:
        load(settings["loaded"])  # type: ignore[arg-type]
        house = _warm_up(Path(str(settings["package"])), str(settings["root"]), unsafe=unsafe)
    except OSError as error:
        wire.send(str(error).encode()[:1000])
        return
    wire.send(b"ready")
    _Ward(wire, cage, house).run()
    os._exit(0)  # there is nothing to tidy up, and Python would take its time over it


def _warm_up(package: Path, root: str, *, unsafe: bool) -> int | None:
    """Load everything, then enter the house; None without one."""
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    shell = Shell()
    shell.outputs.cell = shell.outputs.total = 1_000_000
    rehearse(shell)
    jail.note_size()
    places = jail.installed()
    house = None if unsafe else jail.enter_house(package)
    here = str(package) if unsafe else jail.PACKAGES
    ours = {"", root} - {
        str(Path(path)) for path in places
    }  # where other packages lie too, ours are hidden
    sys.path[:] = [here, *(path for path in sys.path if path not in ours), ""]
    for name in [
        name for name in sys.modules if name == "tinytorch" or name.startswith("tinytorch.")
    ]:
        del sys.modules[name]
    for file in sorted(Path(here, "tinytorch").rglob("*.py")):
        name = ".".join(file.relative_to(here).with_suffix("").parts).removesuffix(".__init__")
        __import__(name)
    if house is not None:
        _try_cell(house)
        os.environ.update(HOME=jail.SCRATCH, TMPDIR=jail.SCRATCH, IPYTHONDIR=jail.SCRATCH)
    _Ward.shell = shell
    return house


def _try_cell(house: int) -> None:
    """Lock up an empty process, so that a system that cannot do it is found out before any submission is graded."""
    ids = os.geteuid(), os.getegid()
    ours, theirs = socket.socketpair()
    pid = jail.fork_into_cell()
    if pid == 0:
        try:
            jail.lock_cell(house, Cage(5), theirs.fileno(), *ids)
            os.write(theirs.fileno(), b"locked")
        except BaseException as error:
            os.write(theirs.fileno(), str(error).encode())
        finally:
            os._exit(0)
    theirs.close()
    answer = ours.recv(1000)
    ours.close()
    os.waitpid(pid, 0)
    if answer != b"locked":
        raise OSError(f"no cell: {answer.decode(errors='replace')}")


class _Ward:
    """The loop of the warm process."""

    shell: Shell

    def __init__(self, wire: socket.socket, cage: Cage, house: int | None) -> None:
        self.wire, self.cage, self.house = wire, cage, house
        self.running: dict[int, int] = {}
        self.ids = os.geteuid(), os.getegid()  # as seen from here: in a cell they have no name yet

    def run(self) -> None:
        gc.collect()
        gc.freeze()
        while True:
            message, files, _, _ = socket.recv_fds(self.wire, 4096, 4)
            if not message:
                break
            order = json.loads(message)
            if "up" in order:
                self._up(order["up"], order["place"], files[0])
            else:
                self._end(order["end"])
        for number in list(self.running):
            self._end(number)

    def _up(self, number: int, place: list[int], file: int) -> None:
        try:
            pid = os.fork() if self.house is None else jail.fork_into_cell()
        except OSError:  # no memory, no processes left: the judge finds the wire closed
            os.close(file)
            return
        if pid == 0:
            os.sched_setaffinity(0, place)
            self._child(file)
        self.running[number] = pid
        os.close(file)

    def _child(self, file: int) -> None:
        """The student's side; it never comes back."""
        try:
            self._lock(file)
            student.serve(socket.socket(fileno=file), self.shell)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)

    def _lock(self, file: int) -> None:
        if self.house is None:
            kernel.close_all_but(0, 1, 2, file)
            os.chdir(os.environ.get("TMPDIR", "/tmp"))
            return
        jail.lock_cell(self.house, self.cage, file, *self.ids)

    def _end(self, number: int) -> None:
        pid = self.running.pop(number, 0)
        if pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)
