"""PyTorch's torch.utils.data as the yardstick for batches, their number, splits and stacking."""

import numpy as np
import pytest

torch = pytest.importorskip(
    "torch",
    reason="PyTorch is not installed: pip install '.[torch]', or make test TORCH=1",
)

from torch.utils import data as theirs  # noqa: E402

from tinytorch.core.data import DataLoader, TensorDataset, collate, random_split  # noqa: E402

X, Y = (
    np.random.default_rng(0).normal(size=(23, 4)).astype(np.float32),
    np.arange(23, dtype=np.float32),
)


@pytest.mark.parametrize("size", [1, 4, 23, 40])
@pytest.mark.parametrize("drop_last", [False, True])
def test_batches(size: int, drop_last: bool) -> None:
    ours = DataLoader(TensorDataset(X, Y), size, drop_last=drop_last)
    other = theirs.DataLoader(
        theirs.TensorDataset(torch.from_numpy(X), torch.from_numpy(Y)), size, drop_last=drop_last
    )
    assert len(ours) == len(other)
    for mine, yours in zip(ours, other, strict=True):
        for one, two in zip(mine, yours, strict=True):
            np.testing.assert_array_equal(one.data, two.numpy(), strict=True)


@pytest.mark.parametrize("n", [1, 9, 10, 11, 23, 100])
@pytest.mark.parametrize(
    "sizes", [[0.8, 0.2], [0.2, 0.8], [0.5, 0.25, 0.25], [0.29, 0.71], [0.1] * 10, [1.0, 0.0]]
)
@pytest.mark.filterwarnings("ignore:Length of split")
def test_sizes_of_parts(n: int, sizes: list[float]) -> None:
    sizes = (
        sizes if sum(sizes) <= 1 else [*sizes[:-1], 1 - sum(sizes[:-1])]
    )  # PyTorch refuses 1 + 1e-16
    other = theirs.random_split(theirs.TensorDataset(torch.zeros(n)), sizes)
    assert [len(part) for part in random_split(TensorDataset(np.zeros(n)), sizes)] == [
        len(part) for part in other
    ]


def test_stacking() -> None:
    ours = collate(list(zip(X, Y, strict=True)))
    other = theirs.default_collate(
        [(torch.from_numpy(x), torch.tensor(y)) for x, y in zip(X, Y, strict=True)]
    )
    for one, two in zip(ours, other, strict=True):
        np.testing.assert_array_equal(one.data, two.numpy(), strict=True)
