"""Mutation testing: the wrong answers that Cosmic Ray makes from a source's solution.

Mutants that compute the same as the solution stand in the library's `equivalent_mutants.txt`, with
the reason. No test can catch them, so they are left out.
"""

import io
import tokenize

from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from grader.course.manifest import Module
from grader.course.notebook import exercises, read
from grader.course.term import Course
from grader.library.answers import Answer, solutions

# One or two replacements for each arithmetic operator, and the mutations of logic, numbers and
# loops. Cosmic Ray also has shifts and bitwise operators, most of which only raise TypeError here.
BINARY = (
    "Add_Sub",
    "Add_Mul",
    "Sub_Add",
    "Mul_Add",
    "Mul_Div",
    "Div_Mul",
    "Div_FloorDiv",
    "FloorDiv_Mul",
    "Pow_Mul",
)
OTHERS = (
    "AddNot", "ReplaceComparison", "NumberReplacer", "Delete_Not", "Delete_USub", "ReplaceAnd",
    "ReplaceOr", "ReplaceTrue", "ReplaceFalse", "ReplaceBreak", "ReplaceContinue", "ZeroIteration",
)  # fmt: skip


def _wanted(operator: str) -> bool:
    return any(part in operator for part in OTHERS) or operator.endswith(
        tuple(f"Operator_{pair}" for pair in BINARY)
    )


def mutants_of(course: Course, module: Module) -> list[Answer]:
    """Return the mutants of all solutions of a module that have tests, without equivalent ones."""
    solved, same = solutions(course, module), equivalent_mutants(course, module)
    # A written answer has no test, and another number as a question's answer is no realistic
    # mistake.
    names = [
        exercise.name for exercise in exercises(read(course.source(module)))
        if not exercise.manual and "def " in solved[exercise.name]
    ]  # fmt: skip
    made = [mutant for name in names for mutant in mutants(name, solved[name])]
    return [mutant for mutant in made if f"{mutant.exercise} {mutant.name}" not in same]


def equivalent_mutants(course: Course, module: Module) -> dict[str, str]:
    """Read the library's equivalent_mutants.txt: `exercise mutant` -> why it is not wrong."""
    path = course.library / module.id / "equivalent_mutants.txt"
    if not path.is_file():
        return {}
    lines = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return {name.strip(): why.strip() for name, _, why in (line.partition(":") for line in lines)}


def mutants(exercise: str, solution: str) -> list[Answer]:
    """Return all one-step mutants of `solution`, named by operator and occurrence.

    Mutants that differ only in comments or strings are left out.
    """
    found: dict[str, Answer] = {}
    for name in sorted(operator_names()):
        if not _wanted(name):
            continue
        occurrence = 0
        # mutate_code returns None after the last occurrence.
        while (code := mutate_code(solution, get_operator(name)(), occurrence)) is not None:
            label = f"{name.split('/')[-1]}-{occurrence}"
            about = f"{label}: {_difference(solution, code)}"
            if _meaning(code) != _meaning(solution):
                # Different operators can make the same code, which needs to be graded once only.
                found.setdefault(code, Answer(exercise, False, label, about, code))
            occurrence += 1
    return list(found.values())


def _difference(before: str, after: str) -> str:
    old, new = before.splitlines(), after.splitlines()
    return next(
        (f"{a.strip()} -> {b.strip()}" for a, b in zip(old, new, strict=False) if a != b), ""
    )


def _meaning(code: str) -> list[str]:
    """Return the tokens of code without comments and strings."""
    skip = (tokenize.COMMENT, tokenize.STRING, tokenize.NL)
    return [
        token.string
        for token in tokenize.generate_tokens(io.StringIO(code).readline)
        if token.type not in skip
    ]
