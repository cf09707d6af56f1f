"""Find the wrong answers that cost more points with one seed's inputs than with another's.

Students of a class get different inputs. The same mistake has to cost all of them the same, so a
test must fail for it with every seed or with none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grader.library.answers import Answer
from grader.library.limited import OutOfTime, time_limit
from grader.library.trial import Trials


@dataclass(frozen=True)
class Uneven:
    """A wrong answer that some seeds catch and others do not, or a right one that a seed fails."""

    answer: Answer
    tests: str
    failed: int
    seeds: int

    def __str__(self) -> str:
        kind = "right, but failed" if self.answer.right else "caught by chance"
        what = f"{self.tests} with {self.failed} of {self.seeds} seeds"
        return f"{kind}: {self.answer.exercise}/{self.answer.name}: {what}: {self.answer.about}"


def uneven(trials: Trials, answers: Iterable[Answer], seeds: int) -> Iterator[Uneven]:
    """Yield the answers and tests whose result is not the same for the seeds 0, 1, ...

    Run it in the main thread: it limits the time of each test by a signal.

    Args:
        trials: the module's tests.
        answers: wrong and right answers to its exercises.
        seeds: how many seeds to try.
    """
    for answer in answers:
        for test in _hidden_tests(trials, answer):
            failed = sum(_fails(trials, test, answer, seed) for seed in range(seeds))
            if failed and (answer.right or failed < seeds):
                yield Uneven(answer, f"{test} fails", failed, seeds)


def missed(trials: Trials, mutants: Iterable[Answer], seeds: int) -> Iterator[Uneven]:
    """Yield the mutants that no test catches with some seed.

    Which of the tests catches one may depend on the seed: nobody makes the same slip as a mutant.
    """
    for mutant in mutants:
        tests = _hidden_tests(trials, mutant)
        failed = sum(
            any(_fails(trials, test, mutant, seed) for test in tests) for seed in range(seeds)
        )
        if failed < seeds:
            yield Uneven(mutant, "a test fails", failed, seeds)


def _hidden_tests(trials: Trials, answer: Answer) -> list[str]:
    # The inputs of a visible check are fixed, and it gives no points.
    return [test for test in trials.tests(answer.exercise) if trials.book.task(test).hidden]


def _fails(trials: Trials, test: str, answer: Answer, seed: int) -> bool:
    try:
        with time_limit():
            return trials.run(test, answer.code, seed).error is not None
    except OutOfTime:  # a mutant may loop forever
        return True
