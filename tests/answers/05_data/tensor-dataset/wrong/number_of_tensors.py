# misconception: Your length is the number of tensors. The length of the dataset is the number of rows in each of them.
#| export
class TensorDataset(Dataset):
    def __init__(self, *tensors):
        self.tensors = [Tensor(each) for each in tensors]
        if not tensors or any(each.ndim == 0 for each in self.tensors):
            raise ValueError("no rows")
        if any(each.shape[0] != self.tensors[0].shape[0] for each in self.tensors):
            raise ValueError("lengths")

    def __len__(self) -> int:
        return len(self.tensors)

    def __getitem__(self, index: int) -> tuple[Tensor, ...]:
        return tuple(each[index] for each in self.tensors)

    def batch(self, places) -> tuple[Tensor, ...]:
        return tuple(each[np.asarray(places, dtype=int)] for each in self.tensors)
