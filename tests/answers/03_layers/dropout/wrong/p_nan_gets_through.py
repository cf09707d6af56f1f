# misconception: You accept NaN, for which every comparison is false. Refuse p unless 0 <= p <=
#   1 holds.
# rank: 40
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)):
            raise ValueError("p must be a number, the probability of dropping an element")
        if p < 0 or p > 1:
            raise ValueError(f"p is the probability of dropping an element, from 0 to 1, got {p}")
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
