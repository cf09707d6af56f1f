"""Test the tests: grade wrong and right answers like real submissions, and count the results.

Each submission answers up to half of a module's exercises wrong and the others right. A wrong
answer is caught if its exercise loses points. A spill is an exercise that loses points although it
was answered right. Each exercise is answered right beside the mistakes of all others in many
submissions, so spills do not go unnoticed.
"""

import ast
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import nbformat

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.notebook import Exercise, exercise_cells, exercises, is_hidden, read
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.feedback.misconceptions import sources
from grader.feedback.redact import sentences
from grader.grading.batch import grade
from grader.grading.conclude import errors
from grader.grading.engines import DEFAULT
from grader.library.answers import Answer, load_answers, solutions, submission
from grader.proof.coverage import Coverage
from grader.proof.mutants import equivalent_mutants, mutants_of
from grader.release.make import release
from workbench.cells import grading


@dataclass
class GradedAnswer:
    """One answer, the points it lost and the message shown for it."""

    answer: Answer
    mutant: bool
    lost: float = 0.0
    sentence: str = ""

    @property
    def as_it_should(self) -> bool:
        """Whether a right answer lost nothing, or a wrong one lost points."""
        return self.lost == 0 if self.answer.right else self.lost > 0


@dataclass
class Proof:
    """All results for one module."""

    module: Module
    exercises: list[Exercise]
    results: list[GradedAnswer] = field(default_factory=list)
    # (wrong exercises, right exercise that lost points, submission)
    spills: list[tuple[list[str], str, str]] = field(default_factory=list)
    # Mutants that compute the same as the solution, which no test can catch, and why.
    equivalent: dict[str, str] = field(default_factory=dict)
    # Exercise -> the names that its solution defines, and those that it uses.
    names: dict[str, tuple[set[str], set[str]]] = field(default_factory=dict)
    # (exercise, wrong answer) -> the group that no comparison tells apart.
    alike: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    test_lines: int = 0  # lines of hidden tests

    def related(self, one: str, other: str) -> bool:
        """Return whether one exercise uses what the other defines, so mistakes in both mix."""
        return bool(
            self.names[one][0] & self.names[other][1] or self.names[other][0] & self.names[one][1]
        )

    @property
    def holds(self) -> bool:
        """Whether there are no failures and no spills."""
        return not self.spills and not self.failures()

    def failures(self) -> list[GradedAnswer]:
        """Return the wrong answers that lost nothing and the right ones that lost points."""
        return [result for result in self.results if not result.as_it_should]

    def unnamed(self) -> list[GradedAnswer]:
        """Return the library's wrong answers whose message names no likely mistake."""
        return [
            r
            for r in self.results
            if not r.answer.right and not r.mutant and "likely:" not in r.sentence
        ]

    def under_its_own(self, result: GradedAnswer) -> bool:
        """Return whether a wrong answer got its own sentence, or that of an answer of its group."""
        answer = result.answer
        group = self.alike.get((answer.exercise, answer.name), [answer.name])
        known = {
            r.answer.name: r.answer.about
            for r in self.results
            if r.answer.exercise == answer.exercise
        }
        return any(known.get(name, answer.about) in result.sentence for name in group)

    def complaints(self) -> Iterator[str]:
        """Yield a line for each failure, spill and unnamed mistake."""
        for result in self.failures():
            kind = "right, but lost points" if result.answer.right else "wrong, but lost nothing"
            yield f"{result.answer.exercise}/{result.answer.name}: {kind}: {result.answer.about}"
        for broken, lost, student in self.spills:
            yield f"{student}: {lost} lost points though it was right; broken: {', '.join(broken)}"
        for result in self.unnamed():
            yield f"{result.answer.exercise}/{result.answer.name}: caught, but not named"


def prove(course: Course, module: Module, *, one_in: int = 1, engine: str = DEFAULT) -> Proof:
    """Run the proof for a module in the term `course`.

    Args:
        course, module: the term to grade in, and the module.
        one_in: take every n-th answer of each exercise only.
        engine: the engine to grade with.
    """
    release(course, module)
    solved = solutions(course, module)
    # A written answer has no test that could catch a mistake.
    proof = Proof(module, [e for e in exercises(read(course.source(module))) if not e.manual])
    proof.equivalent = equivalent_mutants(course, module)
    proof.names = {name: _names(code) for name, code in solved.items()}
    by_hand = load_answers(course.library, module)
    coverage = Coverage(course, module)
    for exercise in proof.exercises:
        for group in coverage.groups(exercise.name):
            proof.alike.update({(exercise.name, name): group for name in group})
    tests = [cell.source for cell in read(course.source(module)).cells if is_hidden(cell)]
    proof.test_lines = sum(len(source.splitlines()) for source in tests)
    everything = [GradedAnswer(answer, mutant=False) for answer in by_hand] + [
        GradedAnswer(answer, mutant=True) for answer in mutants_of(course, module)
    ]
    proof.results = _every(everything, one_in)
    packs = dict(_packs(proof))
    blank = read(course.release(module))
    for student, pack in packs.items():
        answers = {**solved, **{result.answer.exercise: result.answer.code for result in pack}}
        text = nbformat.writes(submission(blank, answers))
        write_text(course.submitted(student, module) / f"{module.name}.ipynb", text)
    grade(course, module, list(packs), report=_must_have_run, engine=engine)
    for student, pack in packs.items():
        _read_scores(course, proof, student, pack)
    return proof


