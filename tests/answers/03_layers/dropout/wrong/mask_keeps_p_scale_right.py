# misconception: You keep elements with probability p. Drop them with probability p: keep where
#   the random number is at least p.
# read: The mask
# rank: 40
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
        mask = np.random.rand(*x.shape) < self.p
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        """Dropout has nothing to learn."""
        return []
