"""`grader regrade`: what it says, and what it refuses."""

import pytest
from command_line import complaint, run
from kit import csv_rows

from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.regrades import Cell, load
from grader.gradebook.totals import Total
from grader.grading.changes import Change, Flip
from grader.grading.regrade import Due


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "Missing option '--module'"),
        (["--module", "2"], "Say why, students read it: --because"),
        (["--module", "2", "--because", "  "], "Say why, students read it: --because"),
        (["--module", "2", "--because", "a\nb"], "--because takes one line of at most 500"),
        (["--module", "2", "--because", "a" * 501], "--because takes one line of at most 500"),
    ],
)
def test_it_asks_for_a_module_and_a_reason(term: Course, options: list[str], said: str) -> None:
    result = run(term, "regrade", *options)
    assert result.exit_code == 2
    assert said in result.stderr


def test_an_unknown_student_and_a_mistake_in_the_exceptions_are_named(
    graded_before: Course, module: Module
) -> None:
    more = ["--module", "2", "--preview"]
    assert "'nobody'" in complaint(run(graded_before, "regrade", *more, "--student", "nobody"))
    (graded_before.folder / "exceptions.yml").write_text("excused: 3\n", encoding="utf-8")
    for verb in (["regrade", *more], ["grade"], ["grades"], ["feedback"]):
        said = complaint(run(graded_before, *verb))
        assert said.startswith("exceptions.yml: line 1: excused: ")


def test_it_grades_again_and_says_that_nothing_changed(
    graded_before: Course, module: Module
) -> None:
    with graded_before.gradebook() as gradebook:
        entry = gradebook.find_grade("q4-why-relu", module.name, module.id, "complete")
        entry.manual_score, entry.needs_manual_grade = 2, False
        gradebook.db.commit()
    which = ["--module", "2", "--student", "complete", "--engine", "nbgrader"]
    result = run(graded_before, "regrade", *which, "--because", "To be sure")
    assert result.exit_code == 0, result.stderr
    assert "02_activations: points changed for 0 of 1 students." in result.stdout
    assert "Pages tell date and reason after `make feedback MODULE=activations`." in result.stdout
    (record,) = load(graded_before, module)
    assert record.before["complete"]["q4-why-relu"] == Cell(manual=2)
    path = graded_before.folder / "grades.csv"
    row = csv_rows(path.read_text(encoding="utf-8"), module)["complete"]
    assert (row["score"], row["needs_manual_grade"]) == ("39.0", "False")


def test_points_and_reasons_are_shown_by_student_and_by_test(
    module: Module, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from rich.console import Console

    from grader import terminal
    from grader.commands.regrade import _show

    def change(who: str, before: float | None, after: float, text: bool | None) -> Change:
        flip = Flip("relu", "test-relu", before or 0, after, changed=text, message="it said [x]")
        old, new = (Total({"relu": each}, each or 0, 40) for each in (before, after))
        return Change(who, old, new, [flip])

    changes = [change(f"s{n:02}", 0, 6, True) for n in range(12)]
    changes += [change("z[b]", 6, 2.5, None), Change("y", changes[0].before, changes[0].before, [])]
    changes[-1].kept.append("test-relu: 1 points given by hand stay")
    monkeypatch.setattr(terminal, "console", Console(width=200))
    _show(module, changes, Due([each.student for each in changes], ["tests"], {}), preview=True)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        "02_activations: points would change for 13 of 14 students. "
        "Changed since they were graded: tests."
    )
    assert lines[2].split() == ["s00", "0", "6", "+6", "relu", "0", "->", "6"]
    assert lines[14].split() == ["z[b]", "6", "2.5", "-3.5", "relu", "6", "->", "2.5"]
    assert lines[15] == (
        "  relu: test-relu (changed) gives more points to "
        + ", ".join(f"s{n:02}" for n in range(10))
        + " and 2 more; it says before: it said [x]"
    )
    assert lines[16:] == [
        "  relu: test-relu gives fewer points to z[b]; it says now: it said [x]",
        "  y: test-relu: 1 points given by hand stay",
        "Nothing was written.",
    ]
