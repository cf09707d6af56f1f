# misconception: You cut the samples in their old order. Mix their numbers first, with a generator made from the seed.
# rank: 10
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
    return [Subset(dataset, piece) for piece in np.split(np.arange(total), np.cumsum(counts)[:-1])]
