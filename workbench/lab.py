"""The verb `lab`: open the module's notebook in JupyterLab."""

import os
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from pathlib import Path

from workbench.assignment import Assignment, assignments
from workbench.environment import environment
from workbench.errors import UserError

# One BLAS thread: on a busy machine the threads of a matrix product wait for each other, which
# disturbs the experiments that measure time. OpenBLAS, MKL, OpenMP and Accelerate read these.
THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def lab(assignment: Assignment) -> int:
    """Run JupyterLab and return its exit code. Without a browser it prints the address to open.

    Raises:
        UserError: if the notebook is missing.
    """
    if not assignment.notebook.is_file():
        raise UserError(f"{assignment.notebook} is missing: copy it from {assignment.given}.")
    for line in replaced_exports(assignment):
        print(line)
    notebook = assignment.notebook.relative_to(assignment.root)
    address = f"--LabApp.default_url=/lab/tree/{notebook.as_posix()}"
    command = [sys.executable, "-m", "jupyterlab", address]
    command += ["--ServerApp.log_level=ERROR", "--LabApp.log_level=ERROR"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # a container often has no other user
    if not has_browser():
        print("No browser was found: open the address below in one.", flush=True)
        command.append("--no-browser")
    # So that `python` in JupyterLab's terminal and after ! in a cell is the course's own.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    # What the user has set for the threads counts, so `environment` comes after them.
    variables = dict.fromkeys(THREADS, "1") | environment(assignment.root) | {"PATH": path}
    print(f"Starting JupyterLab with {notebook} ...", flush=True)
    print("Press Ctrl+C twice to stop it; your files stay.", flush=True)
    try:
        return subprocess.run(command, cwd=assignment.root, env=variables).returncode
    except KeyboardInterrupt:
        return 0


def replaced_exports(assignment: Assignment) -> Iterator[str]:
    """A line for each earlier module where the finished version replaced the student's export."""
    for earlier in assignments(assignment.root):
        exported = earlier.exported.relative_to(assignment.root)
        given = assignment.given / exported
        own = sorted(earlier.kept.glob(f"{earlier.name}-*.py"))
        if own and given.is_file() and earlier.exported.read_bytes() == given.read_bytes():
            yield (
                f"{exported} is the finished version that came with {assignment.id}. "
                f"To use your own again: python -m workbench export {earlier.name}"
            )


def has_browser() -> bool:
    """Whether Python finds a browser that it can open."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True
