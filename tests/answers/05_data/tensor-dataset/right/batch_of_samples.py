# style: checks written out, and a batch that is stacked from single samples
#| export
class TensorDataset(Dataset):
    def __init__(self, *tensors):
        if len(tensors) == 0:
            raise ValueError("no tensors")
        self.parts = tuple(Tensor(each) for each in tensors)
        for part in self.parts:
            if part.shape == () or part.shape[0] != self.parts[0].shape[0]:
                raise ValueError("lengths")

    def __len__(self) -> int:
        return len(self.parts[0].data)

    def __getitem__(self, index: int) -> tuple[Tensor, ...]:
        if index < -len(self) or index >= len(self):
            raise IndexError(index)
        return tuple(Tensor(part.data[index]) for part in self.parts)

    def batch(self, places) -> tuple[Tensor, ...]:
        return collate([self[int(place)] for place in places])
