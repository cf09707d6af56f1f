# misconception: You stack the parts of one sample. Stack the first parts of all samples, then the second parts:
#   zip(*items) turns them round.
# rank: 20
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = items
    return tuple(Tensor(np.stack([Tensor(each).data for each in part])) for part in parts)
