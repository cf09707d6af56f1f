# misconception: You list the mask as a parameter. Dropout learns nothing: return [].
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping an element and must lie in [0, 1], got {p!r}")
        self.p = p
        self.mask = None

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        keep = 1 - self.p
        self.mask = Tensor(np.random.random(x.shape) < keep)
        return x * self.mask / keep

    def parameters(self):
        return [] if self.mask is None else [self.mask]
