# misconception: You set NumPy's global seed, which changes the random numbers of everything else. Make a generator of
#   your own: np.random.default_rng(seed).
# rank: 20
#| export
def random_split(dataset: Dataset, sizes: list, seed: int | None = 0) -> list[Subset]:
    total, counts = len(dataset), list(sizes)
    if any(size < 0 for size in sizes):
        raise ValueError("negative")
    if not all(isinstance(size, Integral) for size in sizes):
        if not np.isclose(sum(sizes), 1):
            raise ValueError("sum")
        counts = [int(total * size) for size in sizes]
        for part in range(total - sum(counts)):
            counts[part] += 1
    if sum(counts) != total:
        raise ValueError("sum")
    np.random.seed(seed)
    order = np.random.permutation(total)
    return [Subset(dataset, piece) for piece in np.split(order, np.cumsum(counts)[:-1])]
