# misconception: You return a list. The batch is a tuple of Tensors: put tuple(...) around it.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    return [Tensor(np.stack([Tensor(each).data for each in part])) for part in zip(*items, strict=True)]
