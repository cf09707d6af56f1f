# style: a generator for each epoch, from the seed and its number
#| export
class DataLoader:
    def __init__(self, dataset: Dataset, batch_size: int = 1, shuffle: bool = False, seed: int | None = None,
                 drop_last: bool = False):
        if not isinstance(batch_size, Integral) or batch_size < 1:
            raise ValueError("batch size")
        self.dataset, self.batch_size, self.shuffle = dataset, batch_size, shuffle
        self.seed = np.random.SeedSequence(seed).entropy
        self.drop_last = drop_last
        self.epoch = 0

    def __len__(self) -> int:
        if self.drop_last:
            return len(self.dataset) // self.batch_size
        return -(-len(self.dataset) // self.batch_size)

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        count, size = len(self.dataset), self.batch_size
        order = np.arange(count)
        if self.shuffle:
            np.random.default_rng([self.seed, self.epoch]).shuffle(order)
            self.epoch += 1
        for number in range(len(self)):
            yield self.dataset.batch(order[number * size : (number + 1) * size])
