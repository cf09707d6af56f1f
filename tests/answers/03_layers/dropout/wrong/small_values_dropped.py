# misconception: You drop the smallest elements. Let chance alone decide, whatever the value of
#   an element is.
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
        threshold = np.quantile(np.abs(x.data), self.p)
        mask = np.abs(x.data) > threshold
        return Tensor(x.data * mask / (1.0 - self.p))

    def parameters(self):
        """Dropout has nothing to learn."""
        return []
