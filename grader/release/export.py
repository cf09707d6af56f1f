"""The command `export`: clean the sources, write `tinytorch/` from them and README's table.

The package is built in a temporary folder and put in place when it is complete. A cell that is not
valid Python is reported before that.
"""

import json
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbdev.clean import clean_nb
from nbformat.notebooknode import NotebookNode

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import load
from grader.course.notebook import damage
from grader.release.readme_table import README, readme
from workbench.cells import grade_id
from workbench.export import is_exported, syntax_error
from workbench.tasks import tasks

DEFAULT = re.compile(r"#\| *default_exp +([\w.]+)")
# In a process of its own: nbdev reads its settings from the working directory.
EXPORT = [sys.executable, "-c", "from nbdev.doclinks import nbdev_export; nbdev_export()"]


def sources(root: Path) -> list[Path]:
    """Return the notebooks of the package: the helpers, then the modules in order."""
    # A backup beside a source would overwrite what the source exports.
    helpers = [path for path in sorted(root.glob("modules/*.ipynb")) if _exports_its_name(path)]
    modules = [
        root / "modules" / module.id / f"{module.name}.ipynb" for module in load(root).modules
    ]
    return helpers + [path for path in modules if path.is_file()]


def _exports_its_name(path: Path) -> bool:
    """Return whether a notebook exports to the file of its own name, unlike a copy of another."""
    found = DEFAULT.search(path.read_text(encoding="utf-8", errors="replace"))
    return found is not None and found[1] == path.stem


def strays(root: Path) -> list[Path]:
    """Return the notebooks under `modules/` that are not part of the package."""
    ours = sources(root)
    found = [path for path in sorted(root.glob("modules/**/*.ipynb")) if path not in ours]
    return [
        path
        for path in found
        # Jupyter keeps copies in .ipynb_checkpoints.
        if not any(part.startswith(".") for part in path.relative_to(root).parts)
    ]


def export(root: Path) -> list[Path]:
    """Clean the sources, write the package and README's table; return the files that changed.

    Raises:
        CourseError: if an exported cell is not valid Python, a module names another's file, or
            nbdev fails; the package then stays unchanged.
    """
    # Everything is checked before the first file is written.
    found = [problem for path in sources(root) for problem in not_python(root, path)]
    found += wrong_targets(root)
    if found:
        raise CourseError("\n".join(["Nothing was exported.", *found]))
    changed = []
    for path in sources(root):
        text = cleaned(root, path)
        if text != path.read_text(encoding="utf-8"):
            write_text(path, text)
            changed.append(path)
    table = readme(root)
    # After the sources are cleaned, since nbdev exports what is on disk.
    written = exported(root) | ({Path(README): table} if table is not None else {})
    for name, text in written.items():
        path = root / name
        # Unchanged files keep their times.
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            write_text(path, text)
            changed.append(path)
    return changed


def not_python(root: Path, path: Path) -> Iterator[str]:
    """Yield a line with place, task and reason for each exported cell that is not valid Python."""
    notebook = nbformat.reads(cleaned(root, path), as_version=4)
    called = tasks(notebook)
    for number, cell in enumerate(notebook.cells, start=1):
        if not is_exported(cell):
            continue
        error = syntax_error(cell.source)
        if error is not None:
            line = error.lineno or 1
            text = (
                cell.source.split("\n")[line - 1].strip()[:80]
                if line <= cell.source.count("\n") + 1
                else ""
            )
            place = f"{path.relative_to(root)}: {_named(cell, number, called)}: line {line}"
            yield f"{place} is not valid Python ({error.msg}): {text}"


def wrong_targets(root: Path) -> list[str]:
    """The modules that export to no file, or to another's, one line each with the cell."""
    found = []
    for module in load(root).modules:
        path = root / "modules" / module.id / f"{module.name}.ipynb"
        wanted = f"#| default_exp core.{module.name}"
        cells = list(enumerate(nbformat.reads(cleaned(root, path), as_version=4).cells, start=1))
        named = [(n, match[1]) for n, cell in cells if (match := DEFAULT.match(cell.source))]
        name = path.relative_to(root)
        found += [
            f"{name}: cell {n}: must say {wanted!r}." for n, to in named if wanted.split()[-1] != to
        ]
        # A notebook that exports nothing needs no target.
        if not named and any(is_exported(cell) for _, cell in cells):
            found.append(f"{name}: no cell says {wanted!r}, so nothing of it is exported.")
    return found


def _named(cell: NotebookNode, number: int, called: dict[str, str]) -> str:
    name = grade_id(cell)
    return f"cell {number} ({name}, {called[name]})" if name in called else f"cell {number}"


def cleaned(root: Path, path: Path) -> str:
    """Return the text of a source without outputs, counts and other tools' metadata.

    Cells without an id get one.
    """
    content = source_content(path)
    clean(root, content)
    for cell in content["cells"]:
        # Format 4.5 requires an id, and repairs match cells by it.
        cell.setdefault("id", secrets.token_hex(4))
        if cell["cell_type"] == "code":
            # Outputs would differ at every run, and with them the file in Git.
            cell["outputs"], cell["execution_count"] = [], None
    # The layout in which Jupyter saves a notebook, so that saving makes no difference in Git.
    return json.dumps(content, sort_keys=True, indent=1, ensure_ascii=False) + "\n"


def source_content(path: Path) -> dict[str, Any]:
    """Return a source notebook as plain JSON.

    Raises:
        CourseError: if it is damaged.
    """
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise CourseError(damage(path)) from None
    return content


def clean(root: Path, content: dict[str, Any]) -> None:
    """Remove other tools' metadata from a source, by nbdev's rules and settings."""
    settings = _nbdev_settings(root)
    clean_nb(
        content,
        allowed_metadata_keys=settings.get("allowed_metadata_keys", []),
        allowed_cell_metadata_keys=settings.get("allowed_cell_metadata_keys", []),
        repair=False,
    )


def _nbdev_settings(root: Path) -> dict[str, Any]:
    path = root / "pyproject.toml"
    settings = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    found: dict[str, Any] = settings.get("tool", {}).get("nbdev", {})
    return found


def exported(root: Path) -> dict[Path, str]:
    """Return relative path -> text for every file of the package as exported from the sources.

    Raises:
        CourseError: if nbdev fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        shutil.copytree(
            root / "tinytorch", here / "tinytorch", ignore=shutil.ignore_patterns("__pycache__")
        )
        for path in sources(root):
            there = here / path.relative_to(root)
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, there)
        # nbdev's settings are in it.
        shutil.copyfile(root / "pyproject.toml", here / "pyproject.toml")
        done = subprocess.run(EXPORT, cwd=here, capture_output=True, text=True)
        if done.returncode:
            raise CourseError(f"nbdev could not export: {done.stderr.strip().splitlines()[-1]}")
        files = sorted(path for path in here.glob("tinytorch/**/*.py"))
        return {path.relative_to(here): path.read_text(encoding="utf-8") for path in files}
