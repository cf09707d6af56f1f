"""The class of `make demo`: submissions made from the source's solutions and the answer library."""

import shutil
from datetime import datetime
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.notebook import exercises, read
from grader.course.term import Course
from grader.gradebook.marks import enter_students
from grader.library.answers import load_answer, solutions, submission
from grader.proof.crowd import DUE, crowd
from grader.release.make import release
from grader.submissions.intake import TIME
from grader.submissions.roster.entries import Entry, Roster

# Only a folder with this file is emptied: COURSE may name a real term.
MARKER_FILE = ".made-by-make-demo"

# Student -> what is special, and the answers (files under tests/answers/03_layers) that replace
# the source's solutions.
CLASS: dict[str, tuple[str, list[str]]] = {
    "ada": ("complete", []),
    "ben": (
        "complete, written another way",
        [
            "linear/right/einsum",
            "dropout/right/rand_and_where",
            "sequential/right/recursive",
            "q4/right/float_ratio",
        ],
    ),
    "cara": ("scale without the root", ["linear/wrong/scale_without_root"]),
    "dina": ("p taken for the probability to keep", ["dropout/wrong/p_is_the_probability_to_keep"]),
    "elif": ("training not passed on", ["sequential/wrong/training_not_passed_on"]),
    "faro": (
        "MACs for FLOPs, KB for bytes",
        [
            "linear-flops/wrong/macs_instead",
            "mlp-flops/wrong/macs_instead",
            "linear-param-bytes/wrong/whole_kilobytes",
        ],
    ),
}
ENDLESS = "def mlp_flops(batch, sizes):\n    while len(sizes) > 1:\n        pass\n    return 0\n"


SIZE = 11  # those above and the five that `make_class` adds


def make_class(course: Course, module: Module, students: int = SIZE) -> None:
    """Release `module` into the demo's folder and hand in for a class.

    Args:
        course, module: where, and what.
        students: the size of the class, at least eleven. A larger one has a roster and a due date.

    Raises:
        CourseError: if the folder has files that no earlier demo made.
    """
    _clear(course.folder)
    note = "make demo made this folder and empties it at its next run.\n"
    # Before the rest, so that a run that was stopped can be repeated.
    write_text(course.folder / MARKER_FILE, note)
    release(course, module)
    blank, complete = read(course.release(module)), solutions(course, module)
    library = course.root / "tests" / "answers" / module.id
    for student, (_, files) in CLASS.items():
        answers = dict(complete)
        for file in files:
            answer = load_answer(library / f"{file}.py")
            answers[answer.exercise] = answer.code
        _hand_in(course, module, student, nbformat.writes(submission(blank, answers)))
    names = [exercise.name for exercise in exercises(blank)]
    half = {name: complete[name] for name in names[: len(names) // 2]}
    _hand_in(course, module, "gwen", nbformat.writes(submission(blank, half)))
    _hand_in(course, module, "hugo", nbformat.writes(blank))
    _hand_in(
        course,
        module,
        "ines",
        nbformat.writes(submission(blank, {**complete, "mlp-flops": ENDLESS})),
    )
    # Without its end the file is not valid JSON.
    _hand_in(course, module, "jon", nbformat.writes(submission(blank, complete))[:-2000])
    # Neither its name nor its cells are those of the module.
    _hand_in(course, module, "kim", nbformat.writes(nbformat.v4.new_notebook()), "Untitled.ipynb")
    if students > SIZE:
        _enlarge(course, module, blank, complete, students - SIZE)


def _enlarge(
    course: Course, module: Module, blank: NotebookNode, complete: dict[str, str], number: int
) -> None:
    """Set a due date, and hand in for `number` more students, all of them on a roster."""
    people = [Entry(student=each, platform="demo") for each in course.students(module)]
    for member in crowd(course, module, blank, complete, number):
        people.append(Entry(student=member.student, name=member.name, platform="demo"))
        if member.notebook is not None:
            _hand_in(course, module, member.student, nbformat.writes(member.notebook))
            _date(course, module, member.student, member.handed_in)
    roster = Roster(course)
    roster.put(people)
    roster.save()
    enter_students(course, people)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(module.id, duedate=DUE)


def _date(course: Course, module: Module, student: str, moment: datetime) -> None:
    write_text(course.submitted(student, module) / TIME, f"{moment} UTC\n")


def who_is_who() -> str:
    """Return the class in one line."""
    others = {
        "gwen": "half done",
        "hugo": "untouched",
        "ines": "never ends",
        "jon": "broken file",
        "kim": "another notebook",
    }
    about = {name: what for name, (what, _) in CLASS.items()} | others
    return "; ".join(f"{name}: {what}" for name, what in about.items())


def _clear(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER_FILE).is_file():
        raise CourseError(
            f"{folder} has files that the demo did not make: choose another folder with COURSE=dir."
        )
    shutil.rmtree(folder, ignore_errors=True)


def _hand_in(
    course: Course, module: Module, student: str, notebook: str, name: str | None = None
) -> None:
    write_text(course.submitted(student, module) / (name or f"{module.name}.ipynb"), notebook)
