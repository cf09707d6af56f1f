"""A Jupyter server with the form grader of a term, as `grader lab` starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.course.term import ROOT, Course
from grader.marking.settings import SERVER_EXTENSIONS


@contextmanager
def form_grader(course: Course, home: Path) -> Iterator[str]:
    """Start a server for `course`, with `home` as its home; yield its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "COURSE": str(course.folder),
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
    }
    command = [
        sys.executable, "-m", "jupyter", "server", "--no-browser", "--allow-root",
        f"--port={port}", "--IdentityProvider.token=",
        f"--ServerApp.root_dir={course.folder.parent}",
        f"--ServerApp.jpserver_extensions={SERVER_EXTENSIONS}",
    ]  # fmt: skip
    with (
        (home / "log").open("w") as log,
        subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log) as process,
    ):
        address = f"http://127.0.0.1:{port}"
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{address}/api", timeout=5).close()
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.5)
        try:
            yield address
        finally:
            process.terminate()
