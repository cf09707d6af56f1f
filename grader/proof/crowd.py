"""More students for the demo's class, made from the answer library by a fixed random number.

Each has an ability; it says how likely a task is answered wrongly, and how far they get. The first
wrong answers by the library's rank are drawn most often, so that some mistakes are common.
"""

import ast
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import exercises
from grader.course.term import Course
from grader.library.answers import Answer, load_answers, submission
from workbench.cells import grade_id, grading

SEED = 7
DUE = datetime(2026, 9, 14, 18, 0)
FIRST = (
    "Amal", "Bela", "Chloe", "Dario", "Edda", "Filip", "Grace", "Hana", "Igor", "Jun", "Kaya",
    "Luis", "Mara", "Noor", "Omar", "Pia",
)  # fmt: skip
LAST = (
    "Abe", "Berg", "Costa", "Diaz", "Evers", "Fox", "Gupta", "Haas", "Ito", "Jansen", "Kaur",
    "Lund", "Moreau", "Novak", "Okoye",
)  # fmt: skip
MISSING, LATE = 0.05, 0.1  # the share of students who hand in nothing, and after the due date
HEAD = re.compile(r"\A(# .*\n)+")  # of an answer file: what is wrong with it
STYLES = 3  # of right answers that the crowd uses; those who copy use one that nobody else has


@dataclass
class Member:
    """A student of the crowd: what they hand in and when; no notebook if they hand in nothing."""

    student: str
    name: str
    notebook: NotebookNode | None = None
    handed_in: datetime = DUE


def crowd(
    course: Course, module: Module, blank: NotebookNode, complete: Mapping[str, str], number: int
) -> Iterator[Member]:
    """Yield `number` students; the last two hand in the same answers under other names.

    Args:
        course, module: whose answer library to draw from.
        blank: the release.
        complete: exercise -> the source's solution.
        number: how many students.
    """
    draw = random.Random(SEED)
    known: dict[str, list[Answer]] = {name: [] for name in complete}
    for answer in load_answers(course.library, module):
        known[answer.exercise].append(replace(answer, code=HEAD.sub("", answer.code)))
    order = [exercise.name for exercise in exercises(blank)]
    for each in range(number):
        first, last = FIRST[each % len(FIRST)], LAST[(each // len(FIRST) + each) % len(LAST)]
        again = each // (len(FIRST) * len(LAST))
        name = f"{first} {last}{f' {again + 1}' if again else ''}"
        member = Member(name.lower().replace(" ", "-"), name)
        early = timedelta(hours=draw.randint(1, 100))
        member.handed_in = DUE + early / 4 if draw.random() < LATE else DUE - early
        if number - each <= 2:
            answers = {**complete, **_rare(known)}
            if each == number - 1:
                answers = {exercise: disguised(code) for exercise, code in answers.items()}
            member.notebook = submission(blank, answers)
        elif draw.random() >= MISSING:
            member.notebook = submission(blank, _attempt(draw, known, complete, order))
            if draw.random() < MISSING:
                _lose_a_test(draw, member.notebook)
        yield member


def _attempt(
    draw: random.Random,
    known: Mapping[str, list[Answer]],
    complete: Mapping[str, str],
    order: list[str],
) -> dict[str, str]:
    """Return exercise -> code of one student, up to where they got."""
    ability = draw.betavariate(3, 2)
    reached = len(order) if draw.random() < ability + 0.2 else draw.randint(3, len(order))
    answers = {}
    for name in order[:reached]:
        wrong = sorted((each for each in known[name] if not each.right), key=_rank)
        right = [answer for answer in known[name] if answer.right][:STYLES]
        if wrong and draw.random() > ability**0.5:
            weights = [1 / place**1.5 for place in range(1, len(wrong) + 1)]
            answers[name] = draw.choices(wrong, weights)[0].code
        else:
            answers[name] = draw.choice([complete[name], *(answer.code for answer in right)])
    return answers


def _rank(answer: Answer) -> int:
    return answer.rank


def _rare(known: Mapping[str, list[Answer]]) -> dict[str, str]:
    """Return exercise -> the right answer that nobody else hands in, where there is one."""
    right = {name: [each for each in found if each.right] for name, found in known.items()}
    return {name: found[-1].code for name, found in right.items() if len(found) > STYLES}


def _lose_a_test(draw: random.Random, notebook: NotebookNode) -> None:
    tests = [cell for cell in notebook.cells if grading(cell).get("points") and grade_id(cell)]
    notebook.cells.remove(draw.choice([cell for cell in tests if cell.cell_type == "code"]))


def disguised(code: str) -> str:
    """Return the code with other local names, without comments, laid out anew."""
    try:
        tree = ast.parse(code)
    except SyntaxError:  # a written answer is no Python
        return code
    for function in _outermost(tree):
        nodes = list(ast.walk(function))
        names = [node for node in nodes if isinstance(node, ast.Name)]
        own = {node.id for node in names if isinstance(node.ctx, ast.Store)}
        own -= {node.arg for node in nodes if isinstance(node, ast.arg)}
        own -= {each for node in nodes if isinstance(node, ast.Global) for each in node.names}
        for node in names:
            if node.id in own:
                node.id = f"my_{node.id}"
    return f"{'#| export' if code.startswith('#| export') else ''}\n{ast.unparse(tree)}\n".lstrip()


def _outermost(node: ast.AST) -> Iterator[ast.FunctionDef]:
    """Yield the functions and methods that stand in no other function."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield child
        else:
            yield from _outermost(child)
