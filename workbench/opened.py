"""A student's notebook as grading takes it in: read from its file, and repaired after the release."""

from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from workbench.errors import Trouble
from workbench.notebook import belongs, read, read_bytes
from workbench.parse import Unreadable, parse
from workbench.place import Assignment
from workbench.repair import repair
from workbench.tasks import tasks

SHOWN = 6  # names in a line; more are counted


@dataclass(frozen=True)
class Opened:
    """What was read.

    Args:
        content: the file, as it is.
        notebook: what is run and exported.
        notes: what was repaired in it, in lines.
        tasks: grade_id -> the name of its task.
    """

    content: bytes
    notebook: NotebookNode
    notes: list[str]
    tasks: dict[str, str]


def opened(assignment: Assignment) -> Opened:
    """The student's notebook.

    Raises:
        Trouble: if it is missing, cannot be read, or is not one of this module.
    """
    content = read_bytes(assignment.notebook)
    try:
        notebook, notes = parse(content, assignment.notebook_cells)
    except Unreadable as error:
        raise Trouble(
            f"{assignment.notebook.name} {error}. Go back to your last good copy."
        ) from None
    belongs(notebook, assignment)
    released = read(assignment.released)
    called = tasks(released)
    for what, names in repair(notebook, released).items():
        known = list(dict.fromkeys(called.get(name, name) for name in names))
        more = [f"{len(known) - SHOWN} more"] if len(known) > SHOWN else []
        notes.append(f"{what}: {'; '.join(known[:SHOWN] + more)}")
    return Opened(content, notebook, notes, called)
