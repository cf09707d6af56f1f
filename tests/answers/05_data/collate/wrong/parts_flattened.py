# misconception: You flatten the parts. A part keeps its shape, behind the new first axis.
# rank: 30
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = zip(*items, strict=True)
    return tuple(Tensor(np.stack([Tensor(each).data.ravel() for each in part])) for part in parts)
