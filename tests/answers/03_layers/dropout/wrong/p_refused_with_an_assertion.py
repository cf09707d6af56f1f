# misconception: You refuse a bad p with assert, which raises an AssertionError. Raise a
#   ValueError.
class Dropout(Layer):
    def __init__(self, p=0.5):
        assert isinstance(p, (int, float, np.integer, np.floating)), "p must be a number"
        assert 0 <= p <= 1, "p is the probability of dropping an element and must be in [0, 1]"
        self.p = p

    def forward(self, x, training=True):
        if not training:
            return x
        if self.p == 1.0:
            return x * 0.0
        mask = (np.random.rand(*x.shape) >= self.p).astype(np.float32)
        return x * Tensor(mask) * (1.0 / (1.0 - self.p))

    def parameters(self):
        """Dropout has nothing to learn."""
        return []
