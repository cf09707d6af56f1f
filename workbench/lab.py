"""The verb `lab`: JupyterLab, opened at the module's notebook."""

import os
import subprocess
import sys
import webbrowser
from pathlib import Path

from workbench.errors import Trouble
from workbench.place import Assignment

# One thread each: on a busy machine the threads of a matrix product wait for each other, and the experiments that
# measure time would show that. These are the names that OpenBLAS, MKL, OpenMP and macOS's Accelerate look for.
THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def lab(assignment: Assignment) -> int:
    """Start JupyterLab and stay until it ends. Without a browser it prints the address to open."""
    if not assignment.notebook.is_file():
        raise Trouble(f"{assignment.notebook} is missing. As it was given, it lies in {assignment.given}.")
    address = f"/lab/tree/{assignment.notebook.relative_to(assignment.root).as_posix()}"
    command = [sys.executable, "-m", "jupyterlab", f"--LabApp.default_url={address}"]
    if not has_browser():
        print("No browser was found here: open the address that is printed below in one.", flush=True)
        command.append("--no-browser")
    # In a terminal of JupyterLab, and after ! in a cell, python is then the course's own.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    environment = dict.fromkeys(THREADS, "1") | os.environ | {"PATH": path}
    print("A port that is taken is passed over. Ctrl+C, twice, ends JupyterLab; your files stay.", flush=True)
    try:
        return subprocess.run(command, cwd=assignment.root, env=environment).returncode
    except KeyboardInterrupt:
        return 0


def has_browser() -> bool:
    """Whether Python knows of a browser that it can open."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True
