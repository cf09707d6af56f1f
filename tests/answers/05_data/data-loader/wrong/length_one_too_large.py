# misconception: You always count one batch more than the full ones. If the batch size divides the number of samples,
#   none is left over.
# rank: 25
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
        return len(self.dataset) // self.batch_size + 1

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        count, size = len(self.dataset), self.batch_size
        order = self.rng.permutation(count) if self.shuffle else np.arange(count)
        for start in range(0, count, size):
            if start + size <= count or not self.drop_last:
                yield self.dataset.batch(order[start : start + size])
