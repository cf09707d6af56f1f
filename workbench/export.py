"""The verb `export`: write `tinytorch/core/<name>.py` from the notebook, and import it."""

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

from workbench.assignment import Assignment
from workbench.cells import grade_id, label
from workbench.errors import UserError
from workbench.fresh import Imported, import_fresh
from workbench.keep import keep
from workbench.load import StudentNotebook, load
from workbench.notebook import read, write_bytes

CODE = (
    "import sys; from nbdev.export import nb_export; nb_export(sys.argv[1], lib_path='tinytorch')"
)
TASK = "Task "  # begins the message of a stub
DIRECTIVE = re.compile(r"^[ \t]*#\| *export\b.*\n?", re.MULTILINE)  # nbdev's: export this cell
MAGIC = re.compile(r"^([ \t]*)(?:\w+ *= *)?[!%?]")  # a line that only IPython understands
MAGICS = 100  # the most such lines removed from a cell


def export(assignment: Assignment) -> int:
    """Export the notebook; return 0 if the package was written, else 1.

    The version that was there is kept. What is missing in the new one is listed.

    Raises:
        UserError: if the notebook cannot be read, or nbdev cannot export it.
    """
    work = load(assignment)
    for note in work.notes:
        print(f"Repaired for the export; your file is unchanged: {note}")
    released = read(assignment.released)
    for note in prepare_cells(work, released):
        print(note)
    module = f"tinytorch.core.{assignment.name}"
    names = expected_names(released)
    wrong = not_python(work.notebook)
    if wrong is not None:
        cell, line, error = wrong
        why = f"{_cell_name(work, cell)}: the cell is not valid Python in line {line}: {error}"
        return _not_exported(assignment, why)
    # In a copy first: a package that cannot be imported never replaces one that can.
    with tempfile.TemporaryDirectory() as folder:
        written = export_into(assignment, work.notebook, Path(folder))
        content = written.read_bytes()
        result = import_fresh(module, list(names), Path(folder))
    if result.file is None:
        why = f"importing it fails with {_place(work, content, result)}{result.error}"
        return _not_exported(assignment, why)
    target = assignment.exported
    if target.is_file() and target.read_bytes() != content:
        kept = keep(target, assignment.kept)
        if kept is not None:
            print(f"Kept the earlier version as {kept.relative_to(assignment.root)}")
    write_bytes(target, content)
    # Kept now: unpacking the edition of a later module over this one replaces the file.
    keep(target, assignment.kept)
    return _report(assignment, module, names, content.decode("utf-8"), work.tasks)


def _not_exported(assignment: Assignment, why: str) -> int:
    print(f"Not exported: {why}")
    print(f"{_state(assignment)} Fix the cell, save the notebook, and export again.")
    return 1


def prepare_cells(work: StudentNotebook, released: NotebookNode) -> Iterator[str]:
    """Restore lost export directives and comment out IPython's own lines; yield a note for each."""
    wanted = {grade_id(cell) for cell in released.cells if grade_id(cell) and is_exported(cell)}
    for cell in work.notebook.cells:
        if cell["cell_type"] == "code" and grade_id(cell) in wanted and not is_exported(cell):
            cell["source"] = f"#| export\n{cell['source']}"
            yield f"Exported although its line #| export is missing: {_cell_name(work, cell)}"
        if is_exported(cell):
            yield from _without_magics(work, cell)
            # nbdev reads directives only at the top of a cell.
            directive = DIRECTIVE.search(cell["source"])
            assert directive is not None
            rest = DIRECTIVE.sub("", cell["source"], count=1)
            cell["source"] = f"{directive[0].strip()}\n{rest}"


def _without_magics(work: StudentNotebook, cell: NotebookNode) -> Iterator[str]:
    """Comment out the lines of a cell that only IPython understands; yield a note for each."""
    lines = cell["source"].split("\n")
    # Python's parser says where such a line is: inside a string, `!` and `%` are no commands.
    for _ in range(MAGICS):
        error = syntax_error("\n".join(lines))
        number = error.lineno if error is not None and error.lineno else 0
        magic = MAGIC.match(lines[number - 1]) if 0 < number <= len(lines) else None
        if magic is None:
            break
        text = lines[number - 1].strip()
        yield f"Left out of the package: {_cell_name(work, cell)}, line {number}: {text[:80]}"
        # An indented block may have no other line, and needs one.
        lines[number - 1] = f"{magic[1]}{'pass  ' if magic[1] else ''}# {text}"
    cell["source"] = "\n".join(lines)


def not_python(notebook: NotebookNode) -> tuple[NotebookNode, int, str] | None:
    """The first exported cell that is not valid Python, with line number and error message."""
    for cell in notebook.cells:
        if is_exported(cell) and (error := syntax_error(cell["source"])) is not None:
            return cell, error.lineno or 1, error.msg
    return None


def syntax_error(source: str) -> SyntaxError | None:
    """Why `source` is not valid Python; None if it is."""
    try:
        ast.parse(source)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error) or "it is nested too deeply")
    return None


def _cell_name(work: StudentNotebook, cell: NotebookNode) -> str:
    """The task of a cell, or its number and label."""
    task = work.tasks.get(grade_id(cell) or "")
    cells = enumerate(work.notebook.cells, start=1)
    number = next(number for number, each in cells if each is cell)
    return task or f"cell {number} ({label(cell)})"


