# style: a loop over the numbers of the parts
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:
    width = len(items[0])
    if any(len(item) != width for item in items):
        raise ValueError("samples with different numbers of parts")
    columns = []
    for place in range(width):
        arrays = [Tensor(item[place]).data for item in items]
        if any(array.shape != arrays[0].shape for array in arrays):
            raise ValueError("parts of different shapes")
        columns.append(Tensor(np.array(arrays)))
    return tuple(columns)
