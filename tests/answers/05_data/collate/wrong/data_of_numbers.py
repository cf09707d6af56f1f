# misconception: You ask every part for its data, which a plain number does not have. Tensor(each).data works for all.
# rank: 10
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = zip(*items, strict=True)
    return tuple(Tensor(np.stack([each.data for each in part])) for part in parts)
