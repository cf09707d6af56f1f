"""The same mistake costs every student the same, whatever inputs the tests draw for them."""

import pytest

from grader.course.manifest import Module
from grader.course.term import ROOT, Course
from grader.library.answers import load_answers
from grader.library.trial import Trials
from grader.proof.mutants import mutants_of
from grader.proof.seeds import missed, uneven

pytestmark = pytest.mark.slow

SEEDS = 6  # `grader answers --seeds 100` finds rarer ones


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A term of these tests' own."""
    return Course(ROOT, tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="module")
def trials(course: Course, module: Module) -> Trials:
    """The module's tests, which keep what they expect for each seed."""
    return Trials(course, module)


def test_no_answer_is_caught_by_chance(course: Course, module: Module, trials: Trials) -> None:
    answers = load_answers(course.library, module)
    assert [str(each) for each in uneven(trials, answers, SEEDS)] == []


def test_no_mutant_is_caught_by_chance(course: Course, module: Module, trials: Trials) -> None:
    mutants = mutants_of(course, module)
    assert [str(each) for each in missed(trials, mutants, SEEDS)] == []
