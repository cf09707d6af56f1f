# style: A Generator of its own, numbers.Real for the check, boolean indexing on a copy.
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if not (isinstance(p, Real) and 0.0 <= p <= 1.0):
            raise ValueError(f"p must be a probability (of dropping an element) in [0, 1], got {p!r}")
        self.p = float(p)
        self.rng = np.random.default_rng()

    def forward(self, x, training=True):
        out = x.data.copy()
        if training and self.p > 0.0:
            gone = self.rng.random(out.shape) < self.p
            out[gone] = 0.0
            if self.p < 1.0:
                out /= 1.0 - self.p
        return Tensor(out)

    def parameters(self):
        return []
