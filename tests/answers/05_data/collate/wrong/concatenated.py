# misconception: You join the parts along the axis that they have. np.stack makes a new first axis, one row for each
#   sample.
# rank: 20
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = list(zip(*items, strict=True))
    return tuple(Tensor(np.concatenate([np.atleast_1d(Tensor(each).data) for each in part])) for part in parts)
