# misconception: You use assert, which raises an AssertionError. The task asks for a ValueError.
#| export
def random_split(dataset: Dataset, sizes: list, seed: int | None = 0) -> list[Subset]:
    total, counts = len(dataset), list(sizes)
    assert all(size >= 0 for size in sizes)
    if not all(isinstance(size, Integral) for size in sizes):
        assert np.isclose(sum(sizes), 1)
        counts = [int(total * size) for size in sizes]
        for part in range(total - sum(counts)):
            counts[part] += 1
    assert sum(counts) == total
    order = np.random.default_rng(seed).permutation(total)
    return [Subset(dataset, piece) for piece in np.split(order, np.cumsum(counts)[:-1])]
