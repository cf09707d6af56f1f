# style: np.random.choice draws the factor 0 or 1/(1-p) for each element.
class Dropout(Layer):
    def __init__(self, p=0.5):
        if isinstance(p, (int, float, np.integer, np.floating)) and 0 <= p <= 1:
            self.p = float(p)
        else:
            raise ValueError(f"p, the probability of dropping an element, must be a number in [0, 1], not {p!r}")

    def forward(self, x, training=True):
        if not training:
            return x
        factor = 0.0 if self.p == 1.0 else 1.0 / (1.0 - self.p)
        factors = np.random.choice([0.0, factor], size=x.shape, p=[self.p, 1.0 - self.p])
        return Tensor(x.data * factors)

    def parameters(self):
        return []
