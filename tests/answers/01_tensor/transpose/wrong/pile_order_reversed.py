# misconception: You reverse the order of the stack. Only the last two axes change places.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if dim0 is None and dim1 is None:
        if self.ndim < 2:
            return Tensor(self.data)
        result = np.swapaxes(self.data, -2, -1)
        return Tensor(result[::-1] if self.ndim > 2 else result)
    return Tensor(np.swapaxes(self.data, dim0, dim1))
