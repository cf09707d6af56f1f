# misconception: You make a column of single numbers. n of them become the shape (n,), not (n, 1).
# rank: 20
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = zip(*items, strict=True)
    return tuple(Tensor(np.stack([np.atleast_1d(Tensor(each).data) for each in part])) for part in parts)
