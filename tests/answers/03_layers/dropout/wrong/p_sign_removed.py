# misconception: You remove the sign of a negative p. Refuse it with a ValueError.
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not abs(p) <= 1:
            raise ValueError(f"p is the probability of dropping an element and must lie in [0, 1], got {p!r}")
        self.p = abs(p)

    def forward(self, x, training=True):
        if not training:
            return x
        if self.p == 1.0:
            return x * 0.0
        mask = (np.random.rand(*x.shape) >= self.p).astype(np.float32)
        return x * Tensor(mask) * (1.0 / (1.0 - self.p))

    def parameters(self):
        return []
