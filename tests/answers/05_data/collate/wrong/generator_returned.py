# misconception: You return a generator, which gives its Tensors once and only when asked. Put tuple(...) around it.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    parts = zip(*items, strict=True)
    return (Tensor(np.stack([Tensor(each).data for each in part])) for part in parts)
