"""Misconceptions are counted by student, and failures without one by task."""

from grader.course.outcome import Outcome, Verdict
from grader.report.mistakes import failures, mistakes
from grader.report.papers import Failed, Paper

ROOT, KEEP = "Take the root.", "You keep what you should drop."


def paper(student: str, *findings: Failed, untouched: tuple[str, ...] = ()) -> Paper:
    outcome = Outcome(student=student, module="m", verdict=Verdict.WRONG)
    return Paper(outcome, untouched=set(untouched), findings=list(findings))


def test_a_student_counts_once_in_however_many_tests_it_shows() -> None:
    found = mistakes(
        [
            paper(
                "ada",
                Failed("linear", ROOT, "section 2", "", 4),
                Failed("linear", ROOT, "section 2", "", 2),
                Failed("mlp", ROOT, "section 5", "", 1),
            ),
            paper("ben", Failed("linear", ROOT, "section 2", "", 4)),
        ]
    )
    (one,) = found
    assert (one.students.count, one.students.students) == (2, ["ada", "ben"])
    assert (one.points_lost, one.tasks, one.read) == (11, ["linear", "mlp"], "section 2")


def test_those_of_most_students_come_first_then_those_that_cost_most() -> None:
    found = mistakes(
        [
            paper("ada", Failed("a", "cheap", "", "", 1), Failed("b", "dear", "", "", 9)),
            paper("ben", Failed("c", "common", "", "", 1)),
            paper("cara", Failed("c", "common", "", "", 1)),
        ]
    )
    assert [each.sentence for each in found] == ["common", "dear", "cheap"]


def test_a_visible_check_counts_only_where_no_graded_test_names_a_mistake() -> None:
    check = Failed("a", "perhaps", "", "", 0)
    assert [each.sentence for each in mistakes([paper("ada", check)])] == ["perhaps"]
    found = mistakes([paper("ada", check, Failed("a", "surely", "", "", 2))])
    assert [each.sentence for each in found] == ["surely"]


def test_a_failure_counts_only_where_the_student_was_told_no_mistake() -> None:
    unknown = Failed("a", "", "", "the code raised KeyError", 2)
    found = failures(
        [
            paper("ada", unknown, Failed("a", "", "", "what follows from it", 2)),
            paper("ben", unknown),
            paper("cara", unknown, Failed("a", KEEP, "", "", 2)),
            paper("dina", unknown, untouched=("a",)),
        ]
    )
    assert [(each.task, each.what, each.students.students) for each in found] == [
        ("a", "the code raised KeyError", ["ada", "ben"])
    ]
