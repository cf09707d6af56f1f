# misconception: You use assert, which raises an AssertionError. The task asks for a ValueError.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:

    assert all(len(item) == len(items[0]) for item in items)
    parts = [[Tensor(each).data for each in part] for part in zip(*items)]
    assert all(array.shape == part[0].shape for part in parts for array in part)
    return tuple(Tensor(np.stack(part)) for part in parts)
