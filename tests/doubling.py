"""A small course with one exercise, whose answers double a number, and its answer library."""

from pathlib import Path

from kit import given, graded, notebook, small_course, solution

from grader.course.manifest import Module
from grader.course.term import Course

SOLVED = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
PROBES = """
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


def course_with(root: Path, *lines: str, hidden: bool = True) -> tuple[Course, Module]:
    """A course of one exercise whose test has these lines, and its answer library."""
    first = "from tinytorch.compare import Check", 'check = Check("test-double")'
    test = "\n".join([*first, *lines])
    book = notebook(
        given("given-imports", "import numpy as np"),
        solution("double", SOLVED),
        given("given-probes", PROBES),
        graded("test-double", 2, test, hidden=hidden),
    )
    course, module = small_course(root, book, points={"double": 2})
    for name, text in ANSWERS.items():
        path = course.library / module.id / "double" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return course, module
