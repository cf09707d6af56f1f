# style: a while loop over what is left
#| export
class DataLoader:
    def __init__(self, dataset: Dataset, batch_size: int = 1, shuffle: bool = False, seed: int | None = None,
                 drop_last: bool = False):
        if not isinstance(batch_size, Integral) or batch_size < 1:
            raise ValueError("batch size")
        self.dataset, self.batch_size, self.shuffle = dataset, batch_size, shuffle
        self.seed, self.drop_last, self.rng = seed, drop_last, np.random.default_rng(seed)

    def __len__(self):
        missing = 0 if self.drop_last else self.batch_size - 1
        return (len(self.dataset) + missing) // self.batch_size

    def __iter__(self):
        left = np.arange(len(self.dataset))
        if self.shuffle:
            self.rng.shuffle(left)
        while len(left) > 0:
            now, left = left[: self.batch_size], left[self.batch_size :]
            if self.drop_last and len(now) < self.batch_size:
                return
            yield self.dataset.batch(now)
