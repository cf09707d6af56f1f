# style: shuffle in place, and a start that moves on
#| export
def random_split(dataset: Dataset, sizes: list, seed: int | None = 0) -> list[Subset]:
    total = len(dataset)
    if min(sizes) < 0:
        raise ValueError("negative")
    if all(isinstance(size, int) for size in sizes):
        counts = list(sizes)
    elif abs(sum(sizes) - 1) > 1e-6:
        raise ValueError("fractions")
    else:
        counts = [int(np.floor(total * size)) for size in sizes]
        rest = total - sum(counts)
        counts = [count + (part < rest) for part, count in enumerate(counts)]
    if sum(counts) != total:
        raise ValueError("counts")
    order = np.arange(total)
    np.random.default_rng(seed).shuffle(order)
    parts, start = [], 0
    for count in counts:
        parts.append(Subset(dataset, order[start : start + count]))
        start += count
    return parts
