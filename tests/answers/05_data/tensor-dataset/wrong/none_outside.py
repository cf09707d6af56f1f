# misconception: You answer None for a number that does not exist, so a loop goes on with nonsense. Raise an
#   IndexError.
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
        if -len(self) <= index < len(self):
            return tuple(each[index] for each in self.tensors)

    def batch(self, places) -> tuple[Tensor, ...]:
        return tuple(each[np.asarray(places, dtype=int)] for each in self.tensors)
