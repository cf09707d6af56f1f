# style: loops with append, and Tensor's indexing with a list
#| export
class TensorDataset(Dataset):
    def __init__(self, *tensors):
        self.tensors = []
        for each in tensors:
            tensor = Tensor(each)
            if tensor.shape == ():
                raise ValueError("a single number")
            if self.tensors and tensor.shape[0] != self.tensors[-1].shape[0]:
                raise ValueError("another length than the one before")
            self.tensors.append(tensor)
        if self.tensors == []:
            raise ValueError("no tensors")

    def __len__(self):
        return self.tensors[-1].shape[0]

    def __getitem__(self, index):
        sample = []
        for tensor in self.tensors:
            sample.append(tensor[index])
        return tuple(sample)

    def batch(self, places):
        return self[[int(place) for place in places]]
