# misconception: You take all rows from the first place to the last. Only the rows at the places are asked for.
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
        return tuple(each[index] for each in self.tensors)

    def batch(self, places) -> tuple[Tensor, ...]:
        return tuple(each[places[0] : places[-1] + 1] for each in self.tensors)
