"""The verb `export`: write `tinytorch/core/<name>.py` from the student's notebook and prove that it can be imported."""

import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from workbench.errors import Trouble
from workbench.fresh import Imported, import_fresh
from workbench.keep import keep
from workbench.notebook import belongs, name, read, write_bytes
from workbench.place import Assignment

CODE = "import sys; from nbdev.export import nb_export; nb_export(sys.argv[1], lib_path='tinytorch')"
TASK = "Task "  # how the message of a stub begins


def export(assignment: Assignment) -> int:
    """Export, keep what was there, import it in a fresh process, and say what is missing; 1 if nothing was written."""
    notebook = read(assignment.notebook)
    belongs(notebook, assignment)
    module = f"tinytorch.core.{assignment.name}"
    names = expected_names(read(assignment.released))
    with tempfile.TemporaryDirectory() as folder:
        fresh = exported_in(assignment, notebook, Path(folder))
        content = fresh.read_bytes()
        proof = import_fresh(module, list(names), Path(folder))
    if proof.file is None:
        why = _no_python(notebook) or f"importing it fails with {proof.error}"
        print(f"Not exported: {why}")
        print(f"{_state(assignment)} Mend the cell, save the notebook, and export again.")
        return 1
    target = assignment.exported
    if target.is_file() and target.read_bytes() != content:
        kept = keep(target, assignment.kept)
        print(f"Kept the version that was there as {kept.relative_to(assignment.root)}" if kept else "")
    write_bytes(target, content)
    return _prove(assignment, module, names, content.decode("utf-8"))


def exported_in(assignment: Assignment, notebook: NotebookNode, folder: Path) -> Path:
    """Export into a copy of the package in `folder`, and return the file that nbdev wrote.

    Raises:
        Trouble: if nbdev cannot export the notebook, with the cell that is the reason.
    """
    there = folder / assignment.notebook.relative_to(assignment.root)
    there.parent.mkdir(parents=True)
    shutil.copyfile(assignment.notebook, there)
    shutil.copyfile(assignment.root / "pyproject.toml", folder / "pyproject.toml")
    ignored = shutil.ignore_patterns("__pycache__", assignment.exported.name)
    shutil.copytree(assignment.root / "tinytorch", folder / "tinytorch", ignore=ignored)
    done = subprocess.run([sys.executable, "-c", CODE, str(there)], cwd=folder, capture_output=True)
    written = folder / assignment.exported.relative_to(assignment.root)
    if done.returncode or not written.is_file():
        why = _no_python(notebook) or _without_name(assignment, notebook)
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = why or f"nbdev says: {lines[-1] if lines else 'there is nothing to export'}."
        raise Trouble(f"Not exported: {why} {_state(assignment)}")
    return written


def expected_names(released: NotebookNode) -> dict[str, str]:
    """What the module must have, `Linear` and `Linear.forward`, each with the task that asks for it."""
    found = {}
    for cell in released.cells:
        task = name(cell)
        if task and is_exported(cell):
            for path in _defined(ast.parse(cell.source)):
                found[path] = task
    return found


def unwritten(source: str) -> list[str]:
    """The messages of the stubs that are left in an exported module."""
    messages = []
    for node in sorted(ast.walk(ast.parse(source)), key=lambda each: getattr(each, "lineno", 0)):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            text = node.exc.args[0]
            if isinstance(text, ast.Constant) and str(text.value).startswith(TASK):
                messages.append(str(text.value).split(". ", 1)[0].removesuffix("."))
    return messages


def is_exported(cell: NotebookNode) -> bool:
    """Whether the cell is one that nbdev exports."""
    first = cell.source.lstrip().split("\n", 1)[0].replace(" ", "")
    return bool(cell.cell_type == "code" and first.startswith("#|export"))


def _defined(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
            yield from (f"{node.name}.{part.name}" for part in node.body if isinstance(part, ast.FunctionDef))
        elif isinstance(node, ast.FunctionDef):
            yield node.name


def _prove(assignment: Assignment, module: str, names: dict[str, str], source: str) -> int:
    """Import what was written, from its place, and tell what is missing in it."""
    proof: Imported = import_fresh(module, list(names), assignment.root)
    if proof.file is None or proof.file.resolve() != assignment.exported.resolve():
        print(f"Written, but Python imports {proof.file or 'nothing: ' + proof.error} for {module}.")
        return 1
    print(f"Exported {assignment.exported.relative_to(assignment.root)}; a fresh Python imports it.")
    for path in proof.missing:
        print(f"  missing: {path}, which task {names[path]} asks for")
    for message in unwritten(source):
        print(f"  {message}")
    if not proof.missing and not unwritten(source):
        classes = [path for path in names if path[0].isupper() and "." not in path] or list(names)[:1]
        print(f"Nothing is missing. In the next notebook: from {module} import {', '.join(classes)}")
    return 0


def _no_python(notebook: NotebookNode) -> str:
    """The first cell to be exported that is no Python, in a line; empty if there is none."""
    for number, cell in enumerate(notebook.cells, start=1):
        if is_exported(cell):
            try:
                ast.parse(cell.source)
            except SyntaxError as error:
                return f"cell {name(cell) or number} is no Python (line {error.lineno}: {error.msg})."
    return ""


def _without_name(assignment: Assignment, notebook: NotebookNode) -> str:
    if any(f"default_exp core.{assignment.name}" in cell.source for cell in notebook.cells):
        return ""
    return f"the cell '#| default_exp core.{assignment.name}' is missing: put it back near the top."


def _state(assignment: Assignment) -> str:
    there = assignment.exported.is_file()
    return f"The earlier {assignment.exported.name} is as it was." if there else "Nothing was written."
