# misconception: You do not compare the lengths. If they differ, a row was lost somewhere: raise a ValueError.
# rank: 10
#| export
class TensorDataset(Dataset):
    def __init__(self, *tensors):
        self.tensors = [Tensor(each) for each in tensors]
        if not self.tensors or any(each.ndim == 0 for each in self.tensors):
            raise ValueError("no rows")

    def __len__(self) -> int:
        return self.tensors[0].shape[0]

    def __getitem__(self, index: int) -> tuple[Tensor, ...]:
        return tuple(each[index] for each in self.tensors)

    def batch(self, places) -> tuple[Tensor, ...]:
        return tuple(each[np.asarray(places, dtype=int)] for each in self.tensors)
