# style: a generator of the older kind, and a list that gets shorter
#| export
def random_split(dataset: Dataset, sizes: list, seed: int | None = 0) -> list[Subset]:
    total, sizes = len(dataset), list(sizes)
    if all(isinstance(size, int) for size in sizes):
        counts = sizes
    else:
        if not 0.999999 < sum(sizes) < 1.000001:
            raise ValueError("fractions")
        counts = [int(size * total) for size in sizes]
        part = 0
        while sum(counts) < total:
            counts[part] += 1
            part += 1
    if min(sizes) < 0 or sum(counts) != total:
        raise ValueError("sizes")
    left = np.random.RandomState(seed).permutation(total).tolist()
    parts = []
    for count in counts:
        parts.append(Subset(dataset, left[:count]))
        left = left[count:]
    return parts
