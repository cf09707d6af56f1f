# misconception: You return a single part without a tuple. The batch is a tuple of Tensors, also with one part.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:

    parts = [Tensor(np.stack([Tensor(each).data for each in part])) for part in zip(*items, strict=True)]
    return tuple(parts) if len(parts) > 1 else parts[0]
