# misconception: You drop elements of the first row only. Draw a mask of the shape of x.
# read: The mask
class Dropout(Layer):
    def __init__(self, p=0.5):
        super().__init__()
        valid = isinstance(p, (int, float, np.number)) and p >= 0 and p <= 1
        if not valid:
            raise ValueError("Dropout probability p must be a number between 0 and 1")
        self.p = float(p)

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        keep = 1.0 - self.p
        out = x.data.copy()
        out[0] = out[0] * (np.random.random(out[0].shape) < keep) / keep
        return Tensor(out)

    def parameters(self):
        """Dropout has nothing to learn."""
        return []
