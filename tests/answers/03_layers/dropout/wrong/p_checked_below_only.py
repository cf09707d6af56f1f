# misconception: You do not refuse a p above 1. Raise a ValueError unless 0 <= p <= 1.
# rank: 60
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not p >= 0:
            raise ValueError(f"p is a probability and cannot be {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        keep = 1.0 - self.p
        mask = np.random.random(x.shape) < keep
        return Tensor(x.data * mask / keep)

    def parameters(self):
        params = []
        return params
