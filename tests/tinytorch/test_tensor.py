"""Tensor: float32, arithmetic both ways round, products, shapes, indexing, reductions."""

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from tinytorch.core.tensor import Tensor

Binary = Callable[[Any, Any], Any]
OPERATORS = [operator.add, operator.sub, operator.mul, operator.truediv]


def numbers(*shape: int, seed: int = 1) -> np.ndarray:
    """Positive float32 numbers."""
    return np.random.default_rng(seed).uniform(0.5, 2.0, shape).astype(np.float32)


A, B = numbers(2, 3, seed=1), numbers(2, 3, seed=2)


def same(got: Tensor, want: np.ndarray | float) -> bool:
    """Whether `got` is a float32 Tensor with exactly these numbers, to float32's precision."""
    want = np.asarray(want)
    alike = type(got) is Tensor and got.dtype == np.float32 and got.shape == want.shape
    return alike and np.allclose(got.data, want, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(
    "data", [3, [1, 2], [[1, 2], [3, 4]], np.ones((2, 1, 3)), Tensor([1.0]), np.float64(2), []]
)
def test_data_becomes_a_float32_array(data: Any) -> None:
    want = np.asarray(data.data if isinstance(data, Tensor) else data)
    x = Tensor(data)
    assert same(x, want)
    assert (x.shape, x.size, x.ndim) == (want.shape, want.size, want.ndim)
    assert x.numpy() is x.data


@pytest.mark.parametrize("make", [lambda a: a, Tensor])
def test_data_is_copied(make: Callable[[np.ndarray], Any]) -> None:
    array = np.ones(3, dtype=np.float32)
    original = make(array)
    x = Tensor(original)
    x.data[0] = 5.0
    array[1] = 7.0
    assert x.data.tolist() == [5.0, 1.0, 1.0]


NOT_NUMBERS = [
    None,
    "3",
    b"3",
    [1, None],
    [[1.0], [None]],
    [1, "2"],
    np.array(["a"]),
    np.array([1, None]),
    1j,
    {},
]


@pytest.mark.parametrize("data", NOT_NUMBERS, ids=repr)
def test_what_is_not_a_number_is_refused(data: Any) -> None:
    with pytest.raises(TypeError, match="A Tensor holds numbers, got"):
        Tensor(data)


@pytest.mark.parametrize("sign", [*OPERATORS, operator.matmul, operator.pow])
@pytest.mark.parametrize("other", [None, "3"])
def test_arithmetic_with_none_or_text_is_refused_on_both_sides(sign: Binary, other: Any) -> None:
    for call in (lambda: sign(Tensor([1.0, 2.0]), other), lambda: sign(other, Tensor([1.0, 2.0]))):
        with pytest.raises(TypeError, match="A Tensor holds numbers, got"):
            call()


def test_none_is_refused_with_a_hint() -> None:
    with pytest.raises(TypeError, match=r"got None\. Is there no bias"):
        Tensor([1.0]) + None


@pytest.mark.parametrize("data", [2**70, Fraction(1, 2), [2**70, 0.5], True], ids=repr)
def test_every_kind_of_real_number_is_accepted(data: Any) -> None:
    assert same(Tensor(data), np.array(data, dtype=np.float64))


def test_the_flag_for_gradients_is_carried_and_asleep() -> None:
    assert Tensor([1.0]).requires_grad is False
    assert Tensor([1.0], requires_grad=True).requires_grad is True


@pytest.mark.parametrize("sign", OPERATORS)
@pytest.mark.parametrize(
    "other", [Tensor(B), B, 2, 2.5, np.float32(2), np.int64(3), np.arange(1.0, 4.0), [[2.0], [4.0]]]
)
def test_arithmetic_is_numpys(sign: Binary, other: Any) -> None:
    plain = other.data if isinstance(other, Tensor) else np.asarray(other)
    assert same(sign(Tensor(A), other), sign(A, plain))


@pytest.mark.parametrize("sign", OPERATORS)
@pytest.mark.parametrize(
    "other", [B, 2, 2.5, np.float32(2), np.int64(3), np.arange(1.0, 4.0), np.float64(0.5)]
)
def test_arithmetic_works_with_the_tensor_on_the_right(sign: Binary, other: Any) -> None:
    assert same(sign(other, Tensor(A)), sign(np.asarray(other), A))


@pytest.mark.parametrize("sign", OPERATORS)
@pytest.mark.parametrize(
    ("left", "right"), [((4, 1), (1, 5)), ((6, 2, 3), (2, 1)), ((2, 3), (3,)), ((), (2,))]
)
def test_shapes_broadcast(sign: Binary, left: tuple[int, ...], right: tuple[int, ...]) -> None:
    a, b = numbers(*left, seed=3), numbers(*right, seed=4)
    assert same(sign(Tensor(a), Tensor(b)), sign(a, b))
    assert same(sign(Tensor(b), Tensor(a)), sign(b, a))


@pytest.mark.parametrize("sign", OPERATORS)
def test_shapes_that_do_not_broadcast_are_refused(sign: Binary) -> None:
    with pytest.raises(ValueError, match="broadcast"):
        sign(Tensor(A), Tensor([1.0, 2.0]))


@pytest.mark.parametrize("power", [2, 0.5, -1, 3, 0])
def test_powers(power: float) -> None:
    assert same(Tensor(A) ** power, A**power)
    assert same(abs(power) ** Tensor(A), np.abs(power) ** A)


def test_minus() -> None:
    assert same(-Tensor(A), -A)


@pytest.mark.parametrize("sign", [*OPERATORS, operator.matmul])
def test_operands_keep_their_values(sign: Binary) -> None:
    x, y = Tensor(A), Tensor(B.T if sign is operator.matmul else B)
    before = x.data.copy(), y.data.copy()
    sign(x, y).data[...] = 0.0
    assert np.array_equal(x.data, before[0])
    assert np.array_equal(y.data, before[1])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ((2, 3), (3, 4)),
        ((1, 1), (1, 1)),
        ((2, 3), (3,)),
        ((3,), (3, 4)),
        ((3,), (3,)),
        ((5, 2, 3), (5, 3, 4)),
        ((5, 2, 3), (3, 4)),
        ((2, 3), (5, 3, 4)),
        ((5, 2, 3), (3,)),
    ],
)
def test_matrix_product_is_numpys(left: tuple[int, ...], right: tuple[int, ...]) -> None:
    a, b = numbers(*left, seed=3), -numbers(*right, seed=4)
    for product in (
        Tensor(a).matmul(Tensor(b)),
        Tensor(a) @ Tensor(b),
        Tensor(a).matmul(b),
        a @ Tensor(b),
    ):
        assert same(product, np.matmul(a, b))


