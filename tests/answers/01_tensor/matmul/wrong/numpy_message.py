# misconception: You leave the error to NumPy. Compare the inner dimensions and raise the message of
#   the text.
@patch_to(Tensor)
def matmul(self, other):
    return Tensor(np.matmul(self.data, as_array(other)))
