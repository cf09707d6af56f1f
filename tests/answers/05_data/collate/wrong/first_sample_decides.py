# misconception: You go by the first sample, but another one may have fewer parts or more. Compare their numbers, and
#   raise a ValueError.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:

    return tuple(
        Tensor(np.stack([Tensor(item[place]).data for item in items])) for place in range(len(items[0]))
    )
