# misconception: You ask whether the sum is exactly 1, but 0.7 + 0.2 + 0.1 is a little less for a computer. Use
#   np.isclose.
# rank: 20
#| export
def random_split(dataset: Dataset, sizes: list, seed: int | None = 0) -> list[Subset]:
    total, counts = len(dataset), list(sizes)
    if any(size < 0 for size in sizes):
        raise ValueError("negative")
    if not all(isinstance(size, Integral) for size in sizes):
        if sum(sizes) != 1:
            raise ValueError("sum")
        counts = [int(total * size) for size in sizes]
        for part in range(total - sum(counts)):
            counts[part] += 1
    if sum(counts) != total:
        raise ValueError("sum")
    order = np.random.default_rng(seed).permutation(total)
    return [Subset(dataset, piece) for piece in np.split(order, np.cumsum(counts)[:-1])]
