# misconception: The shapes are not compared, so NumPy's own message comes out.
@patch_to(Tensor)
def matmul(self, other):
    return Tensor(np.matmul(self.data, as_array(other)))
