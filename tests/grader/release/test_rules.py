"""The gate for test cells names cell, line and rule; all tests of the course pass it."""

import nbformat.v4 as v4
import pytest
from nbformat.notebooknode import NotebookNode

from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.release.rules import broken_rules

MANIFEST = Course(ROOT, ROOT / "course").manifest


def test_cell(name: str, code: str) -> NotebookNode:
    mark = {
        "grade_id": name,
        "grade": True,
        "solution": False,
        "locked": True,
        "points": 1,
        "schema_version": 3,
    }
    return v4.new_code_cell(
        code, metadata={"nbgrader": {**mark, "cell_type": "code", "task": False}}
    )


test_cell.__test__ = False  # type: ignore[attr-defined]
GIVEN = v4.new_code_cell("import numpy as np\nclass Double(Layer):\n    pass\nsizes = [1, 2]")

BROKEN = {
    "layer.weight.data[0] = 1": "line 1: sets part of a student's array",
    "x = Tensor([1])\nx.data[0][1] += 2": "line 2: sets part",
    "class Half(Layer):\n    pass": "line 1: defines a subclass of a student's class",
    "expect(helper, 1)": "line 1: uses 'helper', which another test cell defines",
}
FINE = [
    "layer.weight.data = np.ones(3)", "want = np.ones(3)\nwant[0] = 2",
    "class Oddity(Exception):\n    pass", "helper = 3\nexpect(helper, 1)",
    "expect(Double(2), sizes)", "for helper in range(3):\n    print(helper)",
]  # fmt: skip


@pytest.mark.parametrize("code", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_rule_is_named(code: str) -> None:
    other = test_cell("test-other", "helper = 1")
    found = broken_rules(v4.new_notebook(cells=[GIVEN, test_cell("test-one", code), other]))
    assert len(found) == 1 and found[0].startswith(f"test-one: {BROKEN[code]}")


@pytest.mark.parametrize("code", FINE, ids=range(len(FINE)))
def test_what_the_wall_carries_is_no_problem(code: str) -> None:
    other = test_cell("test-other", "helper = 1")
    assert broken_rules(v4.new_notebook(cells=[GIVEN, test_cell("test-one", code), other])) == []


@pytest.mark.parametrize("module", MANIFEST.modules, ids=lambda module: module.id)
def test_the_course_keeps_the_rules(module: object) -> None:
    source = Course(ROOT, ROOT / "course").source(module)  # type: ignore[arg-type]
    assert broken_rules(read(source)) == []
