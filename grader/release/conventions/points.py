"""Points in prose: texts of tasks, the table at the top and columns of points fit the tests."""

import re
from collections.abc import Iterator

from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import Exercise, exercises
from grader.release.conventions.found import Found, line_of, numbered
from workbench.cells import grade_id, grading, is_answer

TEXT = re.compile(r"Points: (\d+)(?:\*\*)?(?:,(.*?))?(?:\.|\Z)$", re.MULTILINE | re.DOTALL)
PART = re.compile(r"\((\d+) points?\)")
# Numbers in parentheses or code are shapes and values, not points.
NOT_POINTS = re.compile(r"\([^)]*\)|`[^`]*`")
ROW = "| Points |"
COLUMN = re.compile(r"^\|.*\| Points \|$\n^\|[-:| ]+\|$\n((?:^\|.*\|$\n?)+)", re.MULTILINE)
WRITE = "write 'Points: 4, for values 3, shapes 1.'"


def of_tasks(notebook: NotebookNode) -> Iterator[Found]:
    """The text above each task or question names its points, and the parts if it names parts."""
    known = {exercise.name: exercise for exercise in exercises(notebook)}
    # The text cells since the last answer: points named before it belong to another task.
    above: list[tuple[int, str]] = []
    for number, cell in numbered(notebook):
        if is_answer(cell):
            yield from _of_task(number, known[grade_id(cell) or ""], above)
            above = []
        elif cell.cell_type == "markdown" and not grading(cell):
            above.append((number, cell.source))


def _of_task(number: int, exercise: Exercise, above: list[tuple[int, str]]) -> Iterator[Found]:
    promises = [(cell, *promised) for cell, text in above if (promised := promise(text))]
    if not promises:
        yield Found(number, 0, f"the text above names no points: {WRITE}")
        return
    # The last one is nearest to the answer.
    cell, line, total, parts = promises[-1]
    tests = [f"{points:g}" for points in exercise.tests.values() if points]
    if total != exercise.points:
        what = f"says {total} points for {exercise.name}, its tests give {exercise.points:g}."
        yield Found(cell, line, what)
    elif parts and (
        # A written answer has no tests that its parts could be compared with.
        sum(parts) != total or (not exercise.manual and list(map(str, parts)) != tests)
    ):
        said = ", ".join(map(str, parts))
        what = (
            f"splits the points of {exercise.name} into {said}, its tests into {', '.join(tests)}."
        )
        yield Found(cell, line, what)


def promise(text: str) -> tuple[int, int, list[int]] | None:
    """The line, the sum and the parts of the points that a text names; None if it names none.

    It says `Points: 5, for values 2, shapes 3.`, or `(1 point)` at each part.
    """
    if match := TEXT.search(text):
        plain = NOT_POINTS.sub("", match[2] or "")
        parts = [int(number) for number in re.findall(r"\s(\d+)(?=,|$)", plain)]
        return line_of(text, match.start()), int(match[1]), parts
    if match := PART.search(text):
        parts = [int(number) for number in PART.findall(text)]
        return line_of(text, match.start()), sum(parts), parts
    return None


def at_the_top(module: Module, notebook: NotebookNode) -> Iterator[Found]:
    """The table at the top gives all points, and how many of them tests and a person give."""
    lines = notebook.cells[0].source.split("\n")
    row = next((place for place, line in enumerate(lines) if line.startswith(ROW)), None)
    by_hand = sum(module.points[name] for name in module.manual)
    split = (
        f": {module.max_points - by_hand} from tests, {by_hand} from a person" if by_hand else ""
    )
    if row is None:
        yield Found(1, 0, f"the table at the top has no row '{ROW} {module.max_points}{split} |'.")
        return
    numbers = [int(number) for number in re.findall(r"\d+", lines[row])]
    whole, *parts = numbers or [0]
    if whole != module.max_points or parts not in ([], [module.max_points - by_hand, by_hand]):
        yield Found(1, row + 1, f"the points of the module are {module.max_points}{split}.")


def in_tables(module: Module, notebook: NotebookNode) -> Iterator[Found]:
    """The last column of a table adds up to the module's points, if it is called Points."""
    for number, cell in numbered(notebook):
        for match in COLUMN.finditer(cell.source) if cell.cell_type == "markdown" else []:
            cells = [line.strip("| ").rsplit("|", 1)[-1] for line in match[1].strip().split("\n")]
            # A cell may go on after a colon with how its points are split.
            points = [
                int(each) for text in cells for each in re.findall(r"\d+", text.split(":")[0])
            ]
            if sum(points) != module.max_points:
                has = f"the module has {module.max_points}"
                what = f"the column adds up to {sum(points)} points, {has}."
                yield Found(number, line_of(cell.source, match.start()), what)
