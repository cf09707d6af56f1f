"""What the course's checks accept, and what they say when they do not."""

from collections.abc import Callable

import numpy as np
import pytest

from tinytorch.checks import (
    CheckFailed,
    close,
    expect,
    expect_int,
    expect_raises,
    expect_true,
    fail,
    generator,
    is_numeric,
    show,
    values,
)
from tinytorch.core.tensor import Tensor


def message(call: Callable[[], object]) -> list[str]:
    """The lines of the message with which `call()` fails."""
    with pytest.raises(CheckFailed) as caught:
        call()
    return str(caught.value).split("\n")


def test_a_failure_has_a_line_for_each_thing_that_is_known() -> None:
    lines = message(
        lambda: fail(
            "f(2) is not right.", expected=4, got=5, likely="one too many.", read="section 1"
        )
    )
    assert lines == [
        "f(2) is not right.",
        "  expected: 4",
        "  got:      5",
        "  likely:   one too many.",
        "  read:     section 1",
    ]


def test_a_failure_holds_the_author_s_part_of_its_message() -> None:
    with pytest.raises(CheckFailed) as caught:
        fail(
            "f(2) is not right.",
            got="5\n  likely:   forged",
            likely="one too many.",
            read="section 1",
        )
    error = caught.value
    assert (error.title, error.likely, error.read) == (
        "f(2) is not right.",
        "one too many.",
        "section 1",
    )


def test_a_failure_leaves_out_what_is_not_known() -> None:
    assert message(lambda: fail("f(2) is not right.")) == ["f(2) is not right."]


def test_a_failure_is_an_assertion_error_and_shows_its_words_alone() -> None:
    error = CheckFailed("f(2) is not right.\n  got:      5")
    assert isinstance(error, AssertionError)
    assert error._render_traceback_() == ["f(2) is not right.", "  got:      5"]


def test_arrays_are_shown_with_their_shape_and_a_few_numbers() -> None:
    text = show(np.arange(1000.0).reshape(10, 100))
    assert text.startswith("shape (10, 100)\n")
    assert "..." in text
    assert len(text) < 200


def test_a_tensor_is_shown_like_its_array() -> None:
    assert show(Tensor([1.0, 2.5])) == show(np.array([1.0, 2.5]))
    assert show(Tensor([1.0, 2.5])) == "shape (2,)\n            [1 2.5]"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("as it is", "as it is"), (3, "3"), (None, "None"), (..., "..."), ({"a": 1}, "{'a': 1}")],
)
def test_plain_values_are_shown_plainly(value: object, shown: str) -> None:
    assert show(value) == shown


def test_a_long_text_of_an_object_is_cut() -> None:
    assert show({"key": "x" * 500}).endswith("...")
    assert len(show({"key": "x" * 500})) == 120


def test_values_are_a_copy() -> None:
    x = Tensor([1.0, 2.0])
    values(x)[0] = 9.0
    assert x.data[0] == 1.0


@pytest.mark.parametrize("numbers", [Tensor([1.0]), np.array([True]), 3, 2.5, [1, 2], (1.0,)])
def test_numbers_are_numeric(numbers: object) -> None:
    assert is_numeric(numbers)


@pytest.mark.parametrize("other", ["1", None, object(), [[1], [1, 2]], ["a"], {"a": 1}])
def test_what_is_no_array_of_numbers_is_not_numeric(other: object) -> None:
    assert not is_numeric(other)


def test_close_allows_for_float32_and_no_more() -> None:
    assert close(1.00005, 1.0)
    assert not close(1.001, 1.0)
    assert close(np.nan, np.nan)
    assert not close(np.ones((1, 2)), np.ones(2))
    assert not close("1.0", 1.0)


@pytest.mark.filterwarnings("error")
def test_values_far_apart_are_compared_without_a_warning() -> None:
    for one, other in ((3e38, -3e38), (np.inf, np.inf), (np.inf, 1.0), (np.nan, 0.0)):
        got, want = np.array([one], np.float32), np.array([other], np.float32)
        assert close(got, want) is (one == other)


@pytest.mark.parametrize("got", [Tensor([1.0, 2.0]), np.array([1, 2]), [1.0, 2.000001]])
def test_expect_accepts_the_right_numbers_in_any_form(got: object) -> None:
    expect(got, np.array([1.0, 2.0]), "f(x)", mistakes={"never shown.": np.array([1.0, 2.0])})


def test_expect_names_the_mistake_whose_value_came() -> None:
    lines = message(
        lambda: expect(
            Tensor([3.0]),
            [1.0],
            "f(x)",
            read="section 2",
            mistakes={"halved.": [2.0], "tripled.": [3.0]},
        )
    )
    assert lines[0] == "f(x) is not right."
    assert "  likely:   tripled." in lines
    assert "  read:     section 2" in lines
    assert not any("halved" in line for line in lines)


