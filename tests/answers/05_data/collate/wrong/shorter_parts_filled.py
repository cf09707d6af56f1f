# misconception: You fill shorter parts with zeros. Here parts of different shapes are a ValueError.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:

    def filled(array, length):
        if array.ndim != 1:
            return array
        return np.pad(array, (0, length - len(array)))

    columns = [[Tensor(each).data for each in part] for part in zip(*items, strict=True)]
    return tuple(
        Tensor(np.stack([filled(array, max(other.size for other in column)) for array in column]))
        for column in columns
    )
