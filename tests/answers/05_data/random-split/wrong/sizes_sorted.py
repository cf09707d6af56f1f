# misconception: You sort the sizes. The parts come in the order in which the sizes are given.
#| export
def random_split(dataset: Dataset, sizes: list, seed: int | None = 0) -> list[Subset]:
    total, counts = len(dataset), sorted(sizes, reverse=True)
    if any(size < 0 for size in sizes):
        raise ValueError("negative")
    if not all(isinstance(size, Integral) for size in sizes):
        if not np.isclose(sum(sizes), 1):
            raise ValueError("sum")
        counts = [int(total * size) for size in counts]
        for part in range(total - sum(counts)):
            counts[part] += 1
    if sum(counts) != total:
        raise ValueError("sum")
    order = np.random.default_rng(seed).permutation(total)
    return [Subset(dataset, piece) for piece in np.split(order, np.cumsum(counts)[:-1])]
