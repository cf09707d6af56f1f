# style: a new axis for each part, then joined
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:

    if len({len(item) for item in items}) > 1:
        raise ValueError("samples with different numbers of parts")
    batch = []
    for part in zip(*items):
        rows = [np.asarray(each.data if isinstance(each, Tensor) else each)[np.newaxis] for each in part]
        batch.append(Tensor(np.concatenate(rows, axis=0)))
    return tuple(batch)
