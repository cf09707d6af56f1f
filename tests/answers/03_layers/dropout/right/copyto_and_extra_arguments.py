# style: Extra optional arguments, np.copyto with where, and a warning for p = 1.
from numbers import Real
import warnings


class Dropout(Layer):
    def __init__(self, p=0.5, rng=None, name='dropout'):
        if not isinstance(p, Real) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping, a number from 0 to 1, got {p!r}")
        self.p = p
        self.rng = rng or np.random.default_rng()
        self.name = name
        if p == 1:
            warnings.warn('drops everything', stacklevel=2)

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        y = np.zeros(x.shape)
        np.copyto(y, x.data / (1 - self.p), where=self.rng.random(x.shape) > self.p)
        return Tensor(y)

    def parameters(self):
        return []
