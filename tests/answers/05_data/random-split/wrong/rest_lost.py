# misconception: You leave out the samples that are left over after rounding down. They go to the parts one by one,
#   from the first on.
# rank: 30
#| export
def random_split(dataset: Dataset, sizes: list, seed: int | None = 0) -> list[Subset]:
    total, counts = len(dataset), list(sizes)
    if any(size < 0 for size in sizes):
        raise ValueError("negative")
    if not all(isinstance(size, Integral) for size in sizes):
        if not np.isclose(sum(sizes), 1):
            raise ValueError("sum")
        counts = [int(total * size) for size in sizes]
    elif sum(counts) != total:
        raise ValueError("sum")
    order = np.random.default_rng(seed).permutation(total)
    starts = np.cumsum([0, *counts])
    return [Subset(dataset, order[start : start + count]) for start, count in zip(starts, counts)]
