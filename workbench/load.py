"""Load a student's notebook as grading does: read the file, then repair it from the release."""

from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from workbench.assignment import Assignment
from workbench.errors import UserError
from workbench.notebook import check_module, read, read_bytes
from workbench.parse import Unreadable, parse
from workbench.repair import repair
from workbench.tasks import tasks

SHOWN = 6  # names in a line; the rest is counted


@dataclass(frozen=True)
class StudentNotebook:
    """A notebook that was loaded.

    Args:
        content: the file, unchanged.
        notebook: the repaired notebook, which is run and exported.
        notes: what was repaired, one line each.
        tasks: grade_id -> the name of its task.
    """

    content: bytes
    notebook: NotebookNode
    notes: list[str]
    tasks: dict[str, str]


def load(assignment: Assignment) -> StudentNotebook:
    """Read and repair the student's notebook; the file stays as it is.

    Raises:
        UserError: if it is missing, cannot be read, or belongs to another module.
    """
    content = read_bytes(assignment.notebook)
    try:
        notebook, notes = parse(content, assignment.notebook_cells)
    except Unreadable as error:
        raise UserError(
            f"{assignment.notebook.name} {error}. Go back to your last good copy."
        ) from None
    check_module(notebook, assignment)
    released = read(assignment.released)
    task_names = tasks(released)
    for what, ids in repair(notebook, released).items():
        # Several cells may belong to one task, which is named once.
        names = list(dict.fromkeys(task_names.get(each, each) for each in ids))
        more = [f"{len(names) - SHOWN} more"] if len(names) > SHOWN else []
        notes.append(f"{what}: {'; '.join(names[:SHOWN] + more)}")
    return StudentNotebook(content, notebook, notes, task_names)
