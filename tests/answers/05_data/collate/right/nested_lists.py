# style: nested lists, which Tensor takes as they are
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:

    lists = [[Tensor(part).data.tolist() for part in item] for item in items]
    shapes = [[Tensor(part).shape for part in item] for item in items]
    if shapes != shapes[:1] * len(items):
        raise ValueError("the samples do not fit")
    return tuple(Tensor([item[place] for item in lists]) for place in range(len(lists[0])))
