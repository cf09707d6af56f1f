# style: a list of rows, and the IndexError of NumPy
#| export
class TensorDataset(Dataset):
    def __init__(self, *tensors):
        self.arrays = [Tensor(each).data for each in tensors]
        try:
            lengths = [len(array) for array in self.arrays]
        except TypeError as error:
            raise ValueError("a single number has no rows") from error
        if lengths == [] or min(lengths) != max(lengths):
            raise ValueError(f"lengths {lengths}")

    def __len__(self):
        return len(self.arrays[0])

    def __getitem__(self, index):
        return tuple(Tensor(array[index]) for array in self.arrays)

    def batch(self, places):
        rows = [int(place) for place in places]
        return tuple(Tensor([array[row] for row in rows]) for array in self.arrays)