def test_a_product_that_does_not_fit_says_so_in_exactly_these_words() -> None:
    with pytest.raises(ValueError) as caught:
        Tensor(np.zeros((32, 128))).matmul(Tensor(np.zeros((256, 10))))
    assert str(caught.value) == (
        "Cannot perform matrix multiplication: (32, 128) @ (256, 10). "
        "Inner dimensions must match: 128 ≠ 256"
    )


@pytest.mark.parametrize(
    ("left", "right", "numbers"),
    [
        ((3,), (4,), "(3,) @ (4,). Inner dimensions must match: 3 ≠ 4"),
        ((2, 3), (4,), "(2, 3) @ (4,). Inner dimensions must match: 3 ≠ 4"),
        ((5, 2, 3), (5, 2, 4), "(5, 2, 3) @ (5, 2, 4). Inner dimensions must match: 3 ≠ 2"),
        ((4,), (3, 4), "(4,) @ (3, 4). Inner dimensions must match: 4 ≠ 3"),
    ],
)
def test_the_message_names_both_shapes_and_the_two_numbers(
    left: tuple[int, ...], right: tuple[int, ...], numbers: str
) -> None:
    for call in (Tensor(np.zeros(left)).matmul, Tensor(np.zeros(left)).__matmul__):
        with pytest.raises(ValueError) as caught:
            call(Tensor(np.zeros(right)))
        assert str(caught.value) == f"Cannot perform matrix multiplication: {numbers}"


