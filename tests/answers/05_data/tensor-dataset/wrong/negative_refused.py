# misconception: You refuse negative numbers. They count from the end, as in lists: -1 is the last sample.
# rank: 20
#| export
class TensorDataset(Dataset):
    def __init__(self, *tensors):
        self.tensors = [Tensor(each) for each in tensors]
        if not self.tensors or any(each.ndim == 0 for each in self.tensors):
            raise ValueError("no rows")
        if len({each.shape[0] for each in self.tensors}) > 1:
            raise ValueError("lengths")

    def __len__(self) -> int:
        return self.tensors[0].shape[0]

    def __getitem__(self, index: int) -> tuple[Tensor, ...]:
        if not 0 <= index < len(self):
            raise IndexError(index)
        return tuple(each[index] for each in self.tensors)

    def batch(self, places) -> tuple[Tensor, ...]:
        return tuple(each[np.asarray(places, dtype=int)] for each in self.tensors)
