# misconception: You stack along the last axis. The samples belong along the first: np.stack does that without axis.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = zip(*items, strict=True)
    return tuple(Tensor(np.stack([Tensor(each).data for each in part], axis=-1)) for part in parts)
