# misconception: You refuse p = 0 and p = 1. Both are allowed: ask for 0 <= p <= 1.
# read: The two ends
# rank: 60
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 < p < 1:
            raise ValueError("p, the probability of dropping an element, must lie between 0 and 1")
        self.p = p

    def forward(self, x, training=True):
        if not training:
            return x
        if self.p == 1.0:
            return x * 0.0
        mask = (np.random.rand(*x.shape) >= self.p).astype(np.float32)
        return x * Tensor(mask) * (1.0 / (1.0 - self.p))

    def parameters(self):
        return []
