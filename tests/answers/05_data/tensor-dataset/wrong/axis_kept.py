# misconception: You cut a piece with one row, so each part keeps an axis of length 1. Index with the number itself.
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
        return tuple(each[index : index + 1] for each in self.tensors)

    def batch(self, places) -> tuple[Tensor, ...]:
        return tuple(each[np.asarray(places, dtype=int)] for each in self.tensors)
