# style: a mixed row of part numbers, and the places of each
#| export
def random_split(dataset: Dataset, sizes: list, seed: int | None = 0) -> list[Subset]:
    total = len(dataset)
    if min(sizes) < 0:
        raise ValueError(f"negative size in {sizes}")
    if any(isinstance(size, float) for size in sizes):
        if not np.isclose(np.sum(sizes), 1.0):
            raise ValueError("the fractions do not have the sum 1")
        counts = np.floor(total * np.array(sizes)).astype(int)
        counts[: total - counts.sum()] += 1
    else:
        counts = np.array(sizes)
    if counts.sum() != total:
        raise ValueError("the counts do not have the right sum")
    labels = np.repeat(np.arange(len(counts)), counts)
    np.random.default_rng(seed).shuffle(labels)
    return [Subset(dataset, np.flatnonzero(labels == part)) for part in range(len(counts))]
