# misconception: You round the sizes up until no sample is left. Round every size down, then give what is left over to
#   the parts one by one, from the first on.
# rank: 27
#| export
def random_split(dataset: Dataset, sizes: list, seed: int | None = 0) -> list[Subset]:
    total, counts = len(dataset), list(sizes)
    if any(size < 0 for size in sizes):
        raise ValueError("negative")
    if not all(isinstance(size, Integral) for size in sizes):
        if not np.isclose(sum(sizes), 1):
            raise ValueError("sum")
        counts, left = [], total
        for size in sizes:
            counts.append(min(left, int(np.ceil(total * size))))
            left -= counts[-1]
    if sum(counts) != total:
        raise ValueError("sum")
    order = np.random.default_rng(seed).permutation(total)
    return [Subset(dataset, piece) for piece in np.split(order, np.cumsum(counts)[:-1])]
