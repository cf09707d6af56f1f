# misconception: The text is printed and not returned.
@patch_to(Tensor)
def __repr__(self):
    print(f"Tensor({self.data}, shape={self.shape})")
