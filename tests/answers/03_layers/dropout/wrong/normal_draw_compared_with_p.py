# misconception: The share of what you drop is that of normal random numbers (randn). Use
#   np.random.random, which lies between 0 and 1.
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
        mask = np.random.randn(*x.shape) > self.p
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        params = []
        return params
