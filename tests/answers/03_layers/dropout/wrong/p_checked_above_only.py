# misconception: You do not refuse a p below 0. Raise a ValueError unless 0 <= p <= 1.
# rank: 60
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not p <= 1:
            raise ValueError(f"p is a probability and cannot be {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training:
            return x
        if self.p == 1.0:
            return x * 0.0
        mask = (np.random.rand(*x.shape) >= self.p).astype(np.float32)
        return x * Tensor(mask) * (1.0 / (1.0 - self.p))

    def parameters(self):
        params = []
        return params
