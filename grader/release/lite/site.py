"""Build the site of one module: JupyterLite, Pyodide, the package and the release.

The site fetches nothing from other hosts. Like the student edition it is made for one module: the
package has the reference versions of the modules before it, but not the module's own solutions.
"""

import html
import json
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.package import package_files
from grader.course.term import Course
from grader.release.lite.pyodide import LOCK, Pyodide, normal
from grader.release.lite.wheels import installed_wheel, lock_entry, write_wheel
from tinytorch import __version__

HERE = Path(__file__).parent
MARKER_FILE = "tinytorch-lite.json"  # in every site that was built here, and names its module
APPS = ("notebooks", "tree")
KERNEL = "@jupyterlite/pyodide-kernel-extension"
KERNEL_WHEELS = ("piplite", "pyodide_kernel", "ipykernel")


def build_site(course: Course, module: Module, pyodide: Pyodide, target: Path) -> Path:
    """Write the site of `module` into the folder `target`; replaces an earlier site there.

    Raises:
        CourseError: if the module is not released, `target` holds anything else, or JupyterLite
            fails.
    """
    if not course.release(module).is_file():
        raise CourseError(
            f"{module.id} is not released in {course.folder}: run `make release` first."
        )
    target = target.resolve()
    # The folder is deleted below, so it must be empty or a site that was built here.
    if target.exists() and not (
        target.is_dir() and (not any(target.iterdir()) or (target / MARKER_FILE).is_file())
    ):
        raise CourseError(
            f"{target} has files that `grader lite` did not make: choose another folder with --to."
        )
    # Beside the target: a rename within one file system takes no copy.
    work = target.with_name(f".{target.name}.new")
    shutil.rmtree(work, ignore_errors=True)
    try:
        _stage(course, module, pyodide, work / "lite")
        _run_jupyterlite(work / "lite", work / "site")
        _finish(course, module, work / "site")
        shutil.rmtree(target, ignore_errors=True)
        (work / "site").rename(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return target


def size(folder: Path) -> int:
    """Return the size of all files in `folder`, in bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _stage(course: Course, module: Module, pyodide: Pyodide, folder: Path) -> None:
    """Write the files that JupyterLite builds from."""
    static = folder / "static" / "pyodide"
    pyodide.copy_to(static)
    wheels = _own_wheels(course, module, static)
    # Ours come second: they replace Pyodide's packages of the same name.
    packages = pyodide.packages | {normal(entry["name"]): entry for entry in wheels}
    _write_json(static / LOCK, {"info": pyodide.info, "packages": packages})
    (folder / "files").mkdir()
    shutil.copyfile(course.release(module), folder / "files" / f"{module.name}.ipynb")
    shutil.copyfile(HERE / "overrides.json", folder / "overrides.json")
    page = _page_settings(module)
    _write_json(
        folder / "jupyter-lite.json",
        {"jupyter-lite-schema-version": 0, "jupyter-config-data": page},
    )
    build = {
        "apps": list(APPS),
        "contents": [str(folder / "files")],
        # Only these two: JupyterLite would also take every extension installed in this Python.
        "federated_extensions": [str(_kernel_extension()), str(HERE / "extension")],
        "ignore_sys_prefix": ["federated_extensions"],
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "no_libarchive": True,
    }
    _write_json(folder / "jupyter_lite_config.json", {"LiteBuildConfig": build})


def _page_settings(module: Module) -> dict[str, Any]:
    """The settings of the site's page."""
    preloaded = [
        *KERNEL_WHEELS, "comm", "micropip", "ssl", "sqlite3", "jedi", "ipython", "numpy",
        "tinytorch",
    ]  # fmt: skip
    settings = {
        "pyodideUrl": "./static/pyodide/pyodide.js",
        # A site without a network must not ask PyPI for a package.
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": preloaded},
    }
    return {
        "appName": f"TinyTorch: {module.title}",
        "appUrl": "./tree",
        # A browser keeps one storage for all sites of a host; each module has its own files in it.
        "contentsStorageName": f"TinyTorch {module.id}",
        "defaultKernelName": "python3",
        # The trust indicator means nothing here: no cell or output runs unasked.
        "disabledExtensions": ["@jupyter-notebook/notebook-extension:trusted"],
        "litePluginSettings": {f"{KERNEL}:kernel": settings},
        "tinytorchNotebook": f"{module.name}.ipynb",
    }


def _own_wheels(course: Course, module: Module, folder: Path) -> list[dict[str, Any]]:
    """Write the wheels that Pyodide lacks, and the course's; return their lock entries."""
    entries = []
    for name in KERNEL_WHEELS:
        (wheel,) = (_kernel_extension() / "static" / "pypi").glob(f"{name}-*.whl")
        entries.append(lock_entry(Path(shutil.copy(wheel, folder)), []))
    # Pyodide's distribution does not have it.
    entries.append(lock_entry(installed_wheel(folder, "comm"), []))
    files = {
        path.as_posix(): (course.root / path).read_bytes() for path in package_files(course, module)
    }
    entries.append(lock_entry(write_wheel(folder, "tinytorch", __version__, files), ["numpy"]))
    return entries


def _kernel_extension() -> Path:
    """Return the folder with jupyterlite-pyodide-kernel's extension for the browser."""
    try:
        package = distribution("jupyterlite-pyodide-kernel")
    except PackageNotFoundError:
        raise CourseError(
            "JupyterLite is not installed here: pip install -c constraints.txt -e '.[dev]'"
        ) from None
    manifest = next(
        path for path in package.files or [] if path.as_posix().endswith(f"{KERNEL}/package.json")
    )
    return Path(str(package.locate_file(manifest))).resolve().parent


def _run_jupyterlite(source: Path, target: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "jupyterlite_core",
        "build",
        "--lite-dir",
        ".",
        "--output-dir",
        str(target),
    ]
    done = subprocess.run(
        command, cwd=source, capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    if done.returncode:
        lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise CourseError(
            f"JupyterLite could not build the site: {lines[-1] if lines else 'it gave no reason'}"
        )


def _finish(course: Course, module: Module, site: Path) -> None:
    """Write the course's start page in place of JupyterLite's, and the marker file."""
    page = (HERE / "page" / "index.html").read_text(encoding="utf-8")
    values = {
        "course": course.manifest.course.title.split(":")[0],
        "title": f"Module {module.id[:2]}: {module.title}",
        "name": module.name,
        "megabytes": f"{size(site / 'static' / 'pyodide') / 2**20:.0f}",
    }
    for key, value in values.items():
        # Escaped: titles come from the manifest and may contain & or <.
        page = page.replace("{" + key + "}", html.escape(value))
    (site / "index.html").write_text(page, encoding="utf-8")
    (site / ".nojekyll").touch()  # GitHub Pages must serve the files unchanged
    _write_json(site / MARKER_FILE, {"module": module.id, "notebook": f"{module.name}.ipynb"})


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
