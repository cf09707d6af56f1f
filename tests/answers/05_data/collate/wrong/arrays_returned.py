# misconception: You return arrays. The batch is a tuple of Tensors: put Tensor(...) around each stack.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = zip(*items, strict=True)
    return tuple(np.stack([Tensor(each).data for each in part]) for part in parts)
