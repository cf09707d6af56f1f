"""The best and the weakest quarter of a class."""

from collections.abc import Mapping

SMALLEST = 8  # students: in a smaller class a quarter is one person


def quarters(shares: Mapping[str, float]) -> tuple[dict[str, float], dict[str, float]] | None:
    """Return student -> weight for the best and for the weakest quarter; None in a small class.

    Students with the same share are treated alike: where only some of them fit into the quarter,
    each counts for a part, so that no order among equals decides about the figures.
    """
    if len(shares) < SMALLEST:
        return None
    return _first(shares, sign=-1), _first(shares, sign=1)


def _first(shares: Mapping[str, float], sign: int) -> dict[str, float]:
    """Return weights of the first quarter in the order of `sign * share`; they add up to it."""
    left, weights = len(shares) / 4, dict[str, float]()
    for share in sorted(set(shares.values()), key=lambda each: sign * each):
        equals = [student for student, own in shares.items() if own == share]
        weights |= dict.fromkeys(equals, min(1.0, left / len(equals)))
        left -= len(equals)
        if left <= 0:
            break
    return weights
