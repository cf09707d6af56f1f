# misconception: You change a p outside [0, 1] to the nearest end. Refuse it with a ValueError.
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or np.isnan(p):
            raise ValueError("p must be a number, the probability of dropping an element")
        self.p = min(max(p, 0.0), 1.0)

    def forward(self, x, training=True):
        if not training:
            return x
        if self.p == 1.0:
            return x * 0.0
        mask = (np.random.rand(*x.shape) >= self.p).astype(np.float32)
        return x * Tensor(mask) * (1.0 / (1.0 - self.p))

    def parameters(self):
        return []
