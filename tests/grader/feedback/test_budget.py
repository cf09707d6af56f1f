"""What one page takes of a student's text, outputs and pictures."""

import pytest

from grader.feedback import budget
from grader.feedback.budget import LARGEST, LONGEST, MARKUP, OUTPUTS, PICTURES, TEXT, PageBudget


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert PageBudget().cut("x" * LONGEST) == "x" * LONGEST


def test_a_longer_text_is_cut_with_a_line_that_says_so() -> None:
    assert (
        PageBudget().cut("x" * (LONGEST + 1))
        == "x" * LONGEST + "\n[cut: 100,001 characters in all]"
    )


def test_all_texts_together_fit_a_page() -> None:
    left = PageBudget()
    kept = sum(left.cut("x" * LONGEST).count("x") for _ in range(100))
    assert kept == TEXT


def test_outputs_and_pictures_are_counted() -> None:
    left = PageBudget()
    assert (left.outputs(OUTPUTS - 1), left.outputs(5), left.outputs(5)) == (OUTPUTS - 1, 1, 0)
    assert not left.picture("x" * (LARGEST + 1))
    assert sum(left.picture("x" * LARGEST) for _ in range(100)) == PICTURES // LARGEST


def test_text_is_made_to_look_better_up_to_an_amount() -> None:
    left = PageBudget()
    assert left.can_render
    left.spend("x" * MARKUP)
    assert not left.can_render


def test_text_is_made_to_look_better_for_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", 0.0)
    assert not PageBudget().can_render
