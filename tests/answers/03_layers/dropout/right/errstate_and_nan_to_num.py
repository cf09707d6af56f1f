# style: The scale may be infinite at p = 1; the NaN that follows is set to zero.
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not (0 <= p <= 1):
            raise ValueError(f"expected p in [0, 1] (probability of dropping an element), got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training:
            return x
        mask = np.random.random(x.shape) >= self.p
        with np.errstate(divide="ignore", invalid="ignore"):
            scale = np.divide(1.0, np.float64(1.0 - self.p))
            factors = np.nan_to_num(mask * scale, nan=0.0)
        return Tensor(x.data * factors)

    def parameters(self):
        return []
