# misconception: Your function fails for a vector. It has no last but one axis and comes back as it
#   is.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    dim0 = -2 if dim0 is None else dim0
    dim1 = -1 if dim1 is None else dim1
    return Tensor(np.swapaxes(self.data, dim0, dim1))
