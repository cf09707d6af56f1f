# misconception: You multiply the survivors by 1 - p. Divide them by it.
# read: Why survivors are scaled
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping an element and lies in [0, 1], got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        keep_prob = 1 - self.p
        mask = np.random.random(x.shape) < keep_prob
        return x * Tensor(mask.astype(np.float32)) * keep_prob

    def parameters(self):
        return []