def _place(work: StudentNotebook, content: bytes, result: Imported) -> str:
    """Which cell an import failed in: the one that wrote this line of the package."""
    lines = content.decode("utf-8").split("\n")[: result.line]
    # nbdev writes a line `# %% ../modules/layers.ipynb#<cell id>` above the code of each cell.
    ids = [line.rsplit("#", 1)[1] for line in lines if line.startswith("# %% ") and "#" in line[4:]]
    cell = next((cell for cell in work.notebook.cells if ids and cell["id"] == ids[-1]), None)
    return f"an error in {_cell_name(work, cell)}: " if result.line and cell is not None else ""


def export_into(assignment: Assignment, notebook: NotebookNode, folder: Path) -> Path:
    """Export into a copy of the package in `folder`, and return the file that nbdev wrote.

    Raises:
        UserError: if nbdev cannot export the notebook.
    """
    copy = folder / assignment.notebook.relative_to(assignment.root)
    copy.parent.mkdir(parents=True)
    copy.write_text(nbformat.writes(notebook), encoding="utf-8")
    # nbdev's settings are in it.
    shutil.copyfile(assignment.root / "pyproject.toml", folder / "pyproject.toml")
    # Without the earlier export: if nbdev writes nothing, the file is missing.
    ignored = shutil.ignore_patterns("__pycache__", assignment.exported.name)
    shutil.copytree(assignment.root / "tinytorch", folder / "tinytorch", ignore=ignored)
    # A process of its own: nbdev reads its settings from the working directory.
    command = [sys.executable, "-c", CODE, str(copy)]
    done = subprocess.run(command, cwd=folder, capture_output=True)
    written = folder / assignment.exported.relative_to(assignment.root)
    if done.returncode or not written.is_file():
        why = _without_directive(assignment, notebook)
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = why or f"nbdev says: {lines[-1] if lines else 'there is nothing to export'}."
        raise UserError(f"Not exported: {why} {_state(assignment)}")
    return written


def expected_names(released: NotebookNode) -> dict[str, str]:
    """The names that the module must have (`Linear`, `Linear.forward`) -> grade_id of the task."""
    found = {}
    for cell in released.cells:
        task = grade_id(cell)
        if task and is_exported(cell):
            for path in _definitions(ast.parse(cell.source)):
                found[path] = task
    return found


def unwritten(source: str) -> list[str]:
    """The messages of the stubs that an exported module still has."""
    messages = []
    # ast.walk goes breadth-first; the messages are told from top to bottom.
    nodes = sorted(ast.walk(ast.parse(source)), key=lambda node: getattr(node, "lineno", 0))
    for node in nodes:
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            text = node.exc.args[0]
            if isinstance(text, ast.Constant) and str(text.value).startswith(TASK):
                messages.append(str(text.value).split(". ", 1)[0].removesuffix("."))
    return messages


def is_exported(cell: NotebookNode) -> bool:
    """Whether nbdev exports the cell."""
    return bool(cell["cell_type"] == "code" and DIRECTIVE.search(cell["source"]))


def _definitions(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
            methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
            yield from (f"{node.name}.{method.name}" for method in methods)
        elif isinstance(node, ast.FunctionDef):
            yield node.name


def _report(
    assignment: Assignment,
    module: str,
    names: dict[str, str],
    source: str,
    task_names: dict[str, str],
) -> int:
    """Import the package that was written, from its place, and print what is missing in it."""
    result = import_fresh(module, list(names), assignment.root)
    # Another installed package of this name may come first on the search path.
    if result.file is None or result.file.resolve() != assignment.exported.resolve():
        instead = result.file or f"nothing: {result.error}"
        print(f"Written, but Python imports {instead} for {module}.")
        return 1
    exported = assignment.exported.relative_to(assignment.root)
    print(f"Exported {exported}; a fresh Python imports it.")
    for path in result.missing:
        print(f"  missing: {path}, which {task_names.get(names[path], names[path])} asks for")
    stubs = unwritten(source)
    for message in stubs:
        print(f"  {_with_task_name(message, task_names)}")
    if not result.missing and not stubs:
        classes = [path for path in names if path[0].isupper() and "." not in path]
        use = ", ".join(classes or list(names)[:1])
        print(f"Nothing is missing. In the next notebook: from {module} import {use}")
    return 0


def _with_task_name(message: str, task_names: dict[str, str]) -> str:
    """A stub's message, `Task q1: ...`, with the name of the task in place of its grade_id."""
    task, _, rest = message.removeprefix(TASK).partition(": ")
    return f"{task_names[task]}: {rest}" if task in task_names and rest else message


def _without_directive(assignment: Assignment, notebook: NotebookNode) -> str:
    """What to do if the notebook has lost the directive that names its module; else empty."""
    directive = f"default_exp core.{assignment.name}"
    if any(directive in cell.source for cell in notebook.cells):
        return ""
    return f"the cell '#| {directive}' is missing: put it back near the top."


def _state(assignment: Assignment) -> str:
    """What a failed export leaves behind."""
    if assignment.exported.is_file():
        return f"The earlier {assignment.exported.name} is unchanged."
    return "Nothing was written."
