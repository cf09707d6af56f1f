# misconception: You list p as a parameter. Dropout learns nothing: return [].
# rank: 60
class Dropout(Layer):
    def __init__(self, p=0.5):
        is_number = isinstance(p, (int, float, np.integer, np.floating))
        if not is_number:
            raise ValueError("p must be a number: the probability of zeroing an element")
        if np.isnan(p) or p < 0.0 or p > 1.0:
            raise ValueError(f"p is the probability of zeroing an element, 0 to 1, and not {p}")
        self.p = p

    def forward(self, x, training=True):
        if not training:
            return x
        if self.p == 1.0:
            return x * 0.0
        mask = (np.random.rand(*x.shape) >= self.p).astype(np.float32)
        return x * Tensor(mask) * (1.0 / (1.0 - self.p))

    def parameters(self):
        return [self.p]
