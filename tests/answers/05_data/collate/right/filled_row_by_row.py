# style: an array of the right size, filled row by row
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:

    first = tuple(Tensor(part).shape for part in items[0])
    for item in items:
        if tuple(Tensor(part).shape for part in item) != first:
            raise ValueError(f"a sample does not have the shapes {first}")
    batch = tuple(Tensor(np.zeros((len(items), *shape))) for shape in first)
    for row, item in enumerate(items):
        for whole, part in zip(batch, item):
            whole.data[row] = Tensor(part).data
    return batch
