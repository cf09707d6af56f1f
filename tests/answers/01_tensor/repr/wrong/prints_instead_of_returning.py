# misconception: You print the text. __repr__ returns it.
# rank: 10
@patch_to(Tensor)
def __repr__(self):
    print(f"Tensor({self.data}, shape={self.shape})")