@pytest.mark.parametrize(("left", "right"), [(3.0, [1.0]), ([1.0], 3.0), (2.0, 3.0)])
def test_a_single_number_has_no_matrix_product(left: Any, right: Any) -> None:
    with pytest.raises(ValueError, match="single number"):
        Tensor(left) @ Tensor(right)


@pytest.mark.parametrize("shape", [(3, 2), (6,), (-1,), (3, -1), (1, 2, 3)])
def test_reshape_takes_numbers_or_one_tuple(shape: tuple[int, ...]) -> None:
    x = Tensor(A)
    assert same(x.reshape(*shape), A.reshape(shape))
    assert same(x.reshape(shape), A.reshape(shape))
    assert x.shape == (2, 3)


@pytest.mark.parametrize("shape", [(4, 2), (-1, -1), (5,)])
def test_reshape_refuses_another_number_of_numbers(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):
        Tensor(A).reshape(*shape)


def test_transpose_swaps_the_last_two_axes_or_those_that_are_named() -> None:
    array = numbers(7, 5, 2, 3)
    x = Tensor(array)
    assert same(x.transpose(), np.swapaxes(array, 2, 3))
    assert same(x.T, np.swapaxes(array, 2, 3))
    assert same(x.transpose(0, 2), np.swapaxes(array, 0, 2))
    assert same(x.transpose(1, -1), np.swapaxes(array, 1, 3))


@pytest.mark.parametrize("data", [3.0, [1.0, 2.0]])
def test_transpose_of_fewer_than_two_axes_changes_nothing(data: Any) -> None:
    x = Tensor(data)
    assert same(x.transpose(), x.data)
    assert x.transpose() is not x


@pytest.mark.parametrize(
    "key", [1, -1, (1, 2), slice(0, 1), (slice(None), 0), [1, 0], (..., 1), (None, 1), A > 1.0]
)
def test_indexing_selects_what_numpy_selects(key: Any) -> None:
    part = Tensor(A)[key]
    assert same(part, A[key])


def test_a_part_has_memory_of_its_own() -> None:
    x = Tensor(A)
    for part in (x[0], x.reshape(6), x.T, x.transpose(0, 1)):
        part.data[...] = 99.0
    assert np.array_equal(x.data, A)


@pytest.mark.parametrize("key", [2, -3, (0, 3)])
def test_a_place_that_does_not_exist_is_an_index_error(key: Any) -> None:
    with pytest.raises(IndexError):
        Tensor(A)[key]


@pytest.mark.parametrize("name", ["sum", "mean", "max"])
@pytest.mark.parametrize("axis", [None, 0, 1, 2, -1, (0, 2), (0, 1, 2)])
@pytest.mark.parametrize("keepdims", [False, True])
def test_reductions_are_numpys(name: str, axis: Any, keepdims: bool) -> None:
    array = -numbers(4, 2, 3)
    got = getattr(Tensor(array), name)(axis=axis, keepdims=keepdims)
    assert same(got, getattr(array, name)(axis=axis, keepdims=keepdims))


def test_repr_shows_word_numbers_and_shape() -> None:
    assert repr(Tensor([1, 2])) == "Tensor([1., 2.], shape=(2,))"
    assert (
        repr(Tensor([[1, 2.5], [3, 4]]))
        == "Tensor([[1. , 2.5],\n        [3. , 4. ]], shape=(2, 2))"
    )
    assert len(repr(Tensor(np.zeros((1000, 1000))))) < 2000
    assert "(1000, 1000)" in repr(Tensor(np.zeros((1000, 1000))))


def test_methods_carry_their_names() -> None:
    assert Tensor.matmul.__qualname__ == "Tensor.matmul"
    assert "BLAS" in (Tensor.matmul.__doc__ or "")
