"""Make a module's book: the data that its tests compare with (see `tinytorch.book`)."""

import re
from collections.abc import Iterator

from nbformat.notebooknode import NotebookNode

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.notebook import MARKER, exercise_cells, exercises, is_hidden, read
from grader.course.term import Course
from grader.library.answers import Answer, load_answers
from tinytorch.book import Answer as WrongAnswer
from tinytorch.book import Book, Cell
from tinytorch.compare import Task
from workbench.cells import grade_id, grading, is_answer, is_run, is_test

# Not level 1, which is the notebook's title, and not nbgrader's markers in text cells.
HEADING = re.compile(r"^(#{2,4}) (?!BEGIN |END )(.+?)\s*$", re.MULTILINE)
# In a fenced block, a comment of the code looks like a heading.
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
NUMBER = re.compile(r"^(\d+)\. ")
GRADED = re.compile(r"^# Graded \((\d+) points?\): ((?:.|\n# )+)")


def make_book(course: Course, module: Module, notebook: NotebookNode | None = None) -> Book:
    """Return the book of a module, made from its source and the wrong answers of the library.

    Raises:
        CourseError: if an answer names a heading that the notebook does not have, or a test has no
            solution cell above it.
    """
    notebook = notebook or read(course.source(module))
    answers: dict[str, list[WrongAnswer]] = {}
    places = dict(_places(notebook))
    # Sorted, since the first answer that agrees with the student names the mistake.
    for answer in sorted(load_answers(course.library, module), key=lambda answer: answer.rank):
        if not answer.right:
            answers.setdefault(answer.exercise, []).append(_wrong(answer, places, module))
    # Without this check, the lookups by exercise below would end in a KeyError.
    lost = [grade_id(cell) for name, cell in exercise_cells(notebook) if not name]
    if lost:
        raise CourseError(f"{module.id}: {lost[0]}: no solution cell stands above this test.")
    return Book(list(_cells(notebook)), dict(_tasks(notebook)), answers)


def write_book(course: Course, module: Module) -> None:
    """Write the book that nbgrader's kernels read; only the owner of the term may read the file."""
    write_text(course.book(module), make_book(course, module).to_json(), mode=0o600)


def ensure_book(course: Course, module: Module) -> None:
    """Write the book if it is missing; pages and reports take the likely mistakes from it."""
    if not course.book(module).is_file():
        write_book(course, module)


def _wrong(answer: Answer, places: dict[str, str], module: Module) -> WrongAnswer:
    if answer.read and answer.read not in places:
        where = f"{module.id}/{answer.exercise}/wrong/{answer.name}.py"
        raise CourseError(f"{where}: 'read: {answer.read}' is not a heading of the notebook.")
    return WrongAnswer(answer.name, answer.about, answer.code, places.get(answer.read, ""))


def _cells(notebook: NotebookNode) -> Iterator[Cell]:
    """Yield the cells that define a student's names: given cells, and solutions without markers."""
    for cell in notebook.cells:
        if is_answer(cell) and cell.cell_type == "code":
            # The name makes the cell replaceable by a wrong answer.
            yield Cell(MARKER.sub("", cell.source), grade_id(cell) or "")
        # Tests define nothing that others may use.
        elif is_run(cell) and not grading(cell).get("grade"):
            yield Cell(cell.source)


def _tasks(notebook: NotebookNode) -> Iterator[tuple[str, tuple[str, Task]]]:
    points = {exercise.name: exercise.points for exercise in exercises(notebook)}
    graded: dict[str, list[tuple[float, str]]] = {name: [] for name in points}
    headings = titles(notebook)
    tests = [(name, cell) for name, cell in exercise_cells(notebook) if is_test(cell)]
    for name, cell in tests:
        if is_hidden(cell):
            graded[name].append((float(grading(cell).points), graded_for(cell.source)))
    # Two passes: a visible check stands above the hidden tests and names their points too.
    for name, cell in tests:
        title, place = headings[name]
        yield (
            grade_id(cell) or "",
            (name, Task(title, place, points[name], graded[name], is_hidden(cell))),
        )


def graded_for(source: str) -> str:
    """Return what a hidden test checks: the text of its comment `# Graded (2 points): ...`."""
    found = GRADED.match(source)
    return found[2].split("\n###")[0].replace("\n# ", " ").strip().rstrip(".") if found else ""


def titles(notebook: NotebookNode) -> dict[str, tuple[str, str]]:
    """Return exercise -> the heading above it and its place.

    A place reads, for example, `section 2, "Task 2: The linear layer"`.
    """
    found: dict[str, tuple[str, str]] = {}
    heading = place = ""
    for cell in notebook.cells:
        if is_answer(cell) and grade_id(cell):
            found[grade_id(cell) or ""] = heading, place
        if cell.cell_type == "markdown":
            # A cell may have several headings: the last one is nearest to the answer.
            heading, place = [(heading, place), *_places(notebook, cell)][-1]
    return found


def _places(notebook: NotebookNode, only: NotebookNode | None = None) -> Iterator[tuple[str, str]]:
    """Yield each heading with its place as messages name it, for all cells or one."""
    section = ""
    for cell in notebook.cells:
        text = FENCED.sub("", cell.source) if cell.cell_type == "markdown" else ""
        for marks, heading in HEADING.findall(text):
            number = NUMBER.match(heading)
            if marks == "##":
                section = f"section {number[1]}, " if number else ""
            # The cells before `only` are read as well: they say which section it is in.
            if only is None or cell is only:
                yield heading, f'{section}"{NUMBER.sub("", heading)}"'
