"""The Pyodide distribution of a site: find it, verify its files, select the needed packages."""

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.course.errors import CourseError

VERSION = "0.27.7"  # the version that the pinned jupyterlite-pyodide-kernel is built for
WHERE = (
    f"Unpack pyodide-{VERSION}.tar.bz2 from github.com/pyodide/pyodide/releases/tag/{VERSION} "
    "and give its folder: --pyodide DIR."
)
LOCK = "pyodide-lock.json"
CORE = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
# What the notebooks import and what the kernel loads at its start; the lock has their dependencies.
NEEDED = ("numpy", "matplotlib", "ipython", "jedi", "micropip", "sqlite3", "ssl")

Package = dict[str, Any]


@dataclass(frozen=True)
class Pyodide:
    """An unpacked distribution, verified against its lock."""

    folder: Path
    info: dict[str, str]
    packages: dict[str, Package]

    def copy_to(self, target: Path) -> None:
        """Copy the interpreter and the needed packages, without the lock: a site has its own."""
        target.mkdir(parents=True)
        for name in (*CORE, *(package["file_name"] for package in self.packages.values())):
            shutil.copyfile(self.folder / name, target / name)


def open_pyodide(folder: Path | None) -> Pyodide:
    """Open the distribution in `folder`, or in `folder/pyodide` as the official archive has it.

    Raises:
        CourseError: if there is none, it has another version, or a file is missing or damaged.
    """
    if folder is None:
        raise CourseError(f"The site needs Pyodide, which is not part of the course. {WHERE}")
    folder = folder if (folder / LOCK).is_file() else folder / "pyodide"
    try:
        lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
        info, packages = lock["info"], lock["packages"]
        version = info["version"]
    except FileNotFoundError:
        raise CourseError(f"There is no {LOCK} in {folder.parent}. {WHERE}") from None
    except (ValueError, KeyError, TypeError):
        raise CourseError(f"{folder / LOCK} is damaged. {WHERE}") from None
    # The kernel's JavaScript and Pyodide's must fit together.
    if version != VERSION:
        raise CourseError(
            f"{folder} holds Pyodide {version}, but the site is made for {VERSION}. {WHERE}"
        )
    for name in CORE:
        if not (folder / name).is_file():
            raise CourseError(f"{folder / name} is missing. {WHERE}")
    chosen = closure(packages, NEEDED)
    for package in chosen.values():
        # Only the chosen packages: no other file is copied into the site.
        _check(folder / package["file_name"], package["sha256"])
    return Pyodide(folder, info, chosen)


def normal(name: str) -> str:
    """Return a package's name in normalized form, as the keys of a lock have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def closure(packages: dict[str, Package], names: tuple[str, ...]) -> dict[str, Package]:
    """Return the packages called `names` and all their dependencies, by name.

    Raises:
        CourseError: for a package that is not in the lock; in the browser the kernel would wait for
            it forever.
    """
    found: dict[str, Package] = {}
    waiting = [normal(name) for name in names]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        if name not in packages:
            raise CourseError(f"{LOCK} has no {name}, which the notebooks need. {WHERE}")
        found[name] = packages[name]
        waiting += [normal(needed) for needed in packages[name]["depends"]]
    # Sorted, so that the same packages give the same lock.
    return dict(sorted(found.items()))


def _check(path: Path, sha256: str) -> None:
    if not path.is_file():
        raise CourseError(f"{path} is missing: pyodide-core does not have it. {WHERE}")
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise CourseError(f"{path} is damaged: its checksum is not that in {LOCK}. {WHERE}")
