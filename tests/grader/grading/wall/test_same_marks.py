"""The wall gives the marks that nbgrader's own way of grading gives, cell by cell."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import nbformat
import pytest

from grader.course.files import write_text
from grader.course.manifest import Module, load
from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.grading.batch import grade
from grader.library.answers import Answer, load_answers, solutions, submission
from grader.release.make import release

pytestmark = pytest.mark.slow

MODULES = [module.id for module in load(ROOT).modules]
# Of wrong and right answers, by name: the sample is the same in every run.
EVERY = {False: 12, True: 4}


def sample(module: Module) -> tuple[list[Answer], list[Answer]]:
    """Every twelfth wrong and every fourth right answer."""
    found = load_answers(ROOT / "tests" / "answers", module)
    return [a for a in found if not a.right][:: EVERY[False]], [a for a in found if a.right][
        :: EVERY[True]
    ]


def packs(answers: list[Answer]) -> Iterator[dict[str, str]]:
    """The answers in as few submissions as possible, at most one for each exercise."""
    queues: dict[str, list[Answer]] = {}
    for answer in answers:
        queues.setdefault(answer.exercise, []).append(answer)
    for row in zip_longest(*queues.values()):
        yield {answer.exercise: answer.code for answer in row if answer is not None}


def hand_in(course: Course, module: Module) -> dict[str, dict[str, str]]:
    """Hand in a complete and an untouched notebook and the sample; student -> its answers."""
    blank, complete = read(course.release(module)), solutions(course, module)
    wrong, right = sample(module)
    class_ = {"complete": dict(complete), "untouched": {}}
    for kind, answers in (("wrong", wrong), ("right", right)):
        for number, pack in enumerate(packs(answers)):
            class_[f"{kind}-{number:02d}"] = {**complete, **pack}
    for student, answers in class_.items():
        text = nbformat.writes(submission(blank, answers))
        write_text(course.submitted(student, module) / f"{module.name}.ipynb", text)
    return class_


def marks(course: Course, module: Module, student: str) -> dict[str, tuple[float | None, bool]]:
    with course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, student)
        return {each.name: (each.auto_score, each.needs_manual_grade) for each in book.grades}


def comments(course: Course, module: Module, student: str) -> dict[str, str | None]:
    with course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, student)
        return {each.name: each.auto_comment for each in book.comments}


def test_the_sample_is_large_enough() -> None:
    course = Course(ROOT, ROOT / "course")
    chosen = [sample(course.manifest.module(name)) for name in MODULES]
    assert sum(len(wrong) for wrong, _ in chosen) >= 60
    assert sum(len(right) for _, right in chosen) >= 30


@pytest.mark.parametrize("name", MODULES)
def test_marks_are_those_of_nbgrader_cell_by_cell(name: str, tmp_path: Path) -> None:
    terms = {engine: Course(ROOT, tmp_path / engine) for engine in ("nbgrader", "wall")}
    for engine, course in terms.items():
        module = course.manifest.module(name)
        release(course, module)
        (course.folder / "seed").write_text("12345\n", encoding="utf-8")
        class_ = hand_in(course, module)
        seen: list[str] = []
        grade(
            course,
            module,
            list(class_),
            engine=engine,
            report=lambda o, seen=seen: seen.append(o.student),
        )
        assert sorted(seen) == sorted(class_)
    differences = []
    for student in class_:
        here, there = (marks(course, module, student) for course in terms.values())
        differences += [
            f"{student}: {cell}: nbgrader {here[cell]}, wall {there.get(cell)}"
            for cell in here
            if here[cell] != there.get(cell)
        ]
        assert set(here) == set(there)
        assert comments(terms["nbgrader"], module, student) == comments(
            terms["wall"], module, student
        )
    assert not differences, "\n".join(differences)
