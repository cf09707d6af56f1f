# style: the pieces first, then a generator expression
#| export
class DataLoader:
    def __init__(self, dataset: Dataset, batch_size: int = 1, shuffle: bool = False, seed: int | None = None,
                 drop_last: bool = False):
        if not isinstance(batch_size, Integral) or batch_size < 1:
            raise ValueError("batch size")
        self.dataset, self.batch_size, self.shuffle = dataset, batch_size, shuffle
        self.seed, self.drop_last, self.rng = seed, drop_last, np.random.default_rng(seed)

    def __len__(self) -> int:
        if self.drop_last:
            return len(self.dataset) // self.batch_size
        return -(-len(self.dataset) // self.batch_size)

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        count, size = len(self.dataset), self.batch_size
        order = self.rng.permutation(count) if self.shuffle else np.arange(count)
        pieces = [order[start : start + size] for start in range(0, len(self) * size, size)]
        return (self.dataset.batch(piece) for piece in pieces)
