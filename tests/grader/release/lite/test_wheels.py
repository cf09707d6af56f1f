"""The wheels that a site makes for itself are real ones."""

import importlib.metadata
import subprocess
import sys
import zipfile
from pathlib import Path

from grader.release.lite.wheels import installed_wheel, lock_entry, write_wheel


def test_pip_installs_one_and_python_imports_it(tmp_path: Path) -> None:
    wheel = write_wheel(tmp_path, "answer", "1.2", {"answer/__init__.py": b"value = 42\n"})
    there = tmp_path / "there"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        f"--target={there}",
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    code = "import answer, importlib.metadata as m; print(answer.value, m.version('answer'))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=there, capture_output=True, text=True, check=True
    )
    assert done.stdout == "42 1.2\n"


def test_the_same_contents_make_the_same_wheel(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first = write_wheel(tmp_path, "answer", "1.2", {"answer.py": b"1", "b.py": b"2"})
    second = write_wheel(tmp_path / "again", "answer", "1.2", {"b.py": b"2", "answer.py": b"1"})
    assert first.read_bytes() == second.read_bytes()
    assert lock_entry(first, ["numpy"])["sha256"] == lock_entry(second, ["numpy"])["sha256"]


def test_an_installed_package_becomes_a_wheel_with_its_licence(tmp_path: Path) -> None:
    wheel = installed_wheel(tmp_path, "comm")
    version = importlib.metadata.version("comm")
    assert wheel.name == f"comm-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = " ".join(archive.namelist())
    assert "comm/base_comm.py" in names
    assert "LICENSE" in names
    assert lock_entry(wheel, [])["imports"] == ["comm"]
