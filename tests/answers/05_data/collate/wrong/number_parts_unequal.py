# misconception: You let NumPy make an array of parts that do not fit, and do not compare the samples: what it raises
#   is no ValueError. Compare their numbers of parts, and raise one.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:

    return tuple(
        Tensor(np.stack([Tensor(item[place]).data for item in items])) for place in range(len(items[0]))
    )
