"""Coverage: comparisons that cannot work are named, and answers that no comparison tells apart."""

from pathlib import Path

import pytest
from kit import given, graded, notebook, small_course, solution

from grader.course.manifest import Module
from grader.course.term import Course
from grader.proof.coverage import Coverage

SOLVED = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
PROBES = """
import time

class Thing:
    pass

def doubled(x):
    "The double"
    return double(x)

def thing(x):
    return Thing()

def fails(x):
    return double(x)["no key"]

def unsteady(x):
    return double(x) + np.random.normal()

def ignored(x):
    return double and x
"""
ANSWERS = {
    "wrong/adds": "# misconception: You add 2. Take x twice.\ndef double(x):\n    return x + 2\n",
    "wrong/plus": "# misconception: You add two.\ndef double(x):\n    return 2 + x\n",
    "wrong/once": "# misconception: You return x. Take it twice.\ndef double(x):\n    return x\n",
    "right/sum": "# style: a sum\ndef double(x):\n    return x + x\n",
}
INPUTS = "[(float(check.rng.normal()),) for _ in range(3)]"


def course_with(root: Path, *lines: str) -> tuple[Course, Module]:
    """A course of one exercise whose hidden test has these lines, and its answer library."""
    first = "from tinytorch.compare import Check", 'check = Check("test-double")'
    test = "\n".join([*first, *lines])
    book = notebook(
        given("given-imports", "import numpy as np"),
        solution("double", SOLVED),
        given("given-probes", PROBES),
        graded("test-double", 2, test),
    )
    course, module = small_course(root, book, points={"double": 2})
    for name, text in ANSWERS.items():
        path = course.library / module.id / "double" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return course, module


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (f'check.compare("doubled", {INPUTS})', None),
        (f'check.compare("thing", {INPUTS})', "compare 1 (thing) gives an object (Thing)"),
        (f'check.compare("fails", {INPUTS})', "line 5: fails with the reference solution"),
        (f'check.compare("unsteady", {INPUTS})', "line 5: fails with the reference solution"),
        (f'check.compare("ignored", {INPUTS})', "compare 1 (ignored) catches no wrong answer"),
        ('check.compare("doubled", [(5,)])', "gives the same short results for every seed"),
        ('check.compare("doubled", [(5,)])  # constant: there is one 5.', None),
    ],
    ids=["sound", "object", "error", "unsteady", "catches none", "constant", "constant with why"],
)
def test_a_comparison_that_cannot_work_is_named(
    tmp_path: Path, line: str, problem: str | None
) -> None:
    found = list(Coverage(*course_with(tmp_path, line)).problems())
    assert len(found) == (problem is not None)
    for text in found:
        assert text.startswith("test-double")
        assert problem in text


def test_each_answer_is_caught_or_not_under_its_sentence(tmp_path: Path) -> None:
    coverage = Coverage(*course_with(tmp_path, f'check.compare("doubled", {INPUTS})'))
    results = {each.answer.name: each for each in coverage.results("double")}
    assert {name: (each.caught, each.shown) for name, each in results.items()} == {
        "adds": (True, {"adds"}),
        # It gives what `adds` gives, so its sentence is never shown.
        "plus": (True, {"adds"}),
        "once": (True, {"once"}),
        "sum": (False, set()),
    }


def test_answers_that_no_comparison_tells_apart_are_a_group(tmp_path: Path) -> None:
    coverage = Coverage(*course_with(tmp_path, f'check.compare("doubled", {INPUTS})'))
    assert coverage.groups("double") == [["adds", "plus"]]
