# misconception: Your loader can be looped over only once: the second loop gets nothing. Start afresh in __iter__;
#   with yield, each loop does.
# rank: 20
#| export
class DataLoader:
    def __init__(self, dataset: Dataset, batch_size: int = 1, shuffle: bool = False, seed: int | None = None,
                 drop_last: bool = False):
        if not isinstance(batch_size, Integral) or batch_size < 1:
            raise ValueError("batch size")
        self.dataset, self.batch_size, self.shuffle = dataset, batch_size, shuffle
        self.seed, self.drop_last, self.rng = seed, drop_last, np.random.default_rng(seed)
        self.place = 0
        count = len(dataset)
        self.order = self.rng.permutation(count) if shuffle else np.arange(count)

    def __len__(self) -> int:
        if self.drop_last:
            return len(self.dataset) // self.batch_size
        return -(-len(self.dataset) // self.batch_size)

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        return self

    def __next__(self) -> tuple[Tensor, ...]:
        if self.place >= len(self):
            raise StopIteration
        start = self.place * self.batch_size
        self.place += 1
        return self.dataset.batch(self.order[start : start + self.batch_size])
