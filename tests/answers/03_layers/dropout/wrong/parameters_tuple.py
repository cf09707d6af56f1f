# misconception: Your parameters() returns a tuple. Return an empty list, [].
class Dropout(Layer):
    def __init__(self, p=0.5):
        super().__init__()
        valid = isinstance(p, (int, float, np.number)) and p >= 0 and p <= 1
        if not valid:
            raise ValueError("Dropout probability p must be a number between 0 and 1")
        self.p = float(p)

    def forward(self, x, training=True):
        if not training:
            return x
        if self.p == 1.0:
            return x * 0.0
        mask = (np.random.rand(*x.shape) >= self.p).astype(np.float32)
        return x * Tensor(mask) * (1.0 / (1.0 - self.p))

    def parameters(self):
        return ()
