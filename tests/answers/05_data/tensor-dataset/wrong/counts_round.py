# misconception: You count round with %, so no number is too large and a loop over the dataset never ends. Let a number
#   that does not exist raise an IndexError.
# rank: 20
#| export
class TensorDataset(Dataset):
    def __init__(self, *tensors):
        self.tensors = [Tensor(each) for each in tensors]
        if len({each.shape[0] if each.ndim else None for each in self.tensors} - {None}) != 1:
            raise ValueError("lengths")
        if any(each.ndim == 0 for each in self.tensors):
            raise ValueError("a single number")

    def __len__(self) -> int:
        return self.tensors[0].shape[0]

    def __getitem__(self, index: int) -> tuple[Tensor, ...]:
        return tuple(each[index % len(self)] for each in self.tensors)

    def batch(self, places) -> tuple[Tensor, ...]:
        return tuple(each[np.asarray(places, dtype=int)] for each in self.tensors)
