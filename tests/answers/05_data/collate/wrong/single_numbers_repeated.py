# misconception: You broadcast, so a single number is repeated to fit a longer part. Parts of different shapes are a
#   ValueError.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = zip(*items, strict=True)
    return tuple(Tensor(np.stack(np.broadcast_arrays(*(Tensor(each).data for each in part)))) for part in parts)
