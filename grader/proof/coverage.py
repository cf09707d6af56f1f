"""Measure a module's comparisons: which answers each test catches, and with which message.

Everything runs in this process (`grader.library.trial`). `grader proof` runs the same answers
through the real grading.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from grader.course.manifest import Module
from grader.course.term import Course
from grader.library.answers import Answer, load_answers
from grader.library.limited import must_end, outcomes
from grader.library.trial import Trial, Trials
from tinytorch.book import Answer as WrongAnswer
from tinytorch.checks import CheckFailed
from tinytorch.compare import Call
from tinytorch.outcomes import agree, is_raised, to_json

# A result that is the same for all of these counts as constant.
SEEDS = (0, 1, 2)
GUESSABLE = 60  # characters of JSON: a constant result that is shorter can be guessed


@dataclass
class TriedAnswer:
    """One answer and the results of its exercise's tests."""

    answer: Answer
    failed: dict[str, Exception] = field(default_factory=dict)  # hidden test -> its error
    # Names of the wrong answers whose sentences a student would read.
    shown: set[str] = field(default_factory=set)
    visible: bool = False  # whether a visible check fails

    @property
    def caught(self) -> bool:
        """Whether a hidden test fails."""
        return bool(self.failed)


class Coverage:
    """The answers of a module's exercises, run through its tests."""

    def __init__(self, course: Course, module: Module) -> None:
        self.trials = Trials(course, module)
        self._answers = load_answers(course.library, module)

    def results(self, exercise: str) -> list[TriedAnswer]:
        """Run every answer to an exercise through all its tests."""
        return [self._result(answer) for answer in self._answers if answer.exercise == exercise]

    def _result(self, answer: Answer) -> TriedAnswer:
        result, kind = TriedAnswer(answer), "right" if answer.right else "wrong"
        for test in self.trials.tests(answer.exercise):
            with must_end(f"{answer.exercise}/{kind}/{answer.name}.py", test):
                error = self.trials.run(test, answer.code).error
            if error is None:
                continue
            # A visible test earns no points, so its failure alone does not count as caught.
            if self.trials.book.task(test).hidden:
                result.failed[test] = error
            else:
                result.visible = True
            if isinstance(error, CheckFailed) and error.name:
                result.shown.add(error.name)
        return result

    def groups(self, exercise: str) -> list[list[str]]:
        """Return groups of wrong answers that no comparison tells apart, the commonest first.

        Raises:
            CourseError: if an answer does not end.
        """
        found: list[tuple[list[list[object]], list[str]]] = []
        calls = [
            call for test in self.trials.tests(exercise) for call in self.trials.run(test).calls
        ]
        # Without a comparison all answers would be in one group.
        for answer in self.trials.book.answers.get(exercise, []) if calls else []:
            found_for = [outcomes(self.trials.book, call, answer) for call in calls]
            for known, names in found:
                if all(
                    agree(a, b, c.rtol, c.atol)
                    for a, b, c in zip(found_for, known, calls, strict=True)
                ):
                    names.append(answer.name)
                    break
            else:
                found.append((found_for, [answer.name]))
        return [names for _, names in found if len(names) > 1]

    def problems(self) -> Iterator[str]:
        """Yield a line for each comparison that cannot work: cell, line and what to change."""
        for test in self.trials.cells:
            runs = [self.trials.run(test, seed=seed) for seed in SEEDS]
            broken = next((run for run in runs if run.error is not None), None)
            # A test that stops early has not made all its calls.
            if broken is not None:
                where = f"{test}, line {broken.line()}"
                yield f"{where}: fails with the reference solution: {_first_line(broken)}"
                continue
            yield from self._of_calls(test, runs)

    def _of_calls(self, test: str, runs: list[Trial]) -> Iterator[str]:
        source, hidden = self.trials.cells[test].source, self.trials.book.task(test).hidden
        for call in runs[0].calls:
            where = f"{test}: compare {call.place + 1} ({call.probe})"
            expected = self.trials.book.expected(call)
            if (odd := _object(expected)) is not None:
                yield (
                    f"{where} gives {odd}: a probe returns numbers, text, arrays, lists, tuples,"
                    " dicts or Tensors."
                )
            elif not any(
                self._differs(call, answer, expected) for answer in self.trials.wrong(test)
            ):
                yield f"{where} catches no wrong answer: change its inputs, or remove it."
            # Students can read what a visible test expects.
            elif hidden and "# constant:" not in source and self._guessable(runs, call):
                yield (
                    f"{where} gives the same short results for every seed: vary its inputs,"
                    " or say why after '# constant:'."
                )

    def _differs(self, call: Call, answer: WrongAnswer, expected: list[object]) -> bool:
        return not agree(outcomes(self.trials.book, call, answer), expected, call.rtol, call.atol)

    def _guessable(self, runs: list[Trial], call: Call) -> bool:
        # A run may make fewer calls than the first, since the seed decides.
        same = {
            json.dumps(to_json(self.trials.book.expected(run.calls[call.place]))) for run in runs
            if len(run.calls) > call.place
        }  # fmt: skip
        return len(same) == 1 and len(same.pop()) <= GUESSABLE


def _first_line(trial: Trial) -> str:
    return str(trial.error).split("\n")[0] or type(trial.error).__name__


def _object(outcome: object) -> str | None:
    """Return the name of an object that is not a plain value, anywhere in an outcome."""
    if isinstance(outcome, dict):
        if list(outcome) == ["object"]:
            return f"an object ({outcome['object']})"
        parts = [] if is_raised(outcome) else list(outcome.values())
    else:
        parts = list(outcome) if isinstance(outcome, list | tuple) else []
    return next((name for part in parts if (name := _object(part)) is not None), None)
