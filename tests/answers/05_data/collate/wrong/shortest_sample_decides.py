# misconception: Your zip stops at the shortest sample, so parts of the others are lost without a word. strict=True
#   raises a ValueError instead.
# rank: 10
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = zip(*items)
    return tuple(Tensor(np.stack([Tensor(each).data for each in part])) for part in parts)
