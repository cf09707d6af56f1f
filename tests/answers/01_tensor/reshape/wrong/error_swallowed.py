# misconception: You catch the error and return the tensor as it was. Let NumPy raise its
#   ValueError.
@patch_to(Tensor)
def reshape(self, *shape):
    try:
        return Tensor(self.data.reshape(*shape))
    except ValueError as error:
        print("reshape failed:", error)
        return Tensor(self.data)
