"""Answers: submissions are put together from the source's solutions and from small files."""

import copy
from pathlib import Path

import pytest
from kit import cell_of, given, graded, notebook, small_course, solution
from nbformat.notebooknode import NotebookNode

from grader.course.errors import CourseError
from grader.library.answers import (
    library_problems,
    load_answer,
    load_answers,
    solutions,
    submission,
)
from grader.library.book import make_book

SOLVED = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"


def book() -> NotebookNode:
    return notebook(
        given("given-imports"),
        solution("double", SOLVED),
        graded("test-double", 2),
        solution("triple"),
    )


def keep(library: Path, place: str, text: str) -> Path:
    path = library / f"{place}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_wrong_answer_says_what_it_misunderstands(tmp_path: Path) -> None:
    head = "# misconception: adds: once\n#   more\n# rank: 7\n# read: Doubling\n"
    text = f"{head}def double(x):\n    return x + 2\n"
    answer = load_answer(keep(tmp_path, "double/wrong/adds", text))
    assert (answer.exercise, answer.right, answer.name) == ("double", False, "adds")
    assert (answer.about, answer.rank, answer.read) == ("adds: once more", 7, "Doubling")
    assert answer.code == text


def test_a_right_answer_says_in_which_style(tmp_path: Path) -> None:
    answer = load_answer(
        keep(tmp_path, "double/right/lambda", "# style: a lambda\ndouble = lambda x: x + x\n")
    )
    assert (answer.right, answer.about) == (True, "a lambda")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("double/right/silent", "double = 1\n"),
        ("double/right/mixed", "# misconception: none\ndouble = 1\n"),
        ("double/wrong/mixed", "# style: none\ndouble = 1\n"),
        ("double/wrong/late", "import math\n# misconception: too late\n"),
        ("double/better/elsewhere", "# style: none\ndouble = 1\n"),
    ],
)
def test_a_file_without_its_line_or_place_is_named(tmp_path: Path, place: str, text: str) -> None:
    with pytest.raises(CourseError, match=place):
        load_answer(keep(tmp_path, place, text))


def test_all_answers_to_a_module_come_sorted(tmp_path: Path) -> None:
    _, module = small_course(tmp_path / "root", book(), points={"double": 2})
    for place in ("triple/wrong/b", "double/wrong/a", "double/right/z"):
        kind = "style" if "/right/" in place else "misconception"
        keep(tmp_path / module.id, place, f"# {kind}: one\n")
    keep(tmp_path / "02_other", "relu/wrong/a", "# misconception: not of this module\n")
    found = [
        (answer.exercise, answer.right, answer.name) for answer in load_answers(tmp_path, module)
    ]
    assert found == [("double", True, "z"), ("double", False, "a"), ("triple", False, "b")]


def test_solutions_are_the_source_s_without_markers(tmp_path: Path) -> None:
    course, module = small_course(tmp_path, book(), points={"double": 2})
    assert solutions(course, module) == {
        "double": "def double(x):\n    return 2 * x\n",
        "triple": "answer = 42",
    }


def test_a_submission_differs_from_the_release_in_what_is_answered_alone() -> None:
    release = book()
    before = copy.deepcopy(release)
    made = submission(release, {"double": "double = 2", "test-double": "pass"})
    assert cell_of(made, "double").source == "double = 2"
    assert release == before
    cell_of(made, "double").source = SOLVED
    assert made == before


def test_a_library_that_does_not_fit_its_module_is_named(tmp_path: Path) -> None:
    points = {"double": 2, "triple": 1, "why": 1}
    course, module = small_course(tmp_path, book(), points=points, manual=["why"])
    for place in ("double/wrong/adds", "double/right/sum", "triple/wrong/adds", "tripel/right/sum"):
        keep(course.library / module.id, place, "# style: any\n")
    assert library_problems(course, module) == [
        "tests/answers/01_small/tripel: not a tested exercise of small.ipynb: rename the folder.",
        "tests/answers/01_small/triple/right: write at least one right answer.",
    ]


def test_a_test_without_a_task_is_told_in_a_line(tmp_path: Path) -> None:
    course, module = small_course(
        tmp_path, notebook(graded("test-double", 2), *book().cells), points={"double": 2}
    )
    with pytest.raises(CourseError, match="01_small: test-double: no solution cell stands above"):
        make_book(course, module)
