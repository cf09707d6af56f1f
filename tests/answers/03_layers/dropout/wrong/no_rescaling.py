# misconception: You do not scale the survivors. Divide them by 1 - p.
# read: Why survivors are scaled
# rank: 20
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping an element and lies in [0, 1], got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        mask = np.random.random(x.shape) >= self.p
        return Tensor(x.data * mask)

    def parameters(self):
        return []
