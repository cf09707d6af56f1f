"""The verb `export`: write `tinytorch/core/<name>.py` from the student's notebook and prove that it can be imported."""

import ast
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from workbench.errors import Trouble
from workbench.fresh import Imported, import_fresh
from workbench.keep import keep
from workbench.notebook import name, read, write_bytes
from workbench.opened import Opened, opened
from workbench.place import Assignment
from workbench.work import label

CODE = (
    "import sys; from nbdev.export import nb_export; nb_export(sys.argv[1], lib_path='tinytorch')"
)
TASK = "Task "  # how the message of a stub begins
DIRECTIVE = re.compile(r"^[ \t]*#\| *export\b.*\n?", re.MULTILINE)  # nbdev's: the cell is exported
MAGIC = re.compile(r"^([ \t]*)(?:\w+ *= *)?[!%?]")  # a line that is IPython's, not Python's
MAGICS = 100  # lines of a cell that are looked at


def export(assignment: Assignment) -> int:
    """Export, keep what was there, import it in a fresh process, and say what is missing; 1 if nothing was written."""
    work = opened(assignment)
    for note in work.notes:
        print(f"Repaired for the export; your file is as it was: {note}")
    released = read(assignment.released)
    for note in prepare(work, released):
        print(note)
    module = f"tinytorch.core.{assignment.name}"
    names = expected_names(released)
    wrong = not_python(work.notebook)
    if wrong is not None:
        cell, line, why = wrong
        return _not_exported(
            assignment, f"{_called(work, cell)}: the cell is not valid Python in line {line}: {why}"
        )
    with tempfile.TemporaryDirectory() as folder:
        fresh = exported_in(assignment, work.notebook, Path(folder))
        content = fresh.read_bytes()
        proof = import_fresh(module, list(names), Path(folder))
    if proof.file is None:
        return _not_exported(
            assignment, f"importing it fails with {_place(work, content, proof)}{proof.error}"
        )
    target = assignment.exported
    if target.is_file() and target.read_bytes() != content:
        kept = keep(target, assignment.kept)
        print(
            f"Kept the version that was there as {kept.relative_to(assignment.root)}"
            if kept
            else ""
        )
    write_bytes(target, content)
    keep(
        target, assignment.kept
    )  # the edition of a later module, unpacked over this one, brings its own version
    return _prove(assignment, module, names, content.decode("utf-8"), work.tasks)


def _not_exported(assignment: Assignment, why: str) -> int:
    print(f"Not exported: {why}")
    print(f"{_state(assignment)} Fix the cell, save the notebook, and export again.")
    return 1


def prepare(work: Opened, released: NotebookNode) -> Iterator[str]:
    """Make what is exported fit for nbdev, and say what was done: IPython's own lines, directives that are lost."""
    wanted = {name(cell) for cell in released.cells if name(cell) and is_exported(cell)}
    for cell in work.notebook.cells:
        if cell["cell_type"] == "code" and name(cell) in wanted and not is_exported(cell):
            cell["source"] = f"#| export\n{cell['source']}"
            yield f"Exported although its line #| export is missing: {_called(work, cell)}"
        if is_exported(cell):
            yield from _without_magics(work, cell)
            # nbdev looks for its directives above everything else.
            directive = DIRECTIVE.search(cell["source"])
            assert directive is not None
            cell["source"] = f"{directive[0].strip()}\n{DIRECTIVE.sub('', cell['source'], count=1)}"


def _without_magics(work: Opened, cell: NotebookNode) -> Iterator[str]:
    """Make comments of IPython's own lines in a cell, and say of each where it stood."""
    lines = cell["source"].split("\n")
    for _ in range(MAGICS):
        error = syntax_error("\n".join(lines))
        number = error.lineno if error is not None and error.lineno else 0
        magic = MAGIC.match(lines[number - 1]) if 0 < number <= len(lines) else None
        if magic is None:
            break
        text = lines[number - 1].strip()
        yield f"Left out of the package: {_called(work, cell)}, line {number}: {text[:80]}"
        lines[number - 1] = f"{magic[1]}{'pass  ' if magic[1] else ''}# {text}"
    cell["source"] = "\n".join(lines)


