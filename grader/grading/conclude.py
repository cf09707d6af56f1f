"""The verdict on a notebook whose cells and tests have been run, by either engine."""

from nbformat.notebooknode import NotebookNode
from nbgrader.utils import determine_grade

from grader.course.notebook import exercise_cells
from grader.course.outcome import Outcome, Verdict
from grader.course.text import first_line
from workbench.cells import grade_id, grading, is_test
from workbench.execute import TIMEOUT


def conclude(graded: NotebookNode, outcome: Outcome) -> Outcome:
    """Complete the outcome from a notebook that has been run."""
    notes = list(graded.metadata.get("tinytorch", {}).get("notes", []))
    failed = [(cell, error) for cell in graded.cells for error in errors(cell)]
    # By id, since cells are dictionaries, which no set can hold.
    timed_out = {id(cell) for cell, error in failed if error.ename == TIMEOUT}
    broken = [
        f"{_place(graded, cell)}: {first_line(error.ename, 60)}: "
        f"{first_line(error.evalue.strip(), 120)}"
        for cell, error in failed
        # A task that is not written yet raises NotImplementedError, which is no mistake in the
        # cell.
        if not grading(cell).get("grade") and error.ename not in ("NotImplementedError", TIMEOUT)
    ]
    if timed_out:
        verdict = Verdict.TIMEOUT
        names = sorted({name for name, cell in exercise_cells(graded) if id(cell) in timed_out})
        where = ", ".join(names) or "a cell outside the exercises"
        notes.insert(0, f"did not finish: {where}")
    elif not _all_passed(graded):
        verdict = Verdict.ERROR if broken else Verdict.WRONG
    else:
        verdict = Verdict.OK
    seed = graded.metadata.get("tinytorch", {}).get("seed")
    return outcome.model_copy(update={"verdict": verdict, "notes": notes + broken, "seed": seed})


def errors(cell: NotebookNode) -> list[NotebookNode]:
    """The error outputs of a cell; none for text."""
    return [output for output in cell.get("outputs", []) if output["output_type"] == "error"]


def first_place(notebook: NotebookNode, error: str) -> str:
    """Where an error of this name came first: an exercise, or the number of a cell."""
    exercise_of = {id(cell): name for name, cell in exercise_cells(notebook)}
    for number, cell in enumerate(notebook.cells, start=1):
        if any(each.ename == error for each in errors(cell)):
            kind = "a test of " if is_test(cell) else ""
            name = exercise_of.get(id(cell))
            return f"{kind}{name}" if name else f"cell {number}"
    return ""


def _all_passed(graded: NotebookNode) -> bool:
    # A written answer has no score until a person gives it one.
    tests = [cell for cell in graded.cells if is_test(cell)]
    return all(score == points for score, points in map(determine_grade, tests))


def _place(graded: NotebookNode, cell: NotebookNode) -> str:
    return f"cell {grade_id(cell) or graded.cells.index(cell) + 1}"
