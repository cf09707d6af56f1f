# misconception: You fill up with zeros or drop numbers. Let NumPy raise its ValueError.
@patch_to(Tensor)
def reshape(self, *shape):
    if len(shape) == 1 and isinstance(shape[0], (tuple, list)):
        shape = tuple(shape[0])
    try:
        return Tensor(self.data.reshape(shape))
    except ValueError:
        out = np.zeros([n for n in shape if n > 0], dtype=np.float32)
        n = min(out.size, self.size)
        out.flat[:n] = self.data.flat[:n]
        return Tensor(out)
