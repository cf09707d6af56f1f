# misconception: np.vstack makes a column of single numbers, and joins tables along the axis that they have. np.stack
#   makes a new first axis for all.
# rank: 25
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = zip(*items, strict=True)
    return tuple(Tensor(np.vstack([Tensor(each).data for each in part])) for part in parts)
