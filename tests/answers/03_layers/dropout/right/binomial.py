# style: np.random.binomial draws the mask; the two ends of p are looked up in front.
class Dropout(Layer):
    def __init__(self, p=0.5):
        ok = isinstance(p, (int, float, np.integer, np.floating))
        ok = ok and p >= 0 and p <= 1
        if not ok:
            raise ValueError(f"p has to be a number in [0, 1], the probability that an element is dropped: {p!r}")
        self.p = p
        self.keep = 1 - p

    def forward(self, x, training=True):
        if training:
            if self.keep == 0:
                return x * 0
            if self.keep < 1:
                mask = np.random.binomial(n=1, p=self.keep, size=x.shape)
                return x * (mask / self.keep)
        return x

    def parameters(self):
        return list()
