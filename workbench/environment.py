"""The environment of the course: a `.venv` with the pinned packages and JupyterLab's settings."""

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
# Parts of nbgrader for instructors and for its exchange. Students have no use for them, and
# without an exchange they show errors.
PANELS = ("assignment-list", "course-list", "create-assignment", "formgrader", "menu")
SERVICES = ("assignment_list", "course_list", "formgrader")


def run_in_environment(root: Path, arguments: Sequence[str]) -> int | None:
    """Run `python -m workbench ARGUMENTS` in the course's environment and return the exit code.

    None if this Python is that environment already.
    """
    if has_pinned_packages(root):
        return None
    command = [str(set_up(root)), "-m", "workbench", *arguments]
    return subprocess.run(command, cwd=root, env=environment(root)).returncode


def environment(root: Path) -> dict[str, str]:
    """Environment variables with which Python imports the package and workbench in `root`."""
    # Needed because several editions share one .venv, which may have another one installed.
    before = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(root), before]))}


def has_pinned_packages(root: Path) -> bool:
    """Whether this Python has the packages of `requirements.txt` in the pinned versions."""
    try:
        return all(importlib.metadata.version(name) == version for name, version in pins(root))
    except importlib.metadata.PackageNotFoundError:
        return False


def pins(root: Path) -> Iterator[tuple[str, str]]:
    """Name and version of every package in `requirements.txt`, pinned by `constraints.txt`."""
    versions = dict(line.split("==") for line in _lines(root / "constraints.txt"))
    for line in _lines(root / "requirements.txt"):
        name = re.match(r"[\w.-]+", line)
        # Lines such as `-c constraints.txt` and `-e .` are options of pip.
        if name and not line.startswith("-"):
            yield name[0], versions[name[0]]


def set_up(root: Path) -> Path:
    """Return the Python of a `.venv` with the pinned packages.

    It is the one in `root` or in a student edition beside it; if there is none, it is created.

    Raises:
        UserError: if the packages cannot be installed.
    """
    packages = _digest(root / "requirements.txt", root / "constraints.txt")
    extension = [path for path in sorted(LABEXTENSION.rglob("*")) if path.is_file()]
    settings = _digest(Path(__file__), *extension)
    fitting = (folder for folder in _environments(root) if _installed(folder)[0] == packages)
    found = next(fitting, None)
    folder = found or root / ".venv"
    if found is None:
        _install(folder, root)
    # Separate digests: new settings need no new installation of the packages.
    if found is None or _installed(folder)[1] != settings:
        prepare_verb = [str(_python(folder)), "-m", "workbench", "prepare"]
        run(prepare_verb, root, "JupyterLab could not be prepared", environment(root))
        # Written last: an installation that was interrupted is repeated.
        (folder / "ready").write_text(f"{packages}\n{settings}\n", encoding="utf-8")
    return _python(folder)


def _install(folder: Path, root: Path) -> None:
    """Create the environment `folder` with the packages of the edition in `root`."""
    print(
        f"Setting up Python in {folder}, once for all modules: about 600 MB, a few minutes.",
        flush=True,
    )
    steps = Progress(4)
    steps.next("creating an environment")
    failure = "Python's venv module is missing: on Debian, apt install python3-venv"
    run([sys.executable, "-m", "venv", str(folder)], root, failure)
    pip_install(_python(folder), root, steps)
    steps.next("JupyterLab's settings, and the fonts of the plots")


def _environments(root: Path) -> Iterator[Path]:
    """The finished environments of this edition and of those beside it."""
    for ready in dict.fromkeys(
        [root / ".venv" / "ready", *sorted(root.parent.glob("*/.venv/ready"))]
    ):
        # Only the user's own: in a shared folder, anybody could put a Python there for us to run.
        own = ready.is_file() and (not hasattr(os, "getuid") or ready.stat().st_uid == os.getuid())
        if own and _python(ready.parent).is_file():
            yield ready.parent


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _digest(*files: Path) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _installed(folder: Path) -> tuple[str, str]:
    """The digests with which an environment was finished: of packages and of settings."""
    lines = (folder / "ready").read_text(encoding="utf-8").splitlines()
    packages, settings, *_ = [*lines, "", ""]
    return packages, settings


def prepare(prefix: Path = Path(sys.prefix)) -> int:
    """Enable our two extensions in this Python's JupyterLab, and disable the instructors' ones."""
    etc = prefix / "etc" / "jupyter"
    services = {f"nbgrader.server_extensions.{name}": False for name in SERVICES}
    extensions: dict[str, object] = {"jpserver_extensions": {"workbench.server": True, **services}}
    _merge(etc / "jupyter_server_config.d" / "workbench.json", {"ServerApp": extensions})
    panels: dict[str, object] = {f"@jupyter/nbgrader:{panel}": True for panel in PANELS}
    _merge(etc / "labconfig" / "page_config.json", {"disabledExtensions": panels})
    # Without this, JupyterLab opens with a question about fetching its news.
    news: dict[str, object] = {"fetchNews": "false", "checkForUpdates": False}
    overrides = {"@jupyterlab/apputils-extension:notification": news}
    _merge(etc / "labconfig" / "default_setting_overrides.json", overrides)
    target = prefix / "share" / "jupyter" / "labextensions" / "tinytorch-workbench"
    shutil.copytree(LABEXTENSION, target, dirs_exist_ok=True)
    # Its first import scans the fonts, which takes seconds, and caches what it finds.
    import matplotlib.font_manager  # noqa: F401

    return 0


def _merge(path: Path, settings: dict[str, dict[str, object]]) -> None:
    """Add `settings` to a JSON file, two levels deep; other entries stay."""
    content: dict[str, dict[str, object]] = {}
    if path.is_file():
        content = json.loads(path.read_text(encoding="utf-8"))
    for key, value in settings.items():
        content[key] = {**content.get(key, {}), **value}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip()]
