# style: the line of the hints
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:

    return tuple(Tensor(np.stack([Tensor(each).data for each in part])) for part in zip(*items, strict=True))
