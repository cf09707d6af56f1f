# style: a tuple of Tensors, and np.take
#| export
class TensorDataset(Dataset):
    def __init__(self, *tensors):
        kept = tuple(map(Tensor, tensors))
        lengths = {len(each.data) if each.ndim else None for each in kept}
        if len(lengths) != 1 or None in lengths:
            raise ValueError(f"tensors of one length are needed, not {lengths}")
        self.kept, self.length = kept, lengths.pop()

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        if index < 0:
            index += self.length
        if not 0 <= index < self.length:
            raise IndexError(f"there is no sample {index}")
        return tuple(Tensor(np.take(each.data, index, axis=0)) for each in self.kept)

    def batch(self, places):
        return tuple(Tensor(np.take(each.data, list(places), axis=0)) for each in self.kept)
