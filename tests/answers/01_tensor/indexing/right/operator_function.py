# style: operator.getitem and a variable, with type hints.
import operator


@patch_to(Tensor)
def __getitem__(self, key) -> Tensor:
    selected = operator.getitem(self.numpy(), key)
    return Tensor(np.array(selected, dtype=np.float32))
