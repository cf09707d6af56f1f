"""The verb `lab`: JupyterLab, opened at the module's notebook."""

import os
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from pathlib import Path

from workbench.environment import environment
from workbench.errors import Trouble
from workbench.place import Assignment, assignments

# One thread each: on a busy machine the threads of a matrix product wait for each other, and the experiments that
# measure time would show that. These are the names that OpenBLAS, MKL, OpenMP and macOS's Accelerate look for.
THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def lab(assignment: Assignment) -> int:
    """Start JupyterLab and stay until it ends. Without a browser it prints the address to open."""
    if not assignment.notebook.is_file():
        raise Trouble(
            f"{assignment.notebook} is missing. As it was given, it lies in {assignment.given}."
        )
    for line in own_versions(assignment):
        print(line)
    address = f"/lab/tree/{assignment.notebook.relative_to(assignment.root).as_posix()}"
    command = [sys.executable, "-m", "jupyterlab", f"--LabApp.default_url={address}"]
    command += ["--ServerApp.log_level=ERROR", "--LabApp.log_level=ERROR"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # in a container there is often nobody else
    if not has_browser():
        print(
            "No browser was found here: open the address that is printed below in one.", flush=True
        )
        command.append("--no-browser")
    # In a terminal of JupyterLab, and after ! in a cell, python is then the course's own.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    variables = dict.fromkeys(THREADS, "1") | environment(assignment.root) | {"PATH": path}
    print(
        f"Starting JupyterLab with {assignment.notebook.relative_to(assignment.root)} ...",
        flush=True,
    )
    print("Ctrl+C, twice, ends it; your files stay.", flush=True)
    try:
        return subprocess.run(command, cwd=assignment.root, env=variables).returncode
    except KeyboardInterrupt:
        return 0


def own_versions(assignment: Assignment) -> Iterator[str]:
    """A line for each earlier module whose finished version lies where the student's own export was."""
    for earlier in assignments(assignment.root):
        given = assignment.given / earlier.exported.relative_to(assignment.root)
        own = sorted(earlier.kept.glob(f"{earlier.name}-*.py"))
        if own and given.is_file() and earlier.exported.read_bytes() == given.read_bytes():
            yield (
                f"{earlier.exported.relative_to(assignment.root)} is the finished version that came with "
                f"{assignment.id}. To use your own again: python -m workbench export {earlier.name}"
            )


def has_browser() -> bool:
    """Whether Python knows of a browser that it can open."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True
