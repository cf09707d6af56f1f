# misconception: @ between Tensors calls matmul again, without end.
@patch_to(Tensor)
def matmul(self, other):
    if not isinstance(other, Tensor):
        other = Tensor(other)
    return self @ other
