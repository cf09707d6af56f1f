"""The datasets and the loader of the package: samples, splits, batches and their orders, scales."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tinytorch.core.activations import ReLU
from tinytorch.core.data import (
    DataLoader,
    Dataset,
    Standardizer,
    Subset,
    TensorDataset,
    collate,
    random_split,
)
from tinytorch.core.layers import Dropout, Linear, Sequential
from tinytorch.core.losses import CrossEntropyLoss, accuracy
from tinytorch.core.tensor import Tensor
from tinytorch.data import digits, trained_digits


def numbered(n: int) -> TensorDataset:
    """n samples: (number and half of it, ten times the number)."""
    return TensorDataset(np.arange(n)[:, None] * [1.0, 0.5], 10 * np.arange(n))


def order_of(loader: DataLoader) -> list[int]:
    """The samples of one loop, for a loader of `numbered`."""
    return [int(value) // 10 for _, y in loader for value in y.data]


class Squares(Dataset):
    """Samples that are computed one at a time."""

    def __len__(self) -> int:
        return 5

    def __getitem__(self, index: int) -> tuple[Any, ...]:
        return Tensor([index]), index**2


def test_the_base_class_asks_for_both_methods() -> None:
    class Nothing(Dataset):
        """Forgets both."""

    with pytest.raises(NotImplementedError, match="Nothing does not define __len__"):
        len(Nothing())
    with pytest.raises(NotImplementedError, match="Nothing does not define __getitem__"):
        Nothing()[0]


def test_samples_of_tensors() -> None:
    data = numbered(4)
    assert len(data) == 4
    x, y = data[-1]
    assert isinstance(x, Tensor) and isinstance(y, Tensor)
    assert (x.data.tolist(), y.data.item(), y.shape) == ([3.0, 1.5], 30.0, ())
    assert [int(y.data) for _, y in data] == [0, 10, 20, 30]  # type: ignore[attr-defined]
    for index in (4, -5):
        with pytest.raises(IndexError):
            data[index]


@pytest.mark.parametrize("tensors", [(), (1.0,), ([1, 2], [1]), ([1], [2], [1, 2])])
def test_tensors_that_do_not_fit(tensors: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError):
        TensorDataset(*tensors)


@pytest.mark.parametrize("kind", [list, np.asarray, range])
def test_a_batch_of_tensors_is_that_of_single_samples(kind: Callable[..., Any]) -> None:
    data = numbered(9)
    places = kind(range(1, 8, 2)) if kind is not range else range(1, 8, 2)
    for one, other in zip(data.batch(places), Dataset.batch(data, places), strict=True):
        np.testing.assert_array_equal(one.data, other.data, strict=True)
    assert data.batch([])[0].shape == (0, 2)


def test_collate_makes_a_new_first_axis() -> None:
    x, y = collate([([1.0, 2.0], 3), (Tensor([4, 5]), np.float32(6))])
    assert x.data.tolist() == [[1, 2], [4, 5]] and y.data.tolist() == [3, 6]
    assert x.shape == (2, 2) and y.shape == (2,)


@pytest.mark.parametrize("items", [[([1], 0), ([1],)], [([1],), ([1, 2],)], [([1],), (1,)]])
def test_collate_refuses_samples_that_differ(items: list[Any]) -> None:
    with pytest.raises(ValueError):
        collate(items)


@pytest.mark.parametrize(
    ("sizes", "counts"),
    [
        ([7, 4], [7, 4]),
        ([0, 11], [0, 11]),
        ([0.8, 0.2], [9, 2]),
        ([0.5, 0.25, 0.25], [6, 3, 2]),
        ([1.0], [11]),
    ],
)
def test_a_split_covers_everything_once(sizes: list[Any], counts: list[int]) -> None:
    parts = random_split(numbered(11), sizes)
    assert [len(part) for part in parts] == counts
    assert sorted(int(y.data) for part in parts for _, y in part) == [10 * n for n in range(11)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("sizes", [[5, 5], [12, -1], [0.8, 0.1], [1.2, -0.2], []])
def test_sizes_that_do_not_fit(sizes: list[Any]) -> None:
    with pytest.raises(ValueError):
        random_split(numbered(11), sizes)


def test_a_split_is_drawn_from_its_seed() -> None:
    def first(seed: int) -> list[int]:
        return random_split(numbered(100), [50, 50], seed=seed)[0].places.tolist()

    assert first(3) == first(3) != first(4)
    assert first(3) != list(range(50))


def test_a_part_of_a_part() -> None:
    part = Subset(Subset(numbered(10), [8, 6, 4, 2]), [3, 0])
    assert [int(y.data) for _, y in part] == [20, 80]  # type: ignore[attr-defined]
    assert part.batch([-1, 0])[1].data.tolist() == [80, 20]


@pytest.mark.parametrize("n", [0, 1, 3, 4, 5, 8, 9])
@pytest.mark.parametrize("drop_last", [False, True])
@pytest.mark.parametrize("shuffle", [False, True])
def test_the_length_is_the_number_of_batches(n: int, drop_last: bool, shuffle: bool) -> None:
    loader = DataLoader(numbered(n), 4, shuffle=shuffle, drop_last=drop_last)
    sizes = [len(y.data) for _, y in loader]
    assert len(loader) == len(sizes) == (n // 4 if drop_last else -(-n // 4))
    assert sum(sizes) == (n - n % 4 if drop_last else n)
    assert all(size == 4 for size in sizes[:-1])


def test_orders_are_new_in_each_loop_and_come_again_from_the_seed() -> None:
    loader, other = (DataLoader(numbered(50), 8, shuffle=True, seed=1) for _ in range(2))
    epochs = [order_of(loader) for _ in range(3)]
    assert epochs == [order_of(other) for _ in range(3)]
    assert all(sorted(epoch) == list(range(50)) for epoch in epochs)
    assert len({tuple(epoch) for epoch in [*epochs, list(range(50))]}) == 4
    assert order_of(DataLoader(numbered(50), 8, shuffle=True, seed=2)) != epochs[0]
    assert order_of(DataLoader(numbered(50), 8, shuffle=True)) != order_of(
        DataLoader(numbered(50), 8, shuffle=True)
    )


def test_an_epoch_that_is_left_early_does_not_disturb_the_next() -> None:
    one, other = (DataLoader(numbered(50), 8, shuffle=True, seed=1) for _ in range(2))
    next(iter(one))
    order_of(other)
    assert order_of(one) == order_of(other)


def test_rows_stay_with_their_targets() -> None:
    for x, y in DataLoader(numbered(40), 7, shuffle=True, seed=0):
        np.testing.assert_array_equal(x.data * [10, 20], y.data[:, None].repeat(2, axis=1))


def test_a_dataset_without_a_batch_of_its_own() -> None:
    batches = [(x.data.tolist(), y.data.tolist()) for x, y in DataLoader(Squares(), 3)]
    assert batches == [([[0], [1], [2]], [0, 1, 4]), ([[3], [4]], [9, 16])]


@pytest.mark.parametrize("size", [0, -1, 2.5, "4"])
def test_batch_sizes_that_cannot_be_right(size: Any) -> None:
    with pytest.raises(ValueError):
        DataLoader(numbered(5), size)


def test_scales_come_from_the_training_part() -> None:
    train, other = np.random.default_rng(0).normal(5, 3, (2, 30, 4))
    scaler = Standardizer().fit(Tensor(train))
    found = scaler.transform(Tensor(train)).data
    np.testing.assert_allclose(found.mean(axis=0), 0, atol=1e-5)
    np.testing.assert_allclose(found.std(axis=0), 1, rtol=1e-5)
    wanted = (other - train.mean(axis=0)) / train.std(axis=0)
    np.testing.assert_allclose(scaler.transform(Tensor(other)).data, wanted, rtol=1e-4, atol=1e-5)
    np.testing.assert_array_equal(
        scaler.transform(Tensor(other)).data, scaler.transform(Tensor(other)).data
    )


@pytest.mark.parametrize("value", [0.0, 0.1, 1000.1])
def test_constant_features_become_zero(value: float) -> None:
    x = Tensor(np.full((7, 2), value))
    scaler = Standardizer().fit(x)
    assert scaler.transform(x).data.tolist() == [[0, 0]] * 7
    assert np.allclose(scaler.transform(Tensor(x.data + 1)).data, 1, rtol=1e-3)


def test_transform_refuses() -> None:
    with pytest.raises(RuntimeError, match="fit"):
        Standardizer().transform(Tensor([[1.0]]))
    with pytest.raises(ValueError, match="2 features"):
        Standardizer().fit(Tensor([[1.0, 2.0]])).transform(Tensor([[1.0]]))


@pytest.mark.parametrize("size", [1, 32, 1000])
def test_a_network_reads_the_digits_batch_by_batch(size: int) -> None:
    model = Sequential(Linear(64, 32), ReLU(), Dropout(0.2), Linear(32, 10))
    for parameter, value in zip(model.parameters(), trained_digits(), strict=True):
        parameter.data = value
    data = TensorDataset(*digits("unseen"))
    right = loss = 0.0
    for x, y in DataLoader(data, size, shuffle=True, seed=0):
        scores = model(x, training=False)
        right += accuracy(scores, y) * len(y.data)
        loss += float(CrossEntropyLoss()(scores, y).data) * len(y.data)
    assert round(right) == 390
    assert loss / len(data) == pytest.approx(0.0891, abs=1e-4)
