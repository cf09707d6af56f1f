# misconception: You give what is left over to the last part. It goes to the parts one by one, from the first on.
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
        counts[-1] += total - sum(counts)
    if sum(counts) != total:
        raise ValueError("sum")
    order = np.random.default_rng(seed).permutation(total)
    return [Subset(dataset, piece) for piece in np.split(order, np.cumsum(counts)[:-1])]
