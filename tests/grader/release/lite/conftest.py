"""A made-up Pyodide for what a site consists of; the tests in a browser take a real one."""

import hashlib
import json
from pathlib import Path

import pytest

from grader.course.term import Course
from grader.release.lite.pyodide import CORE, LOCK, NEEDED, VERSION, open_pyodide
from grader.release.lite.site import build_site


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """A folder like an unpacked Pyodide: the needed packages, a dependency and one more."""
    return write_made_up(tmp_path / "pyodide")


def write_made_up(folder: Path) -> Path:
    folder.mkdir()
    packages = {}
    for name in (*NEEDED, "prompt-toolkit", "scipy"):
        wheel = folder / f"{name}-1.0-py3-none-any.whl"
        wheel.write_text(f"{name} would be here", encoding="utf-8")
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        depends = ["prompt_toolkit"] if name == "ipython" else []
        packages[name] = {
            "name": name,
            "file_name": wheel.name,
            "sha256": digest,
            "depends": depends,
        }
    for name in CORE:
        (folder / name).write_text("made up", encoding="utf-8")
    lock = {"info": {"version": VERSION}, "packages": packages}
    (folder / LOCK).write_text(json.dumps(lock), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def made_up_site(term: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of module 03 around the made-up Pyodide. Do not change it."""
    folder = tmp_path_factory.mktemp("made_up")
    pyodide = open_pyodide(write_made_up(folder / "pyodide"))
    return build_site(term, term.manifest.module("layers"), pyodide, folder / "site")
