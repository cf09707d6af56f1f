# misconception: You do not refuse an infinite p. Raise a ValueError unless 0 <= p <= 1.
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, Real) or p != p:
            raise ValueError('p is a probability')
        if np.isfinite(p) and not 0 <= p <= 1:
            raise ValueError('p is a probability from 0 to 1')
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        mask = np.random.random(x.shape) >= self.p
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
