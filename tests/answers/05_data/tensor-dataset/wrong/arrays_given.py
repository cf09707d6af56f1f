# misconception: Your samples and batches hold arrays. Keep Tensors, and index these: then the rows are Tensors too.
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
        return tuple(each.data[index] for each in self.tensors)

    def batch(self, places) -> tuple[Tensor, ...]:
        return tuple(each.data[np.asarray(places, dtype=int)] for each in self.tensors)
