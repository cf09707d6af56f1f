"""Read the answer library, and build submissions from its answers and the source's solutions.

An answer file replaces the solution cell of one exercise. It lies under a library folder as
`<module>/<exercise>/<wrong|right>/<name>.py` and begins with comments:

    # misconception: You divide the survivors by p. Divide them by 1 - p, the share that is
    #   kept.
    # read: Why survivors are scaled
    # rank: 10

`misconception` is the message to a student whose results equal those of this answer; a right answer
has `style` instead. `read` is the heading to read, by default the task's own. Of several wrong
answers with the same results the one with the smallest `rank` (default 100) is named: give the
commonest mistake the smallest.
"""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.notebook import MARKER, read
from grader.course.term import Course
from workbench.cells import grade_id, is_answer

# A fixed set: a misspelled key would otherwise be ignored, and `rank` would keep its default.
KEYS = {"misconception", "style", "read", "rank"}


@dataclass(frozen=True)
class Answer:
    """One way to write one exercise."""

    exercise: str
    right: bool
    name: str
    about: str
    code: str
    read: str = ""
    rank: int = 100


def load_answers(library: Path, module: Module) -> list[Answer]:
    """Return all answers to a module's exercises, sorted by exercise, kind and name."""
    files = sorted((library / module.id).glob("*/*/*.py"))
    return [load_answer(path) for path in files]


def library_problems(course: Course, module: Module) -> list[str]:
    """Exercises without a wrong or a right answer, and answers to no exercise, one line each."""
    folder = course.library / module.id
    where = folder.relative_to(course.root)
    # A person grades the manual ones, so no test needs answers to prove it.
    tested = [name for name in module.points if name not in module.manual]
    found = [
        f"{where}/{path.name}: not a tested exercise of {module.name}.ipynb: rename the folder."
        # A misspelled folder would leave its exercise without answers.
        for path in sorted(folder.glob("*/"))
        if path.is_dir() and path.name not in tested
    ]
    for name in tested:
        for kind in ("wrong", "right"):
            if not any((folder / name / kind).glob("*.py")):
                found.append(f"{where}/{name}/{kind}: write at least one {kind} answer.")
    return found


def load_answer(path: Path) -> Answer:
    """Read one answer file.

    Raises:
        CourseError: if it is in the wrong folder, or its comments are missing or invalid.
    """
    kind, exercise = path.parent.name, path.parent.parent.name
    # The folders say what the file answers, so the file itself stays what a student would write.
    source = path.read_text(encoding="utf-8")
    head = _head(source)
    about = head.get("style" if kind == "right" else "misconception")
    if kind not in ("right", "wrong") or not about:
        raise CourseError(
            f"{path}: it must be in right/ and begin with '# style:',"
            " or in wrong/ and begin with '# misconception:'."
        )
    unknown = head.keys() - KEYS
    if unknown:
        raise CourseError(
            f"{path}: unknown key {min(unknown)!r}; an answer has {', '.join(sorted(KEYS))}."
        )
    rank = head.get("rank", "100")
    if not rank.isdecimal():
        raise CourseError(f"{path}: rank must be a whole number, not {rank!r}.")
    return Answer(
        exercise, kind == "right", path.stem, about, source, head.get("read", ""), int(rank)
    )


def _head(source: str) -> dict[str, str]:
    """Return the comments at the top of an answer file as key -> text.

    A line that begins with `#   ` continues the text before it.
    """
    head: dict[str, str] = {}
    key = ""
    for line in source.splitlines():
        # First, since a continued text may itself contain a colon.
        if line.startswith("#   ") and key:
            head[key] += f" {line[4:].strip()}"
        elif line.startswith("# ") and ": " in line:
            key, _, text = line.removeprefix("# ").partition(": ")
            head[key] = text.strip()
        # Code begins: comments below belong to the answer.
        else:
            break
    return head


def solutions(course: Course, module: Module) -> dict[str, str]:
    """Return exercise -> the source's solution without markers, as a student would write it."""
    notebook = read(course.source(module))
    return {
        grade_id(cell) or "": MARKER.sub("", cell.source)
        for cell in notebook.cells
        if is_answer(cell)
    }


def submission(release: NotebookNode, answers: Mapping[str, str]) -> NotebookNode:
    """Return a copy of the release with these exercises answered and all others unchanged."""
    # The caller makes many submissions from one release.
    notebook = copy.deepcopy(release)
    for cell in notebook.cells:
        if is_answer(cell) and grade_id(cell) in answers:
            cell.source = answers[grade_id(cell) or ""]
    return notebook