@pytest.mark.parametrize(
    ("got", "first", "likely"),
    [
        (None, "f(x) gave None.", "the function does not return its result."),
        ("text", "f(x) is not made of numbers.", "general."),
        (np.ones((3, 1)), "f(x) has the wrong shape.", "general."),
        (np.array([np.nan, 1, 1]), "f(x) contains NaN (not a number).", "general."),
        (np.zeros(3), "f(x) has the right shape but wrong values.", "general."),
    ],
)
def test_expect_says_in_which_way_a_result_is_wrong(got: object, first: str, likely: str) -> None:
    lines = message(lambda: expect(got, np.ones(3), "f(x)", likely="general."))
    assert lines[0] == first
    assert f"  likely:   {likely}" in lines


def test_mistakes_may_be_worked_out_for_a_wrong_answer_alone() -> None:
    expect(
        Tensor([1.0]), [1.0], "f(x)", mistakes=lambda: pytest.fail("worked out for a right answer")
    )
    lines = message(
        lambda: expect(Tensor([3.0]), [1.0], "f(x)", mistakes=lambda: {"tripled.": [3.0]})
    )
    assert "  likely:   tripled." in lines


def test_expect_names_the_type_that_was_asked_for() -> None:
    lines = message(lambda: expect(np.ones(3), np.ones(3), "f(x)", kind=Tensor))
    assert lines[:3] == ["f(x) has the wrong type.", "  expected: Tensor", "  got:      ndarray"]
    expect(Tensor(np.ones(3)), np.ones(3), "f(x)", kind=Tensor)


@pytest.mark.parametrize("got", [6, np.int64(6), np.int32(6)])
def test_expect_int_accepts_whole_numbers_of_any_integer_type(got: object) -> None:
    expect_int(got, 6, "n(x)")


@pytest.mark.parametrize("got", [6.0, np.float32(6), True, np.True_, "6", [6]])
def test_expect_int_refuses_what_is_no_int(got: object) -> None:
    assert (
        message(lambda: expect_int(got, 6, "n(x)"))[0] == "n(x) is not a whole number of type int."
    )


@pytest.mark.parametrize("got", [24, 24.0])
def test_expect_int_names_the_mistake_before_the_type(got: float) -> None:
    lines = message(lambda: expect_int(got, 6, "n(x)", mistakes={"bytes instead of values.": 24}))
    assert "  likely:   bytes instead of values." in lines


def test_expect_int_shows_expected_and_got() -> None:
    lines = message(lambda: expect_int(7, 6, "n(x)", likely="count again."))
    assert lines == [
        "n(x) is not right.",
        "  expected: 6",
        "  got:      7",
        "  likely:   count again.",
    ]
    assert message(lambda: expect_int(None, 6, "n(x)"))[0] == "n(x) gave None."


def raising(error: Exception) -> Callable[[], object]:
    def call() -> object:
        raise error

    return call


def test_expect_raises_returns_the_error_so_that_its_words_can_be_checked() -> None:
    error = ValueError("p is a probability")
    assert expect_raises(ValueError, raising(error), "Dropout(2)") is error
    assert expect_raises((TypeError, ValueError), raising(error), "Dropout(2)") is error


def test_expect_raises_says_what_came_instead() -> None:
    lines = message(
        lambda: expect_raises(ValueError, lambda: 3, "Dropout(2)", likely="p is not checked.")
    )
    assert lines[:3] == [
        "Dropout(2) raised no error.",
        "  expected: ValueError",
        "  got:      no error, but 3",
    ]
    lines = message(
        lambda: expect_raises((TypeError, ValueError), raising(KeyError("p")), "Dropout(2)")
    )
    assert lines[:3] == [
        "Dropout(2) raised the wrong error.",
        "  expected: TypeError or ValueError",
        "  got:      KeyError: 'p'",
    ]


def test_a_task_that_is_not_written_keeps_its_own_error() -> None:
    with pytest.raises(NotImplementedError, match="not written yet"):
        expect_raises(ValueError, raising(NotImplementedError("not written yet")), "Dropout(2)")


def test_expect_true_fails_with_its_words() -> None:
    expect_true(True, "never shown")
    assert (
        message(lambda: expect_true(0, "The list is empty.", likely="nothing is added."))[0]
        == "The list is empty."
    )


def test_fresh_numbers_depend_on_the_seed_and_on_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(name: str, seed: str) -> list[float]:
        monkeypatch.setenv("TINYTORCH_SEED", seed)
        return generator(name).random(3).tolist()

    first = draw("test-a", "1")
    assert draw("test-a", "1") == first
    assert draw("test-a", "2") != first
    assert draw("test-b", "1") != first


def test_fresh_numbers_without_a_seed_are_those_of_seed_0(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TINYTORCH_SEED", "0")
    first = generator("test-a").random()
    monkeypatch.delenv("TINYTORCH_SEED")
    assert generator("test-a").random() == first
