"""Build wheels for the browser; Pyodide installs nothing else."""

import base64
import hashlib
import importlib.metadata
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NEW_YEAR = (2020, 1, 1, 0, 0, 0)  # a fixed time, so that the same files give the same wheel


def write_wheel(folder: Path, name: str, version: str, files: Mapping[str, bytes]) -> Path:
    """Write a wheel of pure Python files (path in the wheel -> bytes) into `folder`."""
    info = f"{name}-{version}.dist-info"
    contents = dict(files)
    contents[f"{info}/METADATA"] = (
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode()
    )
    contents[f"{info}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: lite\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    # A wheel's format asks for a RECORD with the digest of every file but RECORD itself.
    record = "".join(
        f"{path},{_digest(data)},{len(data)}\n" for path, data in sorted(contents.items())
    )
    contents[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for inside, data in sorted(contents.items()):
            wheel.writestr(zipfile.ZipInfo(inside, NEW_YEAR), data, zipfile.ZIP_DEFLATED)
    return path


def installed_wheel(folder: Path, name: str) -> Path:
    """Write the installed pure Python package `name` as a wheel into `folder`."""
    package = importlib.metadata.distribution(name)
    files = {
        path.as_posix(): Path(str(package.locate_file(path))).read_bytes()
        for path in package.files or []
        if path.parts[0] == name and path.suffix == ".py"
    }
    # A site hands out copies of the package, so its licence goes with it.
    licences = [path for path in package.files or [] if re.search(r"LICEN[CS]E|COPYING", path.name)]
    for path in licences:
        files[f"{name}-{package.version}.dist-info/{path.name}"] = Path(
            str(package.locate_file(path))
        ).read_bytes()
    return write_wheel(folder, name, package.version, files)


def lock_entry(path: Path, depends: list[str]) -> dict[str, Any]:
    """Return the entry of pyodide-lock.json for a pure Python wheel."""
    name, version, *_ = path.name.split("-")
    return {
        "name": name,
        "version": version,
        "file_name": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "install_dir": "site",
        "package_type": "package",
        "imports": [name],
        "depends": depends,
        "unvendored_tests": False,
    }


def _digest(data: bytes) -> str:
    # The format of RECORD: URL-safe base64 without padding.
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
