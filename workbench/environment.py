"""The Python that the course runs in: the pinned packages in `.venv`, set up once, and JupyterLab's settings there."""

import hashlib
import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.install import Progress, pip_install, run

LABEXTENSION = Path(__file__).parent / "labextension"
# What nbgrader brings for instructors and for its exchange: a student has no use for it, and it fails without one.
PANELS = ("assignment-list", "course-list", "create-assignment", "formgrader", "menu")
SERVICES = ("assignment_list", "course_list", "formgrader")


def hand_over(root: Path, arguments: Sequence[str]) -> int | None:
    """Run the same verb in the course's own Python and return its exit code; None if this is that Python."""
    if is_right(root):
        return None
    command = [str(set_up(root)), "-m", "workbench", *arguments]
    return subprocess.run(command, cwd=root, env=environment(root)).returncode


def environment(root: Path) -> dict[str, str]:
    """The variables with which a program imports the package and the workbench of the edition in `root`.

    The environment may belong to another edition, which is installed in it.
    """
    before = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(root), before]))}


def is_right(root: Path) -> bool:
    """Whether the packages of this Python are those of `requirements.txt`, in the versions of `constraints.txt`."""
    try:
        return all(importlib.metadata.version(name) == version for name, version in pins(root))
    except importlib.metadata.PackageNotFoundError:
        return False


def pins(root: Path) -> Iterator[tuple[str, str]]:
    """Name and version of every package that `requirements.txt` asks for."""
    versions = dict(line.split("==") for line in _lines(root / "constraints.txt"))
    for line in _lines(root / "requirements.txt"):
        name = re.match(r"[\w.-]+", line)
        if name and not line.startswith("-"):
            yield name[0], versions[name[0]]


def set_up(root: Path) -> Path:
    """Return the Python of a `.venv` with the pinned packages, which is made if neither `root` has one nor a
    student edition beside it.
    """
    wanted = _stamp(root / "requirements.txt", root / "constraints.txt")
    settings = _stamp(
        Path(__file__), *(path for path in sorted(LABEXTENSION.rglob("*")) if path.is_file())
    )
    found = next((folder for folder in _environments(root) if _marks(folder)[0] == wanted), None)
    folder = found or root / ".venv"
    if found is None:
        _install(folder, root)
    if found is None or _marks(folder)[1] != settings:
        run([str(_python(folder)), "-m", "workbench", "prepare"], root, "JupyterLab could not be prepared",
            environment(root))  # fmt: skip
        (folder / "ready").write_text(f"{wanted}\n{settings}\n", encoding="utf-8")
    return _python(folder)


def _install(folder: Path, root: Path) -> None:
    """Make the environment `folder` with the packages of the edition in `root`."""
    print(
        f"Setting up Python in {folder}, once for all modules: about 600 MB, a few minutes.",
        flush=True,
    )
    steps = Progress(4)
    steps.next("an environment of its own")
    run([sys.executable, "-m", "venv", str(folder)], root,
        "Python's venv module is missing: on Debian, apt install python3-venv")  # fmt: skip
    pip_install(_python(folder), root, steps)
    steps.next("JupyterLab's settings, and the fonts of the plots")


def _environments(root: Path) -> Iterator[Path]:
    """The finished environments of this edition and of those beside it, if they are the user's own."""
    for mark in dict.fromkeys(
        [root / ".venv" / "ready", *sorted(root.parent.glob("*/.venv/ready"))]
    ):
        own = mark.is_file() and (not hasattr(os, "getuid") or mark.stat().st_uid == os.getuid())
        if own and _python(mark.parent).is_file():
            yield mark.parent


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _stamp(*files: Path) -> str:
    """A name for the content of files."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _marks(folder: Path) -> tuple[str, str]:
    """The stamps that a finished environment was left with: of its packages, and of JupyterLab's settings."""
    packages, settings, *_ = [*(folder / "ready").read_text(encoding="utf-8").splitlines(), "", ""]
    return packages, settings


def prepare(prefix: Path = Path(sys.prefix)) -> int:
    """Tell this Python's JupyterLab about our two extensions, and to leave out what only instructors use."""
    etc = prefix / "etc" / "jupyter"
    services = {f"nbgrader.server_extensions.{name}": False for name in SERVICES}
    _merge(etc / "jupyter_server_config.d" / "workbench.json", {
        "ServerApp": {"jpserver_extensions": {"workbench.server": True, **services}},
    })  # fmt: skip
    _merge(etc / "labconfig" / "page_config.json", {
        "disabledExtensions": {f"@jupyter/nbgrader:{panel}": True for panel in PANELS},
    })  # fmt: skip
    # JupyterLab's question whether it may fetch news stands in front of the notebook otherwise.
    _merge(etc / "labconfig" / "default_setting_overrides.json", {
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    })  # fmt: skip
    place = prefix / "share" / "jupyter" / "labextensions" / "tinytorch-workbench"
    shutil.copytree(LABEXTENSION, place, dirs_exist_ok=True)
    import matplotlib.font_manager  # noqa: F401 (its first import looks for fonts, for seconds, and remembers them)

    return 0


def _merge(path: Path, settings: dict[str, dict[str, object]]) -> None:
    """Add `settings` to a JSON file, two levels deep; what others have put there stays."""
    there: dict[str, dict[str, object]] = (
        json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    )
    for key, value in settings.items():
        there[key] = {**there.get(key, {}), **value}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(there, indent=2) + "\n", encoding="utf-8")


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
