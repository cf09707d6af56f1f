# misconception: Every call drops the same elements. Make no generator with a fixed seed in
#   forward.
# read: The mask
# rank: 50
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
        if self.p == 1:
            return Tensor(np.zeros_like(x.data))
        rng = np.random.default_rng(42)
        mask = rng.random(x.shape) >= self.p
        return Tensor(np.where(mask, x.data / (1 - self.p), 0))

    def parameters(self):
        return []
