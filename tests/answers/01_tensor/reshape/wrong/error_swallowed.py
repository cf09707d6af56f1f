# misconception: The error is caught and the tensor returned as it was.
@patch_to(Tensor)
def reshape(self, *shape):
    try:
        return Tensor(self.data.reshape(*shape))
    except ValueError as error:
        print("reshape failed:", error)
        return Tensor(self.data)
