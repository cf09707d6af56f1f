"""The distribution of points, and the figures and remarks of tasks."""

import pytest

from grader.course.outcome import Outcome, Verdict
from grader.gradebook.grades import Row
from grader.report.statistics import About, distribution, remark, share, task_figures

TASKS = [About("easy", "Easy", "", 6.0), About("hard", "Hard", "", 4.0)]
MOST = {"easy": 6.0, "hard": 4.0}


def row(student: str, easy: float | None, hard: float | None) -> Row:
    outcome = Outcome(student=student, module="m", verdict=Verdict.WRONG)
    return Row(student, {"easy": easy, "hard": hard}, (easy or 0) + (hard or 0), outcome)


def test_a_share_is_of_what_is_marked() -> None:
    assert share(row("a", 6, 0), MOST) == 0.6
    assert share(row("a", 6, None), MOST) == 1.0
    assert share(row("a", None, None), MOST) is None


def test_all_points_are_in_the_last_bin_and_a_tenth_in_the_second() -> None:
    found = distribution([row("a", 6, 4), row("b", 1, 0), row("c", 0, 0)], TASKS)
    assert found.bins == [1, 1, 0, 0, 0, 0, 0, 0, 0, 1]
    assert found.mean == pytest.approx(1.1 / 3)
    assert found.median == pytest.approx(0.1)
    assert found.waiting.count == 0


def test_a_bin_is_not_missed_by_rounding() -> None:
    # 0.3 is a little less than 3 tenths in binary.
    found = distribution([row("a", 3, 0), row("b", 6, 1)], TASKS)
    assert found.bins == [0, 0, 0, 1, 0, 0, 0, 1, 0, 0]


def test_without_anybody_there_are_no_figures() -> None:
    found = distribution([], TASKS)
    assert (found.mean, found.median, found.lower) == (None, None, None)
    assert task_figures([], TASKS, {})[0].share is None


def test_who_waits_is_named_and_their_points_are_told() -> None:
    found = distribution([row("a", 6, None), row("b", 3, 0)], TASKS)
    assert (found.waiting.students, found.waiting_points) == (["a"], 4.0)


def test_a_task_that_waits_has_no_share_yet() -> None:
    # The 0 of an empty answer is known at once, and would be the mean of the task.
    easy, hard = task_figures([row("a", 6, None), row("b", 3, 0)], TASKS, {"hard": {"b"}})
    assert (easy.share, hard.share, hard.waiting) == (0.75, None, 1)
    assert hard.not_begun.students == ["b"]


def test_discrimination_is_the_best_quarter_s_share_less_the_weakest_s() -> None:
    rows = [row(str(number), 6, 4 if number < 3 else 0) for number in range(8)]
    easy, hard = task_figures(rows, TASKS, {})
    assert (easy.best, easy.weakest, easy.discrimination) == (1.0, 1.0, 0.0)
    assert (hard.best, hard.weakest, hard.discrimination) == (1.0, 0.0, 1.0)
    assert (easy.remark, hard.remark) == ("easy for all", "")


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((0.3, 0.4, 0.2), "hard for the best too"),
        ((0.7, 0.7, 0.75), "does not tell students apart"),
        ((0.95, 1.0, 0.93), "easy for all"),
        ((0.7, 0.9, 0.4), ""),
        ((0.7, None, None), ""),
    ],
)
def test_a_remark_says_what_stands_out(
    figures: tuple[float, float | None, float | None], told: str
) -> None:
    assert remark(*figures) == told
