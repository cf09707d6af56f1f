# misconception: You make whole numbers of the targets, so 0.7 becomes 0. Keep the numbers as they are.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:

    parts = [np.stack([Tensor(each).data for each in part]) for part in zip(*items, strict=True)]
    return tuple(Tensor(part if place == 0 else part.astype(int)) for place, part in enumerate(parts))
