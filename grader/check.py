"""Checks over the whole house: clean notebooks, a package that matches them, and products that tell no secret."""

import filecmp
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from grader.course import Course
from grader.edition import write_edition
from grader.exercises import HIDDEN_BEGIN, HIDDEN_END, read
from grader.release import release
from grader.source import check_source

MARKERS = ("BEGIN SOLUTION", "END SOLUTION", "BEGIN HIDDEN", "END HIDDEN", "MARK SCHEME", "{python}", "{{")
SHORT = 20  # a line of code below this length stands in many places and tells nothing


def problems(course: Course) -> list[str]:
    """Everything that is wrong, one line each; empty if nothing is."""
    found = [line for path in sorted(course.root.glob("modules/**/*.ipynb")) for line in unclean(course.root, path)]
    for module in course.manifest.modules:
        found += check_source(course, module)
    found += export_differences(course.root)
    if not found:
        found += leaks(course)
    return found


def unclean(root: Path, path: Path) -> list[str]:
    """Outputs, execution counts or missing ids in a source notebook, and what nbdev-clean would change."""
    name = path.relative_to(root)
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    found = []
    for index, cell in enumerate(cells, start=1):
        if cell.get("outputs") or cell.get("execution_count"):
            found.append(f"{name}: cell {index} has outputs: run nbdev-clean.")
        if not cell.get("id"):
            found.append(f"{name}: cell {index} has no id.")
    return found


def export_differences(root: Path) -> list[str]:
    """The files of `tinytorch/` that exporting the notebooks again would change."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in ("modules", "tinytorch"):
            shutil.copytree(
                root / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
            )
        shutil.copyfile(root / "pyproject.toml", copy / "pyproject.toml")
        export = [sys.executable, "-c", "from nbdev.doclinks import nbdev_export; nbdev_export()"]
        done = subprocess.run(export, cwd=copy, capture_output=True, text=True)
        if done.returncode:
            return [f"nbdev-export failed: {done.stderr.strip().splitlines()[-1]}"]
        exported = sorted(path.relative_to(copy) for path in copy.glob("tinytorch/**/*.py"))
        return [
            f"{path}: exporting again changes it: run make export."
            for path in exported
            if not (root / path).is_file() or not filecmp.cmp(root / path, copy / path, shallow=False)
        ]


def leaks(course: Course) -> list[str]:
    """Markers, placeholders and lines of solutions or hidden tests in anything that is handed out."""
    found = []
    public = (course.root / "tinytorch" / "checks.py").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        term = Course(course.root, Path(folder))
        for module in course.manifest.modules:
            release(term, module)
            edition = Path(folder) / "edition" / module.id
            write_edition(term, module, edition)
            secrets = secret_lines(read(course.source(module)), public)
            for path in sorted(path for path in edition.rglob("*") if path.is_file()):
                text = _text(path)
                where = f"{module.id} student edition, {path.relative_to(edition)}"
                found += [f"{where}: contains {marker!r}." for marker in MARKERS if marker in text]
                found += [f"{where}: tells a secret: {line!r}." for line in secrets if line in text]
    for path in sorted(course.root.glob("tinytorch/**/*.py")):
        text = path.read_text(encoding="utf-8")
        found += [f"{path.relative_to(course.root)}: contains {marker!r}." for marker in MARKERS if marker in text]
    return found


def _text(path: Path) -> str:
    """A file's text; for a notebook that of its cells, without JSON's escapes."""
    if path.suffix == ".ipynb":
        return "\n".join(cell.source for cell in read(path).cells)
    return path.read_text(encoding="utf-8")


def secret_lines(notebook: NotebookNode, public: str) -> list[str]:
    """Lines that stand only inside solution or hidden regions of a source notebook and are long enough to tell.

    Args:
        notebook: the source.
        public: text that everybody has; a line that stands in it is no secret.
    """
    secret: set[str] = set()
    open_text: list[str] = [public]
    for hidden, line in _lines(notebook):
        if hidden and len(line.strip()) >= SHORT:
            secret.add(line.strip())
        elif not hidden:
            open_text.append(line)
    shown = "\n".join(open_text)
    return sorted(line for line in secret if line not in shown)


def _lines(notebook: NotebookNode) -> Iterator[tuple[bool, str]]:
    for cell in notebook.cells:
        inside = False
        for line in cell.source.split("\n"):
            if HIDDEN_BEGIN in line or "### BEGIN SOLUTION" in line:
                inside = True
            elif HIDDEN_END in line or "### END SOLUTION" in line:
                inside = False
            else:
                yield inside, line
