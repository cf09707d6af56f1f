"""A test uses the helpers of the source, whatever a student's cell has made of them."""

import shutil

import pytest
from kit import (
    answered,
    code,
    given,
    grade_all,
    graded,
    hand_in,
    marks,
    notebook,
    outcome,
    solution,
    written,
)

from grader.course.manifest import Module
from grader.course.term import Course
from grader.grading.given import helpers

EXPORTED = "#| export\nclass Base: pass"
BOOK = notebook(
    given("exported", EXPORTED),
    solution("answer"),
    given("stand-in", "if 'Layer' not in globals():\n    class Layer: pass"),
    given("shapes", "class Square(Layer): pass\nclass Circle(Layer): pass\nsides, corners = 4, 4"),
    given("lists", "def squares(n):\n    return [Square()] * n"),
    code("class Square: own = True"),
    graded("test-lists", 1, "assert squares(2)"),
    graded("test-circle", 1, "assert Circle() and Base()"),
    graded("test-plain", 1, "assert answer"),
    written("words", 1),
)


def test_a_test_is_given_the_helpers_that_it_uses_and_those_that_they_use() -> None:
    found = {name: [each.name for each in used] for name, used in helpers(BOOK).items()}
    assert found == {
        "test-lists": ["stand-in", "shapes", "lists"], "test-circle": ["stand-in", "shapes"],
        "test-plain": [],
    }  # fmt: skip


def test_what_stands_under_a_condition_is_not_deleted_first() -> None:
    assert [each.defines for each in helpers(BOOK)["test-lists"]] == [
        [], ["Circle", "Square", "corners", "sides"], ["squares"],
    ]  # fmt: skip


def test_the_text_of_the_source_counts() -> None:
    found = helpers(BOOK, {"test-plain": "Circle()", "lists": "x = 1"})
    assert [each.name for each in found["test-plain"]] == ["stand-in", "shapes"]
    assert not any(each.name == "lists" for each in found["test-lists"])


CHEAT = "def count_parameters(layers):\n    return sum(layer.cheat for layer in layers)\n"
SIZE = "sum(np.asarray(each).size for each in {})"
ATTACKS = {
    "redefine_a_helper": """
class ArrayLayer:
    def __init__(self, *arrays): self.cheat = sum(np.asarray(each).size for each in arrays)
""",
    "patch_a_helper": """
ArrayLayer.cheat = property(lambda self: sum(each.data.size for each in self.tensors))
""",
    "patch_how_a_helper_is_made": """
ArrayLayer.__init__ = lambda self, *arrays: setattr(
    self, 'cheat', sum(np.asarray(each).size for each in arrays)
)
""",
    "keep_a_helper_from_coming_back": """
import builtins
builtins.__build_class__ = None
make = lambda self, *arrays: setattr(self, 'cheat', sum(np.asarray(each).size for each in arrays))
ArrayLayer = type('ArrayLayer', (), {'__init__': make})
""",
}


@pytest.fixture(scope="module", params=["wall", "nbgrader"])
def class_of_cheats(
    request: pytest.FixtureRequest, term: Course, tmp_path_factory: pytest.TempPathFactory
) -> Course:

    folder = tmp_path_factory.mktemp("given") / "term"
    shutil.copytree(term.folder, folder)
    course = Course(term.root, folder)
    module = course.manifest.module("layers")
    for name, attack in ATTACKS.items():
        hand_in(
            course, module, name, answered(course, module, {"count-parameters": CHEAT + attack})
        )
    hand_in(course, module, "honest", answered(course, module))
    grade_all(course, module, course.students(module), engine=request.param)
    return course


def layers(course: Course) -> Module:
    return course.manifest.module("layers")


def points(course: Course, student: str) -> dict[str, float]:
    return {
        name: mark
        for name, mark in marks(course, layers(course), student).items()
        if "count-parameters" in name
    }


@pytest.mark.parametrize("attack", ATTACKS)
def test_cannot(attack: str, class_of_cheats: Course) -> None:
    assert set(points(class_of_cheats, attack).values()) == {0.0}


def test_an_honest_answer_has_all_points(class_of_cheats: Course) -> None:
    assert outcome(class_of_cheats, layers(class_of_cheats), "honest").verdict == "ok"
    assert sum(points(class_of_cheats, "honest").values()) == 3
