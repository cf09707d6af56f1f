# misconception: You expect exactly two parts. A sample may have one part, or three: loop over all of them.
#| export
def collate(items: list[tuple]) -> tuple[Tensor, ...]:

    x, y = zip(*items, strict=True)
    return tuple(Tensor(np.stack([Tensor(each).data for each in part])) for part in (x, y))
