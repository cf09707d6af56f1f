"""Who needs help and why, and which submissions a person looks at."""

from pathlib import Path

import pytest

from grader.course.outcome import Outcome, Verdict
from grader.course.term import ROOT, Course
from grader.report.attention import cases, needs
from grader.report.papers import Paper


def paper(student: str, verdict: Verdict = Verdict.WRONG, **more: object) -> Paper:
    notes = [f"note on {student}"]
    outcome = Outcome(student=student, module="03_layers", verdict=verdict, notes=notes)
    return Paper(outcome, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("share", "before", "untouched", "reasons"),
    [
        (0.49, None, 0, ["49% of the points"]),
        (0.5, None, 5, []),
        (0.5, 0.7, 6, ["6 of 10 tasks not begun"]),
        (0.6, 0.9, 0, ["60% of the points, 90% in the modules before"]),
    ],
)
def test_each_reason_is_told(
    share: float, before: float | None, untouched: int, reasons: list[str]
) -> None:
    one = paper("ada", untouched={str(number) for number in range(untouched)})
    earlier = {} if before is None else {"ada": before}
    found = needs([one], {"ada": share}, earlier, [], 10)
    assert [each.reasons for each in found] == ([reasons] if reasons else [])


def test_those_with_the_fewest_points_come_first_and_then_those_without() -> None:
    papers = [paper("ada"), paper("ben"), paper("cara", Verdict.UNREADABLE), paper("dina")]
    shares = {"ada": 0.4, "ben": 0.1, "dina": 1.0}
    found = needs(papers, shares, {}, ["zoe"], 10)
    assert [each.student for each in found] == ["ben", "ada", "cara", "zoe"]
    assert [each.reasons[0] for each in found[2:]] == [
        "handed in a file that cannot be graded",
        "handed in nothing",
    ]


def test_what_did_not_run_as_it_was_handed_in_is_looked_at(tmp_path: Path) -> None:
    course = Course(ROOT, tmp_path)
    papers = [
        paper("ada", Verdict.OK, repairs=["cell missing, put back: test-linear"]),
        paper("ben", Verdict.TIMEOUT, repairs=["cell missing, put back: test-linear"]),
        paper("cara", Verdict.OK),
        paper("dina", Verdict.ERROR),
        paper("elif", Verdict.KILLED),
        paper("faro", Verdict.UNGRADED),
    ]
    found = cases(course, course.manifest.module("layers"), papers, ["gwen"])
    assert [(each.student, each.kind) for each in found] == [
        ("faro", "not graded"),
        ("gwen", "not graded"),
        ("ben", "timeout"),
        ("elif", "killed"),
        ("ada", "repaired"),
    ]
    assert found[2].notes == ["note on ben"]
    assert found[4].notes == ["cell missing, put back: test-linear"]
    assert found[2].folder == "submitted/ben/03_layers"