def _names(code: str) -> tuple[set[str], set[str]]:
    """Return the names that a solution defines at its top level, and the names that it uses."""
    tree = ast.parse(code) if "def " in code else ast.Module([], [])
    defined = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    # A name that the solution defines itself is not another exercise's.
    return defined, used - defined


def _must_have_run(outcome: Outcome) -> None:
    # After any other verdict the answers lose points without a test that catches them.
    ran = (Verdict.OK, Verdict.WRONG, Verdict.ERROR, Verdict.TIMEOUT, Verdict.MEMORY)
    if outcome.verdict not in ran:
        why = "; ".join(outcome.notes)
        raise CourseError(f"The proof's submission {outcome.student} could not be graded: {why}")


def _every(results: list[GradedAnswer], one_in: int) -> list[GradedAnswer]:
    """Return every `one_in`-th answer of each exercise and kind; no exercise is left out."""
    seen: Counter[tuple[str, bool, bool]] = Counter()
    chosen = []
    for result in results:
        key = (result.answer.exercise, result.answer.right, result.mutant)
        if seen[key] % one_in == 0:
            chosen.append(result)
        seen[key] += 1
    return chosen


def _packs(proof: Proof) -> Iterator[tuple[str, list[GradedAnswer]]]:
    """Yield submissions as (student, answers): all right, or at most half of them wrong."""
    for right in (True, False):
        left: dict[str, list[GradedAnswer]] = {exercise.name: [] for exercise in proof.exercises}
        for result in proof.results:
            if result.answer.right == right:
                left[result.answer.exercise].append(result)
        most = len(left) if right else max(1, len(left) // 2)
        for number in count():
            # Longest queues first: they determine the number of submissions.
            queues = sorted(
                (name for name in left if left[name]), key=lambda name: -len(left[name])
            )
            turn: list[str] = []
            for name in queues:
                # If two related exercises are wrong at once, either mistake may cost the other's
                # points.
                if len(turn) < most and (
                    right or not any(proof.related(name, other) for other in turn)
                ):
                    turn.append(name)
            if not turn:
                break
            yield (
                f"{'right' if right else 'wrong'}-{number:03d}",
                [left[name].pop(0) for name in turn],
            )


def _read_scores(course: Course, proof: Proof, student: str, pack: list[GradedAnswer]) -> None:
    """Enter the points that each answer lost, and the spills."""
    notebook_file = course.autograded(student, proof.module) / f"{proof.module.name}.ipynb"
    lost: dict[str, float] = {}
    shown: dict[str, list[str]] = {}
    with course.gradebook() as gradebook:
        found = gradebook.find_submission_notebook(proof.module.name, proof.module.id, student)
        scores = {grade.name: grade.auto_score or 0.0 for grade in found.grades}
    # After some timeouts there is no graded notebook.
    if notebook_file.is_file():
        known = sources(course.book(proof.module))
        for name, cell in exercise_cells(read(notebook_file)):
            if grading(cell).get("grade") and errors(cell):
                shown.setdefault(name, []).extend(sentences(cell, known))
    for exercise in proof.exercises:
        lost[exercise.name] = sum(
            points - scores.get(test, 0.0) for test, points in exercise.tests.items()
        )
    answered = {result.answer.exercise: result for result in pack}
    for name, result in answered.items():
        result.lost = lost.pop(name)
        result.sentence = " ".join(shown.get(name, []))
    broken = [name for name, result in answered.items() if not result.answer.right]
    # What is left in `lost` was answered with the solution.
    proof.spills += [(broken, name, student) for name, points in lost.items() if points]


def save(proof: Proof, path: Path) -> None:
    """Write all results as JSON."""
    data = {
        "module": proof.module.id,
        "holds": proof.holds,
        "spills": [
            {"broken": b, "lost": name, "submission": student} for b, name, student in proof.spills
        ],
        "equivalent_mutants": proof.equivalent,
        "test_lines": proof.test_lines,
        "never_told_apart": sorted({tuple(group) for group in proof.alike.values()}),
        "answers": [
            {
                "exercise": r.answer.exercise,
                "name": r.answer.name,
                "kind": "right" if r.answer.right else "mutant" if r.mutant else "wrong",
                "about": r.answer.about,
                "points_lost": r.lost,
                "as_it_should": r.as_it_should,
                "message": r.sentence,
                "own_sentence": not r.answer.right and proof.under_its_own(r),
            }
            for r in proof.results
        ],
    }
    write_text(path, json.dumps(data, indent=1, ensure_ascii=False) + "\n")
