"""The best and the weakest quarter, and how equals are treated."""

import pytest

from grader.report.quarters import quarters


def test_a_small_class_has_no_quarters() -> None:
    assert quarters({str(number): number / 7 for number in range(7)}) is None


def test_the_quarters_are_those_with_most_and_fewest() -> None:
    found = quarters({str(number): number / 7 for number in range(8)})
    assert found == ({"7": 1.0, "6": 1.0}, {"0": 1.0, "1": 1.0})


@pytest.mark.parametrize("shares", [[0.0, 0.5, 0.5, 0.5, 1.0, 1.0, 1.0, 1.0], [0.5] * 9])
def test_equals_count_alike_and_a_quarter_is_a_quarter(shares: list[float]) -> None:
    named = {str(number): each for number, each in enumerate(shares)}
    found = quarters(named)
    assert found is not None
    for weights in found:
        assert sum(weights.values()) == pytest.approx(len(shares) / 4)
        for share in set(shares):
            same = {weights.get(name, 0.0) for name, own in named.items() if own == share}
            assert len(same) == 1
