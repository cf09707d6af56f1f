# style: the lines of the hints, with np.floor
#| export
def random_split(dataset: Dataset, sizes: list, seed: int | None = 0) -> list[Subset]:
    total, counts = len(dataset), list(sizes)
    if any(size < 0 for size in sizes):
        raise ValueError("negative")
    if not all(isinstance(size, Integral) for size in sizes):
        if abs(sum(sizes) - 1) > 1e-6:
            raise ValueError("sum")
        counts = [int(np.floor(total * size)) for size in sizes]
        for part in range(total - sum(counts)):
            counts[part] += 1
    if sum(counts) != total:
        raise ValueError("sum")
    order = np.random.default_rng(seed).permutation(total)
    return [Subset(dataset, piece) for piece in np.split(order, np.cumsum(counts)[:-1])]
