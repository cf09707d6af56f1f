"""Which answers are marked together, and how they differ."""

import pytest

from grader.marking.alike import groups, marked_differences

LONG = (
    "The slope of the sigmoid is at most a quarter, and slopes multiply along the chain, so that"
    " after ten layers next to nothing of a change is left for the first weights"
)


def test_case_stops_and_line_breaks_do_not_set_answers_apart() -> None:
    assert groups(["It saturates.", "other", "it\nsaturates", "It  saturates!"]) == [[0, 2, 3], [1]]


def test_a_few_other_words_in_a_long_answer_leave_it_alike() -> None:
    assert groups([LONG, LONG.replace("next to nothing", "almost nothing")]) == [[0, 1]]


@pytest.mark.parametrize(
    "other",
    [
        LONG.replace("is at most", "is not at most"),
        LONG.replace("ten layers", "10 layers"),
        LONG.replace("quarter", "quarter or 0.5"),
        LONG[: len(LONG) // 2],
        "ReLU is cheaper to compute.",
    ],
)
def test_a_not_another_number_or_other_words_set_answers_apart(other: str) -> None:
    assert groups([LONG, other]) == [[0], [1]]


def test_every_answer_is_in_one_group() -> None:
    texts = [LONG, "", LONG.upper(), "a", "", "a b"]
    assert sorted(place for group in groups(texts) for place in group) == list(range(6))
    assert groups([]) == []


def test_differences_are_marked_and_nothing_else() -> None:
    parts = marked_differences("slopes multiply along the chain", "slopes add up along a chain")
    assert parts == [
        (False, "slopes"), (True, "add up"), (False, "along"), (True, "a"), (False, "chain"),
    ]  # fmt: skip
    assert marked_differences("so it is small", "it is small") == [
        (True, "[without: so]"), (False, "it is small"),
    ]  # fmt: skip
