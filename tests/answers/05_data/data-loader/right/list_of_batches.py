# style: a list of batches, and its iterator
#| export
class DataLoader:
    def __init__(self, dataset: Dataset, batch_size: int = 1, shuffle: bool = False, seed: int | None = None,
                 drop_last: bool = False):
        if not isinstance(batch_size, Integral) or batch_size < 1:
            raise ValueError("batch size")
        self.dataset, self.batch_size, self.shuffle = dataset, batch_size, shuffle
        self.seed, self.drop_last, self.rng = seed, drop_last, np.random.default_rng(seed)

    def __len__(self) -> int:
        full, rest = divmod(len(self.dataset), self.batch_size)
        return full if self.drop_last or rest == 0 else full + 1

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        places = list(range(len(self.dataset)))
        if self.shuffle:
            self.rng.shuffle(places)
        batches = []
        for start in range(0, len(places), self.batch_size):
            some = places[start : start + self.batch_size]
            if len(some) == self.batch_size or not self.drop_last:
                batches.append(self.dataset.batch(some))
        return iter(batches)