def not_python(notebook: NotebookNode) -> tuple[NotebookNode, int, str] | None:
    """The first cell to be exported that is not Python, with the line and the reason."""
    for cell in notebook.cells:
        if is_exported(cell) and (error := syntax_error(cell["source"])) is not None:
            return cell, error.lineno or 1, error.msg
    return None


def syntax_error(source: str) -> SyntaxError | None:
    """Why a text is not Python, None if it is."""
    try:
        ast.parse(source)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error) or "it is nested too deeply")
    return None


def _called(work: Opened, cell: NotebookNode) -> str:
    """The task of a cell, or its place and how it begins."""
    called = work.tasks.get(name(cell) or "")
    number = next(place for place, each in enumerate(work.notebook.cells, start=1) if each is cell)
    return called or f"cell {number} ({label(cell)})"


def _place(work: Opened, content: bytes, proof: Imported) -> str:
    """Which cell the line of the package is from where an import failed."""
    lines = content.decode("utf-8").split("\n")[: proof.line]
    ids = [line.rsplit("#", 1)[1] for line in lines if line.startswith("# %% ") and "#" in line[4:]]
    cell = next((cell for cell in work.notebook.cells if ids and cell["id"] == ids[-1]), None)
    return f"an error in {_called(work, cell)}: " if proof.line and cell is not None else ""


def exported_in(assignment: Assignment, notebook: NotebookNode, folder: Path) -> Path:
    """Export into a copy of the package in `folder`, and return the file that nbdev wrote.

    Raises:
        Trouble: if nbdev cannot export the notebook, with the cell that is the reason.
    """
    there = folder / assignment.notebook.relative_to(assignment.root)
    there.parent.mkdir(parents=True)
    there.write_text(nbformat.writes(notebook), encoding="utf-8")
    shutil.copyfile(assignment.root / "pyproject.toml", folder / "pyproject.toml")
    ignored = shutil.ignore_patterns("__pycache__", assignment.exported.name)
    shutil.copytree(assignment.root / "tinytorch", folder / "tinytorch", ignore=ignored)
    done = subprocess.run([sys.executable, "-c", CODE, str(there)], cwd=folder, capture_output=True)
    written = folder / assignment.exported.relative_to(assignment.root)
    if done.returncode or not written.is_file():
        why = _without_name(assignment, notebook)
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
    return bool(cell["cell_type"] == "code" and DIRECTIVE.search(cell["source"]))


def _defined(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
            yield from (
                f"{node.name}.{part.name}"
                for part in node.body
                if isinstance(part, ast.FunctionDef)
            )
        elif isinstance(node, ast.FunctionDef):
            yield node.name


def _prove(
    assignment: Assignment, module: str, names: dict[str, str], source: str, called: dict[str, str]
) -> int:
    """Import what was written, from its place, and tell what is missing in it."""
    proof: Imported = import_fresh(module, list(names), assignment.root)
    if proof.file is None or proof.file.resolve() != assignment.exported.resolve():
        print(
            f"Written, but Python imports {proof.file or 'nothing: ' + proof.error} for {module}."
        )
        return 1
    print(
        f"Exported {assignment.exported.relative_to(assignment.root)}; a fresh Python imports it."
    )
    for path in proof.missing:
        print(f"  missing: {path}, which {called.get(names[path], names[path])} asks for")
    for message in unwritten(source):
        print(f"  {_with_names(message, called)}")
    if not proof.missing and not unwritten(source):
        classes = [path for path in names if path[0].isupper() and "." not in path] or list(names)[
            :1
        ]
        print(
            f"Nothing is missing. In the next notebook: from {module} import {', '.join(classes)}"
        )
    return 0


def _with_names(message: str, called: dict[str, str]) -> str:
    """A stub's message, `Task q1: ...`, with the task's name in place of its grade_id."""
    task, _, rest = message.removeprefix(TASK).partition(": ")
    return f"{called[task]}: {rest}" if task in called and rest else message


def _without_name(assignment: Assignment, notebook: NotebookNode) -> str:
    if any(f"default_exp core.{assignment.name}" in cell.source for cell in notebook.cells):
        return ""
    return f"the cell '#| default_exp core.{assignment.name}' is missing: put it back near the top."


def _state(assignment: Assignment) -> str:
    there = assignment.exported.is_file()
    return (
        f"The earlier {assignment.exported.name} is as it was." if there else "Nothing was written."
    )
