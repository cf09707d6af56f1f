# misconception: You take p = 0 for no p at all (p or 0.5). Keep p as it was given: 0 means that
#   nothing is dropped.
# read: The two ends
class Dropout(Layer):
    def __init__(self, p=None):
        p = 0.5 if p is None else p
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping an element and lies in [0, 1], got {p!r}")
        self.p = p or 0.5

    def forward(self, x, training=True):
        if not training:
            return x
        if self.p == 1.0:
            return x * 0.0
        mask = (np.random.rand(*x.shape) >= self.p).astype(np.float32)
        return x * Tensor(mask) * (1.0 / (1.0 - self.p))

    def parameters(self):
        return []
