# misconception: You make a Tensor of a list of Tensors, which it does not take. Stack their data first.
# rank: 20
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = zip(*items, strict=True)
    return tuple(Tensor(list(part)) for part in parts)
