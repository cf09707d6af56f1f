"""A result is packed and unpacked without loss, and an incomplete one is none."""

from datetime import UTC, datetime

import pytest

from grader.course.outcome import Outcome, Result, Verdict
from grader.grading.wall.tests.submission import pack, unpack

OUTCOME = Outcome(student="ada", module="01_tensor", verdict=Verdict.WRONG, notes=["a note"])
RESULT = Result(
    OUTCOME, '{"cells": []}\n', {"test-a": 1.5, "q1": None}, {"q1": "No response."},
    datetime(2026, 3, 1, 10, tzinfo=UTC),
)  # fmt: skip


@pytest.mark.parametrize("result", [RESULT, Result(OUTCOME)], ids=["run", "not run"])
def test_a_result_is_the_same_after_packing(result: Result) -> None:
    assert unpack(pack(result)) == result


@pytest.mark.parametrize("cut", [1, 5, 20])
def test_a_result_that_is_cut_is_none(cut: int) -> None:
    assert unpack(pack(RESULT)[:-cut]) is None


@pytest.mark.parametrize("data", [b"", b"\x00end", b"{}\n\x00end", b"[1]\n\x00end", b"x\n\x00end"])
def test_data_that_is_no_result_is_none(data: bytes) -> None:
    assert unpack(data) is None
