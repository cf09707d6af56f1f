"""A JupyterLab server for tests, on a student edition, configured as `prepare` does."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from workbench.environment import prepare


@contextmanager
def jupyterlab(edition: Path, home: Path, **environment: str) -> Iterator[str]:
    """Start JupyterLab in `edition`, with `home` as its home; yield its address, {} for a path."""
    prepare(home)
    told = {
        "HOME": str(home),
        "JUPYTER_CONFIG_PATH": str(home / "etc" / "jupyter"),
        "JUPYTER_PATH": str(home / "share" / "jupyter"),
        "PYTHONPATH": "",
        **environment,
    }
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--allow-root",
        "--ServerApp.port_retries=0",
        f"--ServerApp.port={port}",
        "--IdentityProvider.token=secret",
    ]
    with (home / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            command, cwd=edition, env={**os.environ, **told}, stdout=log, stderr=log
        )
        try:
            _wait_for(
                f"http://127.0.0.1:{port}/api/status?token=secret", server, home / "server.log"
            )
            yield f"http://127.0.0.1:{port}{{}}?token=secret"
        finally:
            _end(server)


def _end(server: subprocess.Popen[bytes]) -> None:
    """End the server and its kernels, gently first."""
    kernels = psutil.Process(server.pid).children(recursive=True) if server.poll() is None else []
    server.terminate()
    try:
        server.wait(timeout=30)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    for kernel in psutil.wait_procs(kernels, timeout=5)[1]:
        kernel.kill()


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address).close()
            return
        except OSError:
            assert server.poll() is None, log.read_text(encoding="utf-8")
            time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))
