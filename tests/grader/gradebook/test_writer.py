"""Results are saved in groups: when a group is due, and what one bad result costs the others."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event

from grader.course.manifest import Module
from grader.course.outcome import Outcome, Result, Verdict
from grader.course.term import Course
from grader.gradebook import writer as writers
from grader.gradebook.verdicts import stamps
from grader.gradebook.writer import GradebookWriter


@pytest.fixture
def module(term: Course) -> Module:
    return term.manifest.module("activations")


@pytest.fixture
def writer(fresh_term: Course, module: Module) -> Iterator[GradebookWriter]:
    with fresh_term.gradebook() as gradebook:
        yield GradebookWriter(fresh_term, module, gradebook)


def result(student: str, module: Module, score: object = 1.0) -> Result:
    outcome = Outcome(
        student=student, module=module.id, verdict=Verdict.WRONG, fingerprint=f"of {student}"
    )
    # No type is checked here: results of other machines come as JSON.
    return Result(outcome, "{}\n", {"q4-why-relu": score})  # type: ignore[dict-item]


def names(outcomes: list[Outcome]) -> list[str]:
    return [each.student for each in outcomes]


def test_a_group_is_due_when_it_is_full(
    writer: GradebookWriter, module: Module, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writers, "GROUP", 3)
    monkeypatch.setattr(writers, "OLDEST", 1000.0)
    assert writer.add(result("a", module)) == writer.add(result("b", module)) == []
    assert names(writer.add(result("c", module))) == ["a", "b", "c"]
    assert writer.flush() == []


def test_a_group_is_due_when_its_first_result_is_old(
    writer: GradebookWriter, module: Module, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("grader.gradebook.writer.time.monotonic", lambda: now)
    assert writer.add(result("a", module)) == []
    now += writers.OLDEST / 2
    assert writer.add(result("b", module)) == []
    now += writers.OLDEST / 2
    assert names(writer.add(result("c", module))) == ["a", "b", "c"]


def test_a_group_takes_as_many_statements_as_a_few_results(
    fresh_term: Course, module: Module
) -> None:
    counts = []
    with fresh_term.gradebook() as gradebook:
        writer, said = GradebookWriter(fresh_term, module, gradebook), list[str]()
        event.listen(
            gradebook.engine, "before_cursor_execute", lambda *given: said.append(given[2])
        )
        event.listen(gradebook.engine, "commit", lambda _: said.append("commit"))
        for size in (2, 40):
            said.clear()
            writer.save([result(f"{size}-{number}", module) for number in range(size)])
            counts.append(len(said))
            assert said.count("commit") == 1
    assert counts[0] == counts[1]


def test_a_result_that_cannot_be_stored_costs_the_others_nothing(
    fresh_term: Course, writer: GradebookWriter, module: Module
) -> None:
    bad = result("bad", module, score={"no": "score"})
    saved = writer.save([result("a", module), bad, result("z", module)])
    assert names(saved) == ["a", "bad", "z"]
    assert [each.verdict for each in saved] == ["wrong", "ungraded", "wrong"]
    assert "cannot be saved" in saved[1].notes[0]
    assert stamps(fresh_term, module) == {each.student: each.stamp for each in saved}
    with fresh_term.gradebook() as gradebook:
        scores = {
            student: gradebook.find_grade("q4-why-relu", module.name, module.id, student).auto_score
            for student in ("a", "bad", "z")
        }
    assert scores == {"a": 1.0, "bad": None, "z": 1.0}
    for each in saved:
        assert Outcome.load(fresh_term.verdict(each.student, module)) == each
