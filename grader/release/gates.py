"""Checks that a source notebook must pass before it is released."""

from nbformat.notebooknode import NotebookNode

from grader.course.manifest import MANIFEST, Module
from grader.course.notebook import Exercise, exercises, is_hidden, read
from grader.course.term import Course
from grader.release.rules import broken_rules
from workbench.cells import grade_id, grading, is_answer


def check_source(course: Course, module: Module) -> list[str]:
    """Return a line for each problem of a module's source notebook."""
    notebook = read(course.source(module))
    found = exercises(notebook)
    where = f"modules/{module.id}/{module.name}.ipynb"
    problems = [
        f"cell {name}: no solution cell stands above this test."
        for each in found
        if not each.name
        for name in each.tests
    ]
    # The tests above every solution are reported; the checks below look up exercises by name.
    found = [each for each in found if each.name]
    problems += [*_points(module, found), *_hidden_tests(notebook, found)]
    problems += [*_unique(notebook), *broken_rules(notebook)]
    return [f"{where}: {problem}" for problem in problems]


def _points(module: Module, found: list[Exercise]) -> list[str]:
    problems = []
    for exercise in found:
        listed = module.points.get(exercise.name)
        if listed is None:
            problems.append(f"exercise {exercise.name} has no points in {MANIFEST}.")
        elif listed != exercise.points:
            problems.append(
                f"exercise {exercise.name} has {exercise.points:g} points,"
                f" but {MANIFEST} says {listed}."
            )
        if exercise.manual != (exercise.name in module.manual):
            problems.append(
                f"exercise {exercise.name} is graded by hand in the notebook or in {MANIFEST},"
                " but not in both."
            )
    names = {exercise.name for exercise in found}
    problems += [
        f"{MANIFEST} gives points to {name}, which is not an exercise."
        for name in module.points
        if name not in names
    ]
    return problems


def _hidden_tests(notebook: NotebookNode, found: list[Exercise]) -> list[str]:
    hidden = {grade_id(cell) for cell in notebook.cells if is_hidden(cell)}
    problems = [
        f"exercise {exercise.name} has no hidden test."
        for exercise in found
        if not exercise.manual and not hidden.intersection(exercise.tests)
    ]
    for cell in notebook.cells:
        # A visible test is worth no points: the workbench tells visible tests by that.
        if grading(cell).get("points") and not is_answer(cell) and not is_hidden(cell):
            problems.append(f"cell {grade_id(cell)} has points but no hidden test.")
    return problems


def _unique(notebook: NotebookNode) -> list[str]:
    names = [name for cell in notebook.cells if (name := grade_id(cell))]
    return [
        f"grade_id {name} is used more than once."
        for name in sorted(set(names))
        if names.count(name) > 1
    ]
