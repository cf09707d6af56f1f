# style: np.einsum for the last two axes, swapaxes for chosen ones.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    data = self.data
    if dim0 is not None:
        return Tensor(data.swapaxes(dim0, dim1))
    if data.ndim >= 2:
        data = np.einsum("...ij->...ji", data)
    return Tensor(data)
