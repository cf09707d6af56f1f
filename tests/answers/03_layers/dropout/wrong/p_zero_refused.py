# misconception: You refuse p = 0. It is allowed and means that nothing is dropped.
# read: The two ends
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 < p <= 1:
            raise ValueError(f"p is the probability of dropping an element and must be positive, got {p!r}")
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
