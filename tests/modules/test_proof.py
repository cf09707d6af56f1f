"""The proof with one answer in four: wrong ones are caught and named, right ones paid, none spills.

`grader proof` takes every answer. Here each exercise keeps the first of its wrong answers, right
answers and mutants, and every fourth one after it; all go through the grading that real submissions
get.
"""

import json
from collections.abc import Iterable

import pytest

from grader.course.manifest import Module
from grader.course.term import ROOT, Course
from grader.library.answers import load_answers, solutions
from grader.proof.mutants import mutants
from grader.proof.proof import GradedAnswer, Proof, prove, save

pytestmark = pytest.mark.slow

ONE_IN = 4


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A term of the proof's own, with one seed for ever: `test_same_cost` tries other inputs."""
    folder = tmp_path_factory.mktemp("proof")
    (folder / "seed").write_text("1\n", encoding="utf-8")
    return Course(ROOT, folder)


@pytest.fixture(scope="session")
def proof(course: Course, module: Module) -> Proof:
    return prove(course, module, one_in=ONE_IN)


def expect_none(results: Iterable[GradedAnswer]) -> None:
    """Fail if there are any, and name them all."""
    named = [f"{each.answer.exercise}/{each.answer.name}: {each.answer.about}" for each in results]
    assert not named, "\n".join(["", *named])


def chosen(proof: Proof, kind: str) -> dict[str, list[GradedAnswer]]:
    """Exercise -> the answers of one kind that were tried: wrong, right or mutant."""
    found: dict[str, list[GradedAnswer]] = {exercise.name: [] for exercise in proof.exercises}
    for each in proof.results:
        if kind == ("right" if each.answer.right else "mutant" if each.mutant else "wrong"):
            found[each.answer.exercise].append(each)
    return found


def test_every_wrong_answer_loses_points(proof: Proof) -> None:
    expect_none(each for each in proof.failures() if not each.answer.right and not each.mutant)


def test_every_right_answer_has_all_points(proof: Proof) -> None:
    expect_none(each for each in proof.failures() if each.answer.right)


def test_every_mutant_loses_points(proof: Proof) -> None:
    expect_none(each for each in proof.failures() if each.mutant)


def test_no_exercise_loses_points_for_another_one(proof: Proof) -> None:
    assert proof.spills == []


def test_the_message_names_every_misconception(proof: Proof) -> None:
    expect_none(proof.unnamed())


def test_a_wrong_answer_loses_no_more_than_its_exercise_has(proof: Proof) -> None:
    points = {exercise.name: exercise.points for exercise in proof.exercises}
    expect_none(
        each for each in proof.results if not 0 <= each.lost <= points[each.answer.exercise]
    )


def test_no_exercise_is_left_out(course: Course, module: Module, proof: Proof) -> None:
    solved = solutions(course, module)
    assert {exercise.name for exercise in proof.exercises} == set(module.points) - set(
        module.manual
    )
    for exercise in proof.exercises:
        name = exercise.name
        assert chosen(proof, "wrong")[name], name
        assert chosen(proof, "right")[name], name
        made = mutants(name, solved[name]) if "def " in solved[name] else []
        telling = [each for each in made if f"{name} {each.name}" not in proof.equivalent]
        assert bool(chosen(proof, "mutant")[name]) == bool(telling), name


def test_a_quarter_of_the_library_is_tried(course: Course, module: Module, proof: Proof) -> None:
    by_hand = [each for each in proof.results if not each.mutant]
    assert len(by_hand) >= len(load_answers(course.library, module)) / ONE_IN


def test_every_equivalent_mutant_is_one_that_is_made(
    course: Course, module: Module, proof: Proof
) -> None:
    solved = solutions(course, module)
    written = {exercise.name: solved[exercise.name] for exercise in proof.exercises}
    made = {f"{name} {each.name}" for name, code in written.items() for each in mutants(name, code)}
    assert set(proof.equivalent) <= made
    assert all(proof.equivalent.values())


def test_figures_are_kept_for_machines(course: Course, module: Module, proof: Proof) -> None:
    path = course.folder / f"proof_{module.id}.json"
    save(proof, path)
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["holds"] is proof.holds
    assert len(kept["answers"]) == len(proof.results)
    assert {each["kind"] for each in kept["answers"]} == {"wrong", "right", "mutant"}
