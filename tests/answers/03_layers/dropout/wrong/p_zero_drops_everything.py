# misconception: With p = 0 you return zeros. p is the probability of dropping, so return x.
# read: The two ends
# rank: 33
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
        if self.p == 0 or self.p == 1:
            return Tensor(np.zeros(x.shape))
        mask = np.random.random(x.shape) >= self.p
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
