"""The Python that the course runs in: the pinned packages in `.venv`, set up once, and JupyterLab's settings there."""

import hashlib
import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.errors import Trouble

LABEXTENSION = Path(__file__).parent / "labextension"
OFFLINE = re.compile(r"NewConnectionError|Name or service not known|getaddrinfo|ConnectTimeout|Network is unreachable")
# nbgrader's panels for instructors, which have nothing to show to a student.
INSTRUCTORS = ("create-assignment", "formgrader", "course-list")


def hand_over(root: Path, arguments: Sequence[str]) -> int | None:
    """Run the same verb in the course's own Python and return its exit code; None if this is that Python."""
    if is_right(root):
        return None
    python = set_up(root)
    return subprocess.run([python, "-m", "workbench", *arguments], cwd=root).returncode


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
    """Make `.venv` with everything in it, if it is not there or is older than the pins; return its Python."""
    folder = root / ".venv"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pinned = b"".join((root / name).read_bytes() for name in ("requirements.txt", "constraints.txt"))
    mark, stamp = folder / "ready", hashlib.sha256(pinned).hexdigest()
    if mark.is_file() and mark.read_text(encoding="utf-8") == stamp and python.is_file():
        return python
    print("Setting up .venv (once, about a minute) ...", flush=True)
    _run([sys.executable, "-m", "venv", str(folder)], root, "Python's venv module is missing: on Debian, "
         "apt install python3-venv")  # fmt: skip
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt"]
    _run(pip, root, "pip could not install the packages")
    _run([str(python), "-m", "workbench", "prepare"], root, "JupyterLab could not be prepared")
    mark.write_text(stamp, encoding="utf-8")
    return python


def prepare(prefix: Path = Path(sys.prefix)) -> int:
    """Tell this Python's JupyterLab about our two extensions, and to leave out what only instructors use."""
    etc = prefix / "etc" / "jupyter"
    _merge(etc / "jupyter_server_config.d" / "workbench.json", {
        "ServerApp": {"jpserver_extensions": {"workbench.server": True}},
    })  # fmt: skip
    _merge(etc / "labconfig" / "page_config.json", {
        "disabledExtensions": {f"@jupyter/nbgrader:{panel}": True for panel in INSTRUCTORS},
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
    there: dict[str, dict[str, object]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for key, value in settings.items():
        there[key] = {**there.get(key, {}), **value}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(there, indent=2) + "\n", encoding="utf-8")


def _run(command: Sequence[str], root: Path, trouble: str) -> None:
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if done.returncode == 0:
        return
    said = f"{done.stdout}\n{done.stderr}"
    if "No space left" in said:
        raise Trouble("The disk is full: the course's packages need about 600 MB. Make room and try again.")
    if OFFLINE.search(said):
        raise Trouble("There is no connection to the package index: connect to the internet and try again.")
    last = next((line for line in reversed(said.splitlines()) if line.strip()), "no reason given")
    raise Trouble(f"{trouble} ({last.strip()}).")


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
